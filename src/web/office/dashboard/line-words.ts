import type { PathLine, Worsened } from '../../../app/town/read-dashboard.ts';
import { explainForecast } from '../../../domain/indicator/forecast/explain-forecast.ts';
import { formatDecimal } from '../../../domain/kernel/decimal.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { absoluteFraction, type Fraction, roundFraction } from '../../../domain/kernel/fraction.ts';
import { formatFigure } from '../../text/figures.ts';

const wareki = (year: number): string => formatFiscalYear(year, 'wareki');

/** 値 6.77点（令和5年度）→ 6.70点（令和6年度）; '' where the year has no figure of its own. */
export const changeWords = ({ change, one }: Pick<Worsened, 'change' | 'one'>): string => {
  if (change?.before == null) return '';
  const said = (value: NonNullable<typeof change.before>): string =>
    `${formatFigure(value, one.loaded.indicator, 'ja') ?? ''}（${wareki(value.fiscalYear)}）`;
  return `値 ${said(change.before)} → ${said(change.after)}`;
};

const print = (value: Fraction, { judgeable, decimals }: PathLine, unit = judgeable.unit): string =>
  `${formatDecimal(roundFraction(value, decimals, 'half-away'), decimals).replace('-', '−')}${unit}`;

/** Two shares differ by points: 40% to 44% is four of them. */
const differenceUnit = (unit: string): string => (/^[%％]$/u.test(unit) ? 'ポイント' : unit);

/** 38.2点、道筋では39.0点（0.8点の遅れ） */
export const pathWords = (line: PathLine): string => {
  const { actual, expected, better, kind } = line.along;
  const off = print(absoluteFraction(better), line, differenceUnit(line.judgeable.unit));
  return `${print(actual, line)}。道筋が求める値は${print(expected, line)}（${off}の${kind === 'behind' ? '遅れ' : '先行'}）`;
};

/** What the years before lead to; '' where they are too few to say. */
export const outlookWords = ({ forecast, judgeable, decimals }: PathLine): string => {
  if (forecast.kind === 'none') return '';
  const [, mean = '', probability = ''] = explainForecast(forecast, { decimals, unit: judgeable.unit });
  return forecast.probability === null ? mean : `${mean}${probability}`;
};
