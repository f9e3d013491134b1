import type { Acting } from '../app/acting.ts';
import { createImplementationPlan, settleImplementationPlan } from '../app/implementation/change-plan.ts';
import { publishImplementationPlan } from '../app/implementation/publish-plan.ts';
import { saveImplementationCells } from '../app/implementation/save-cells.ts';
import { findImplementationPlan } from '../db/read-implementation.ts';
import { loadProgrammeYears } from '../db/read-programme.ts';
import { withTenant } from '../db/tenant.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import type { Result } from '../domain/kernel/result.ts';

type Loaded = Result<null, readonly Problem[]>;

const lockOf = async (acting: Acting, startFiscalYear: number): Promise<number> =>
  (await withTenant(acting.db, acting.as, (tx) => findImplementationPlan(tx, startFiscalYear)))?.version ?? 0;

/**
 * A plan that is public: three years, of which the town's documents have one. Its settled amounts stand in that year;
 * the others stay empty, for nothing is known of them.
 */
export const loadPublishedPlan = async (acting: Acting, fiscalYear: number): Promise<Loaded> => {
  const made = await createImplementationPlan(
    acting,
    {
      startFiscalYear: fiscalYear,
      years: 3,
      mode: 'rolling',
      title: '実施計画の形を示す見本（令和6年度は公表された決算額。令和7・8年度の額は町の資料にない）',
      note: '見本: 町の実施計画ではありません。',
    },
    'nothing',
  );
  if (!made.ok) return made;
  const years = await withTenant(acting.db, acting.as, (tx) =>
    loadProgrammeYears(tx, { fiscalYears: [fiscalYear] }),
  );
  const saved = await saveImplementationCells(
    acting,
    fiscalYear,
    years.map(({ programmeKey, settled }) => ({
      programmeKey,
      fiscalYear,
      amount: String(settled.totalThousandYen ?? ''),
      general: '',
      seenAmount: '',
      seenGeneral: '',
      reason: '',
    })),
  );
  if (!saved.ok) return saved;
  const settled = await settleImplementationPlan(acting, fiscalYear, await lockOf(acting, fiscalYear));
  return settled.ok
    ? publishImplementationPlan(acting, fiscalYear, await lockOf(acting, fiscalYear))
    : settled;
};

/** A draft to be tried: three years of the last known amounts. It is not the town's, and nothing of it is public. */
export const loadImplementationSample = (acting: Acting, startFiscalYear: number): Promise<Loaded> =>
  createImplementationPlan(
    acting,
    {
      startFiscalYear,
      years: 3,
      mode: 'fixed',
      title: '実施計画（見本）',
      note: '見本: 町の実施計画ではありません。令和6年度の決算額を、3か年にそのまま入れています。',
    },
    'all',
  );
