import type { Baseline } from '../../../../../domain/population/scenario.ts';

/** The choice of a list that stands for a baseline: 'projection ipss-h30', 'recent-change census 2010-10-01 2015-10-01'. */
export const baselineChoice = (baseline: Baseline): string =>
  baseline.kind === 'projection'
    ? `projection ${baseline.seriesKey}`
    : `recent-change ${baseline.seriesKey} ${baseline.earlierDate} ${baseline.baseDate}`;

/** null where nothing of a list is chosen. `untilYear` is asked for beside a recent change. */
export const baselineOfChoice = (choice: string, untilYear: number): Baseline | null => {
  const [kind, seriesKey = '', earlierDate, baseDate] = choice.split(' ');
  if (seriesKey === '') return null;
  if (kind === 'projection') return { kind, seriesKey };
  return kind === 'recent-change' && earlierDate !== undefined && baseDate !== undefined
    ? { kind, seriesKey, earlierDate, baseDate, untilYear }
    : null;
};
