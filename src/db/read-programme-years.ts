import { desc, eq } from 'drizzle-orm';
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
