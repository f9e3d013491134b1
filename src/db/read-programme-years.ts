import { and, desc, eq, isNotNull, max, or } from 'drizzle-orm';
import { programmeYear } from './schema/programme.ts';
import type { TenantTx } from './tenant.ts';

/** Fiscal years of which anything is recorded, newest first. */
export const listProgrammeFiscalYears = async (tx: TenantTx): Promise<readonly number[]> => {
  const rows = await tx.q
    .selectDistinct({ fiscalYear: programmeYear.fiscalYear })
    .from(programmeYear)
    .where(eq(programmeYear.municipality, tx.municipality))
    .orderBy(desc(programmeYear.fiscalYear));
  return rows.map(({ fiscalYear }) => fiscalYear);
};

/** The newest year of which any amount is known; null: none. A year that has only just begun has records and no money yet. */
export const newestYearWithAmounts = async (tx: TenantTx): Promise<number | null> => {
  const [row] = await tx.q
    .select({ fiscalYear: max(programmeYear.fiscalYear) })
    .from(programmeYear)
    .where(
      and(
        eq(programmeYear.municipality, tx.municipality),
        or(isNotNull(programmeYear.settled), isNotNull(programmeYear.budget)),
      ),
    );
  return row?.fiscalYear ?? null;
};
