import type { Indicator, IndicatorTarget, IndicatorValue } from '../../domain/indicator/indicator.ts';
import { formatDecimal } from '../../domain/kernel/decimal.ts';
import { englishUnits } from './english-units.data.ts';
import { missingText } from './missing-reason.ts';
import { type Language, textOf } from './text.ts';

/** ‰ of a rate without unit; ' ' keeps a Latin unit from touching the number in English. */
export const unitAfter = (unit: string, language: Language): string =>
  language === 'en' ? (englishUnits[unit] ?? (unit === '' ? '' : ` ${unit}`)) : unit;

type Measured = Pick<Indicator, 'unit' | 'decimals'>;

/** 65,000人 / 65,000 people */
export const formatAmount = (value: string, measured: Measured, language: Language): string =>
  `${formatDecimal(value, measured.decimals)}${unitAfter(measured.unit, language)}`;

/** A difference of percentages is in points: 3.1ポイント. */
export const formatDifference = (value: string, measured: Measured, language: Language): string =>
  measured.unit === '%' || measured.unit === '％'
    ? `${formatDecimal(value, measured.decimals)}${language === 'ja' ? 'ポイント' : ' points'}`
    : formatAmount(value, measured, language);

/** 約63,200人: an estimate is never shown like a counted figure. Without one, the reason. null: nothing to show. */
export const formatFigure = (
  figure: Pick<IndicatorValue, 'value' | 'text' | 'status'> & Partial<Pick<IndicatorValue, 'missing'>>,
  measured: Measured,
  language: Language,
): string | null => {
  if (figure.value === null)
    return figure.text ?? (figure.missing == null ? null : missingText(figure.missing, language));
  const about = figure.status === 'estimated' ? textOf(language).status.about : '';
  return `${about}${formatAmount(figure.value, measured, language)}`;
};

/** 65,000人以上 / 65,000 people or more; 設定中 where the figure is not decided. */
export const formatTarget = (
  target: Pick<IndicatorTarget, 'value' | 'text' | 'comparison'>,
  measured: Measured,
  language: Language,
): string => {
  const t = textOf(language);
  if (target.value === null) return target.text ?? t.status.toBeSet;
  return `${formatAmount(target.value, measured, language)}${t.indicator.comparisons[target.comparison]}`;
};
