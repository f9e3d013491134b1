import type { JudgedIndicator } from '../../../app/judgement/read-judgements.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatFigure } from '../../text/figures.ts';
import { missingNames } from './scheme-words.data.ts';

/** The figure of the year, or why there is none: 6.77点, 調査のない年, まだありません. */
export const valueText = ({ judgeable, loaded }: JudgedIndicator, fiscalYear: number): string => {
  const entry = judgeable.values.find((value) => value.fiscalYear === fiscalYear);
  if (entry === undefined) return '値の入力がありません';
  if (entry.value === null && entry.text === null)
    return entry.missing === null ? '値の入力がありません' : missingNames[entry.missing];
  return formatFigure(entry, loaded.indicator, 'ja') ?? '';
};

/** A figure of an earlier year that stands in for the year's own; '' where none does. */
export const standInText = ({ judgeable, loaded, machine }: JudgedIndicator, fiscalYear: number): string => {
  const own = judgeable.values.find((value) => value.fiscalYear === fiscalYear);
  if ((own?.value ?? own?.text ?? null) !== null || !machine.hasValue) return '';
  const latest = judgeable.values
    .filter((value) => value.fiscalYear < fiscalYear && (value.value !== null || value.text !== null))
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
  if (latest === undefined) return '';
  return `${formatFiscalYear(latest.fiscalYear, 'wareki')}の ${formatFigure(latest, loaded.indicator, 'ja') ?? ''} で判定`;
};
