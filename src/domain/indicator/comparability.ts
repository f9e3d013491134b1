import type { Indicator, IndicatorValue } from './indicator.ts';

/** One town's indicator, as far as a comparison looks at it. */
export interface AcrossTowns {
  readonly indicator: Pick<
    Indicator,
    'unit' | 'timeBehaviour' | 'definition' | 'formulaText' | 'subjective' | 'computed' | 'direction'
  >;
  /** Newest figure of the whole; null: none is public. */
  readonly latest: Pick<IndicatorValue, 'fiscalYear' | 'value' | 'status' | 'source'> | null;
}

/** no-figure, unit, behaviour, per-resident: not comparable. The others: comparable with care. */
export const differences = [
  'no-figure',
  'unit',
  'behaviour',
  'per-resident',
  'definition',
  'no-definition',
  'year',
  'survey',
  'provisional',
  'estimated',
] as const;
export type Difference = (typeof differences)[number];

const prohibitive: ReadonlySet<Difference> = new Set(['no-figure', 'unit', 'behaviour', 'per-resident']);

export interface Comparability {
  readonly differences: readonly Difference[];
  /** May stand on one scale with the others. */
  readonly isComparable: boolean;
}

const mostFrequent = <T>(entries: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return [...counts].reduce<readonly [T, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  )?.[0];
};

/** Words differ between towns for the same thing; marks, spaces and widths are no difference. */
const folded = ({ definition, formulaText }: AcrossTowns['indicator']): string =>
  `${definition}${formulaText}`.normalize('NFKC').replace(/[\s、。，．,.・「」()]/gu, '');

const isPerResident = ({ computed }: AcrossTowns['indicator']): boolean =>
  computed?.operation === 'per-resident';

/**
 * くらべられるか: each town against what most of them have, of equals what comes first. Names alone do not make
 * figures comparable: unit, nature and per-resident must agree; a definition in other words, another year, another
 * survey and figures that are not final are said beside the figure.
 */
export const compareAcross = (entries: readonly AcrossTowns[]): readonly Comparability[] => {
  const measured = entries.filter(({ latest }) => latest?.value != null);
  const those = measured.length === 0 ? entries : measured;
  const unit = mostFrequent(those.map(({ indicator }) => indicator.unit));
  const behaviour = mostFrequent(those.map(({ indicator }) => indicator.timeBehaviour));
  const perResident = mostFrequent(those.map(({ indicator }) => isPerResident(indicator)));
  const definition = mostFrequent(
    those.map(({ indicator }) => folded(indicator)).filter((text) => text !== ''),
  );
  const year = mostFrequent(
    measured.flatMap(({ latest }) => latest?.fiscalYear ?? []).toSorted((a, b) => b - a),
  );
  const survey = mostFrequent(measured.map(({ latest }) => latest?.source?.document ?? ''));
  return entries.map(({ indicator, latest }): Comparability => {
    const none = latest === null || latest.value === null;
    const found: Readonly<Record<Difference, boolean>> = {
      'no-figure': none,
      unit: indicator.unit !== unit,
      behaviour: indicator.timeBehaviour !== behaviour,
      'per-resident': isPerResident(indicator) !== perResident,
      definition: definition !== undefined && folded(indicator) !== '' && folded(indicator) !== definition,
      'no-definition': folded(indicator) === '',
      year: !none && latest.fiscalYear !== year,
      // What people say of themselves hangs on how they were asked.
      survey: !none && indicator.subjective && (latest.source?.document ?? '') !== survey,
      provisional: latest?.status === 'provisional',
      estimated: latest?.status === 'estimated',
    };
    const listed = differences.filter((difference) => found[difference]);
    return { differences: listed, isComparable: !listed.some((difference) => prohibitive.has(difference)) };
  });
};
