import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type {
  Baseline,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from '../domain/indicator/indicator.ts';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import { indicator, indicatorTarget, indicatorValue } from './schema/indicator.ts';
import type { ReadTx } from './tenant.ts';

/** A figure as it is kept. The public role is given 'published' only; staff both. */
export interface StoredValue extends IndicatorValue {
  readonly stage: 'draft' | 'published';
  /** Optimistic lock. */
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

export interface StoredTarget extends IndicatorTarget {
  /** Rises with each change of the target of that fiscal year. */
  readonly seq: number;
}

export interface LoadedIndicator {
  readonly indicator: Indicator;
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baseline: Baseline | null;
  /** What holds now, one a fiscal year. */
  readonly targets: readonly StoredTarget[];
  /** 旧目標: what held before a change, newest first. */
  readonly formerTargets: readonly StoredTarget[];
  /** By series, fiscal year, breakdown. */
  readonly values: readonly StoredValue[];
  readonly articleNumber: number;
  readonly version: number;
  /** ISO instant; null: not public yet (never null for the public role). */
  readonly publishedAt: string | null;
  /** ISO instant */
  readonly updatedAt: string;
}

const gather = <Row extends { readonly indicatorKey: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.indicatorKey);
    if (group === undefined) groups.set(row.indicatorKey, [row]);
    else group.push(row);
  }
  return groups;
};

/** What is read of an indicator, here and across towns. */
export const indicatorColumns = {
  indicatorKey: indicator.indicatorKey,
  name: indicator.name,
  unit: indicator.unit,
  direction: indicator.direction,
  kind: indicator.kind,
  subjective: indicator.subjective,
  timeBehaviour: indicator.timeBehaviour,
  definition: indicator.definition,
  formulaText: indicator.formulaText,
  source: indicator.source,
  frequency: indicator.frequency,
  decimals: indicator.decimals,
  unitKey: indicator.unitKey,
  breakdowns: indicator.breakdowns,
  targetBasis: indicator.targetBasis,
  range: indicator.range,
  path: indicator.path,
  unitChanges: indicator.unitChanges,
  computed: indicator.computed,
  availableAfterMonths: indicator.availableAfterMonths,
  commonKey: indicator.commonKey,
  referenceSeries: indicator.referenceSeries,
  baselineFiscalYear: indicator.baselineFiscalYear,
  baselineValue: indicator.baselineValue,
  baselineBehaviour: indicator.baselineBehaviour,
  baselineNote: indicator.baselineNote,
  baselineSource: indicator.baselineSource,
  position: indicator.position,
  articleNumber: indicator.articleNumber,
  publishedAt: indicator.publishedAt,
  version: indicator.version,
  updatedAt: indicator.updatedAt,
};

export const valueColumns = {
  indicatorKey: indicatorValue.indicatorKey,
  series: indicatorValue.series,
  fiscalYear: indicatorValue.fiscalYear,
  breakdown: indicatorValue.breakdown,
  stage: indicatorValue.stage,
  asOf: indicatorValue.asOf,
  value: indicatorValue.value,
  text: indicatorValue.text,
  missing: indicatorValue.missing,
  standardError: indicatorValue.standardError,
  status: indicatorValue.status,
  source: indicatorValue.source,
  note: indicatorValue.note,
  version: indicatorValue.version,
  updatedAt: indicatorValue.updatedAt,
};

type IndicatorRow = Indicator & {
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baselineFiscalYear: number | null;
  readonly baselineValue: string | null;
  readonly baselineBehaviour: Baseline['behaviour'];
  readonly baselineNote: string;
  readonly baselineSource: Baseline['source'];
  readonly articleNumber: number;
  readonly publishedAt: string | null;
  readonly version: number;
  readonly updatedAt: string;
};
type ValueRow = StoredValue & { readonly indicatorKey: string };

/** `targets`: by fiscal year, newest first within a year. */
export const loadedOf = (
  {
    referenceSeries,
    baselineFiscalYear,
    baselineValue,
    baselineBehaviour,
    baselineNote,
    baselineSource,
    articleNumber,
    publishedAt,
    version,
    updatedAt,
    ...definition
  }: IndicatorRow,
  targets: readonly (StoredTarget & { readonly indicatorKey: string })[],
  values: readonly ValueRow[],
): LoadedIndicator => {
  const ofThis = targets.map(({ indicatorKey: _, ...target }) => target);
  // Newest first within a year: the first of a year holds.
  const holds = (target: StoredTarget, at: number): boolean =>
    ofThis[at - 1]?.fiscalYear !== target.fiscalYear;
  return {
    indicator: definition,
    referenceSeries,
    baseline:
      baselineFiscalYear === null
        ? null
        : {
            fiscalYear: baselineFiscalYear,
            value: baselineValue,
            behaviour: baselineBehaviour,
            note: baselineNote,
            source: baselineSource,
          },
    targets: ofThis.filter(holds),
    formerTargets: ofThis.filter((target, at) => !holds(target, at)),
    values: values.map(({ indicatorKey: _, ...value }) => ({
      ...value,
      updatedAt: isoInstant(value.updatedAt),
    })),
    articleNumber,
    version,
    publishedAt: isoInstantOrNull(publishedAt),
    updatedAt: isoInstant(updatedAt),
  };
};

/**
 * Three queries, however many indicators there are. `keys` undefined: all of the town, in its order.
 * `breakdowns` false leaves out the cells by age, answer and so on: lists do not show them.
 */
export const loadIndicators = async (
  tx: ReadTx,
  keys?: readonly string[],
  { breakdowns = true }: { readonly breakdowns?: boolean } = {},
): Promise<readonly LoadedIndicator[]> => {
  if (keys?.length === 0) return [];
  const rows = await tx.q
    .select(indicatorColumns)
    .from(indicator)
    .where(
      and(
        eq(indicator.municipality, tx.municipality),
        keys === undefined ? undefined : inArray(indicator.indicatorKey, [...keys]),
      ),
    )
    .orderBy(asc(indicator.position), asc(indicator.indicatorKey));

  const targets = gather(
    await tx.q
      .select({
        indicatorKey: indicatorTarget.indicatorKey,
        fiscalYear: indicatorTarget.fiscalYear,
        seq: indicatorTarget.seq,
        value: indicatorTarget.value,
        text: indicatorTarget.text,
        comparison: indicatorTarget.comparison,
        setOn: indicatorTarget.setOn,
        reason: indicatorTarget.reason,
        source: indicatorTarget.source,
      })
      .from(indicatorTarget)
      .where(
        and(
          eq(indicatorTarget.municipality, tx.municipality),
          keys === undefined ? undefined : inArray(indicatorTarget.indicatorKey, [...keys]),
        ),
      )
      .orderBy(asc(indicatorTarget.fiscalYear), desc(indicatorTarget.seq)),
  );

  const values = gather(
    await tx.q
      .select(valueColumns)
      .from(indicatorValue)
      .where(
        and(
          eq(indicatorValue.municipality, tx.municipality),
          keys === undefined ? undefined : inArray(indicatorValue.indicatorKey, [...keys]),
          breakdowns ? undefined : eq(indicatorValue.breakdown, ''),
        ),
      )
      .orderBy(
        asc(indicatorValue.series),
        asc(indicatorValue.fiscalYear),
        asc(indicatorValue.breakdown),
        asc(indicatorValue.stage),
      ),
  );

  return rows.map((row) =>
    loadedOf(row, targets.get(row.indicatorKey) ?? [], values.get(row.indicatorKey) ?? []),
  );
};

/**
 * Newest fiscal year in which a whole figure is public; null: there is none. A computed figure is one of a year of its
 * operands, so what is entered decides.
 */
export const findNewestYearWithFigures = async (tx: ReadTx): Promise<number | null> => {
  const [row] = await tx.q
    .select({ fiscalYear: indicatorValue.fiscalYear })
    .from(indicatorValue)
    .where(
      and(
        eq(indicatorValue.municipality, tx.municipality),
        eq(indicatorValue.series, 'actual'),
        eq(indicatorValue.breakdown, ''),
        eq(indicatorValue.stage, 'published'),
        or(isNotNull(indicatorValue.value), isNotNull(indicatorValue.text)),
        // Figures that stand from before an indicator was computed are not read. A list made once and no join: the
        // newest row answers, and a join would be made of every row first.
        sql`${indicatorValue.indicatorKey} <> ALL (ARRAY(SELECT i.indicator_key FROM indicator i
          WHERE i.municipality = ${tx.municipality} AND i.computed IS NOT NULL))`,
      ),
    )
    .orderBy(desc(indicatorValue.fiscalYear))
    .limit(1);
  return row?.fiscalYear ?? null;
};
