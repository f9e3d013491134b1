import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { MissingReason } from '../domain/indicator/missing-reason.ts';
import type { Measure, MeasureYear, ProgrammeMissingReason } from '../domain/programme/programme.ts';
import { indicatorTarget, indicatorValue } from './schema/indicator.ts';
import { measure, measureYear, programmeMeasure } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

export interface StoredMeasureYear extends MeasureYear {
  /** Optimistic lock; 0: the figure is an indicator's and is not kept here. */
  readonly version: number;
}

/** A measure, who shares it, and its figures by year. */
export interface LoadedMeasure extends Measure {
  /** Every programme that names it, also such as were not asked for. */
  readonly programmes: readonly { readonly programmeKey: string; readonly position: number }[];
  readonly years: readonly StoredMeasureYear[];
  /** Optimistic lock. */
  readonly version: number;
}

/** An indicator has more reasons than a sheet of programmes knows. */
const reasons: Readonly<Record<MissingReason, ProgrammeMissingReason>> = {
  'not-yet-due': 'not-stated',
  'not-surveyed': 'not-measured',
  'not-measurable': 'not-applicable',
  discontinued: 'not-applicable',
  'definition-changed': 'not-measured',
  suppressed: 'not-stated',
  'approximate-only': 'not-stated',
};

const groups = <Key extends string, Row extends Readonly<Record<Key, string | null>>>(
  rows: readonly Row[],
  key: Key,
): ReadonlyMap<string, readonly Row[]> => {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const at = row[key] ?? '';
    const group = all.get(at);
    if (group === undefined) all.set(at, [row]);
    else group.push(row);
  }
  return all;
};

const indicatorFigures = async (
  tx: TenantTx,
  indicatorKeys: readonly string[],
  fiscalYears: readonly number[] | undefined,
) => {
  if (indicatorKeys.length === 0) return { values: [], targets: [] };
  const values = await tx.q
    .select({
      indicatorKey: indicatorValue.indicatorKey,
      fiscalYear: indicatorValue.fiscalYear,
      stage: indicatorValue.stage,
      value: indicatorValue.value,
      text: indicatorValue.text,
      missing: indicatorValue.missing,
    })
    .from(indicatorValue)
    .where(
      and(
        eq(indicatorValue.municipality, tx.municipality),
        inArray(indicatorValue.indicatorKey, [...indicatorKeys]),
        eq(indicatorValue.series, 'actual'),
        eq(indicatorValue.breakdown, ''),
        fiscalYears === undefined ? undefined : inArray(indicatorValue.fiscalYear, [...fiscalYears]),
      ),
    )
    // A draft is what staff know newest; it comes after, and so over, what is published.
    .orderBy(asc(indicatorValue.fiscalYear), desc(indicatorValue.stage));
  const targets = await tx.q
    .select({
      indicatorKey: indicatorTarget.indicatorKey,
      fiscalYear: indicatorTarget.fiscalYear,
      value: indicatorTarget.value,
    })
    .from(indicatorTarget)
    .where(
      and(
        eq(indicatorTarget.municipality, tx.municipality),
        inArray(indicatorTarget.indicatorKey, [...indicatorKeys]),
        fiscalYears === undefined ? undefined : inArray(indicatorTarget.fiscalYear, [...fiscalYears]),
      ),
    )
    .orderBy(asc(indicatorTarget.fiscalYear), asc(indicatorTarget.seq));
  return { values, targets };
};

type Figures = Awaited<ReturnType<typeof indicatorFigures>>;

const yearsOfIndicator = (
  measureKey: string,
  values: readonly Figures['values'][number][],
  targets: readonly Figures['targets'][number][],
): readonly StoredMeasureYear[] => {
  const none = { measureKey, target: null, actual: null, actualText: null, missing: null, version: 0 };
  const byYear = new Map<number, StoredMeasureYear>();
  for (const { fiscalYear, value, text, missing } of values)
    byYear.set(fiscalYear, {
      ...none,
      fiscalYear,
      actual: value,
      actualText: value === null ? text : null,
      missing: missing === null ? null : reasons[missing],
    });
  for (const { fiscalYear, value } of targets)
    byYear.set(fiscalYear, { ...none, ...byYear.get(fiscalYear), fiscalYear, target: value });
  return [...byYear.values()].sort((a, b) => a.fiscalYear - b.fiscalYear);
};

const ownYears = (
  tx: TenantTx,
  measureKeys: readonly string[] | undefined,
  fiscalYears: readonly number[] | undefined,
) =>
  tx.q
    .select({
      measureKey: measureYear.measureKey,
      fiscalYear: measureYear.fiscalYear,
      target: measureYear.target,
      actual: measureYear.actual,
      actualText: measureYear.actualText,
      missing: measureYear.missing,
      version: measureYear.version,
    })
    .from(measureYear)
    .where(
      and(
        eq(measureYear.municipality, tx.municipality),
        measureKeys === undefined ? undefined : inArray(measureYear.measureKey, [...measureKeys]),
        fiscalYears === undefined ? undefined : inArray(measureYear.fiscalYear, [...fiscalYears]),
      ),
    )
    .orderBy(asc(measureYear.measureKey), asc(measureYear.fiscalYear));

/**
 * Measures with the programmes that share them and their figures, five queries whatever their number. A measure that is
 * an indicator has the indicator's figures and targets, drafts before what is published; computed ones only as far as
 * they are kept.
 */
export const loadMeasures = async (
  tx: TenantTx,
  where: { readonly programmeKeys?: readonly string[]; readonly fiscalYears?: readonly number[] } = {},
): Promise<readonly LoadedMeasure[]> => {
  if (where.programmeKeys?.length === 0) return [];
  const named =
    where.programmeKeys === undefined
      ? undefined
      : tx.q
          .select({ measureKey: programmeMeasure.measureKey })
          .from(programmeMeasure)
          .where(
            and(
              eq(programmeMeasure.municipality, tx.municipality),
              inArray(programmeMeasure.programmeKey, [...where.programmeKeys]),
            ),
          );
  const rows = await tx.q
    .select({
      measureKey: measure.measureKey,
      kind: measure.kind,
      name: measure.name,
      unit: measure.unit,
      direction: measure.direction,
      indicatorKey: measure.indicatorKey,
      version: measure.version,
    })
    .from(measure)
    .where(
      and(
        eq(measure.municipality, tx.municipality),
        named === undefined ? undefined : inArray(measure.measureKey, named),
      ),
    )
    .orderBy(asc(sql`${measure.measureKey} COLLATE "C"`));
  const keys = named === undefined ? undefined : rows.map(({ measureKey }) => measureKey);
  if (rows.length === 0) return [];
  const links = await tx.q
    .select({
      measureKey: programmeMeasure.measureKey,
      programmeKey: programmeMeasure.programmeKey,
      position: programmeMeasure.position,
    })
    .from(programmeMeasure)
    .where(
      and(
        eq(programmeMeasure.municipality, tx.municipality),
        keys === undefined ? undefined : inArray(programmeMeasure.measureKey, keys),
      ),
    )
    .orderBy(asc(programmeMeasure.programmeKey), asc(programmeMeasure.position));
  const years = groups(await ownYears(tx, keys, where.fiscalYears), 'measureKey');
  const linked = [
    ...new Set(rows.flatMap(({ indicatorKey }) => (indicatorKey === null ? [] : [indicatorKey]))),
  ];
  const figures = await indicatorFigures(tx, linked, where.fiscalYears);
  const values = groups(figures.values, 'indicatorKey');
  const targets = groups(figures.targets, 'indicatorKey');
  const byMeasure = groups(links, 'measureKey');
  return rows.map((row) => ({
    ...row,
    programmes: (byMeasure.get(row.measureKey) ?? []).map(({ programmeKey, position }) => ({
      programmeKey,
      position,
    })),
    years:
      row.indicatorKey === null
        ? (years.get(row.measureKey) ?? [])
        : yearsOfIndicator(
            row.measureKey,
            values.get(row.indicatorKey) ?? [],
            targets.get(row.indicatorKey) ?? [],
          ),
  }));
};
