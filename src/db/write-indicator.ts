import type {
  Baseline,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from '../domain/indicator/indicator.ts';
import { inChunks } from './in-chunks.ts';
import { indicator, indicatorTarget, indicatorValue } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

export interface NewIndicator {
  readonly indicator: Indicator;
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baseline: Baseline | null;
  readonly articleNumber: number;
  /** ISO instant; null: not public yet */
  readonly publishedAt: string | null;
}

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export const insertIndicators = (
  tx: TenantTx,
  indicators: readonly NewIndicator[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(indicators, 1000, (chunk) =>
    tx.q.insert(indicator).values(
      chunk.map(({ indicator: definition, referenceSeries, baseline, articleNumber, publishedAt }) => ({
        municipality: tx.municipality,
        ...definition,
        referenceSeries,
        baselineFiscalYear: baseline?.fiscalYear ?? null,
        baselineValue: baseline?.value ?? null,
        baselineBehaviour: baseline?.behaviour ?? null,
        baselineNote: baseline?.note ?? '',
        baselineSource: baseline?.source ?? null,
        articleNumber,
        publishedAt,
        createdAt: stamp.now,
        updatedAt: stamp.now,
        updatedBy: stamp.by,
      })),
    ),
  );

/** `seq` of the first target of a fiscal year is 1; a changed one gets the next. */
export const insertTargets = (
  tx: TenantTx,
  targets: readonly (IndicatorTarget & { readonly indicatorKey: string; readonly seq: number })[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(targets, 2000, (chunk) =>
    tx.q.insert(indicatorTarget).values(
      chunk.map((target) => ({
        municipality: tx.municipality,
        ...target,
        createdAt: stamp.now,
        createdBy: stamp.by,
      })),
    ),
  );

/** Figures of many indicators at once, in the stage given. */
export const insertValues = (
  tx: TenantTx,
  values: readonly (IndicatorValue & { readonly indicatorKey: string })[],
  stage: 'draft' | 'published',
  stamp: Stamp,
): Promise<void> =>
  inChunks(values, 2000, (chunk) =>
    tx.q.insert(indicatorValue).values(
      chunk.map((value) => ({
        municipality: tx.municipality,
        ...value,
        stage,
        updatedAt: stamp.now,
        updatedBy: stamp.by,
      })),
    ),
  );
