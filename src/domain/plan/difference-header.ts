import { formatFiscalYear } from '../kernel/fiscal-year.ts';
import { type FieldChange, listChange, sourceLine, textChange, valueChange } from './difference-fields.ts';
import type { PlanHeader, ReviewRow } from './plan.ts';

export type HeaderField =
  | 'title'
  | 'subtitle'
  | 'kindLabel'
  | 'period'
  | 'updateMode'
  | 'summary'
  | 'reviewCalendar'
  | 'source';

const signs = { yearly: '●', review: '○', final: '◎' } as const;
const year = (fiscalYear: number): string => formatFiscalYear(fiscalYear, 'short');

/** One row of 見直し周期 in a line: 中期戦略 R6–R8 R9–R11, 行政評価 ●R6 ●R7 */
const reviewLine = (row: ReviewRow): string =>
  [
    row.label,
    ...row.periods.map(({ start, end, label }) => `${label ?? ''}${year(start)}–${year(end)}`),
    ...row.marks.map(({ fiscalYear, mark }) => `${signs[mark]}${year(fiscalYear)}`),
  ].join(' ');

const period = (header: PlanHeader): string =>
  `${formatFiscalYear(header.startFiscalYear, 'wareki')}〜${formatFiscalYear(header.endFiscalYear, 'wareki')}`;

export const differHeader = (old: PlanHeader, now: PlanHeader): FieldChange<HeaderField>[] => [
  ...textChange('title', old.title, now.title),
  ...textChange('subtitle', old.subtitle, now.subtitle),
  ...textChange('kindLabel', old.kindLabel, now.kindLabel),
  ...textChange('period', period(old), period(now)),
  ...valueChange('updateMode', old.updateMode, now.updateMode),
  ...textChange('summary', old.summary, now.summary),
  ...listChange('reviewCalendar', old.reviewCalendar.map(reviewLine), now.reviewCalendar.map(reviewLine)),
  ...valueChange('source', sourceLine(old.source), sourceLine(now.source)),
];
