import { and, eq, sql } from 'drizzle-orm';
import type { Baseline, Indicator, ReferenceSeries } from '../domain/indicator/indicator.ts';
import { indicator } from './schema/indicator.ts';
import type { TenantTx } from './tenant.ts';

/** Saves a definition when its version is still `expected`; null otherwise. Returns the new version. */
export const updateIndicator = async (
  tx: TenantTx,
  definition: Indicator,
  baseline: Baseline | null,
  expected: number,
  stamp: { readonly by: string | null; readonly now: string },
  /** Left as they are where they are not given. */
  referenceSeries?: readonly ReferenceSeries[],
): Promise<number | null> => {
  const { indicatorKey, ...columns } = definition;
  const rows = await tx.q
    .update(indicator)
    .set({
      ...columns,
      ...(referenceSeries === undefined ? {} : { referenceSeries }),
      baselineFiscalYear: baseline?.fiscalYear ?? null,
      baselineValue: baseline?.value ?? null,
      baselineBehaviour: baseline?.behaviour ?? null,
      baselineNote: baseline?.note ?? '',
      baselineSource: baseline?.source ?? null,
      version: sql`${indicator.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(indicator.municipality, tx.municipality),
        eq(indicator.indicatorKey, indicatorKey),
        eq(indicator.version, expected),
      ),
    )
    .returning({ version: indicator.version });
  return rows[0]?.version ?? null;
};
