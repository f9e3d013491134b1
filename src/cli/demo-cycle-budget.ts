import type { Acting } from '../app/acting.ts';
import { computeYearFrames } from '../app/budget/compute-year-frames.ts';
import { notifyFrames } from '../app/budget/notify-frames.ts';
import { createBudgetYear } from '../app/budget/open-budget-year.ts';
import { publishBudgetInMaking } from '../app/budget/publish-budget-in-making.ts';
import { seedProposals } from '../app/budget/seed-proposals.ts';
import { findBudgetYear } from '../db/read-budget.ts';
import { withTenant } from '../db/tenant.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { loadSampleOffsets } from './demo-cycle-offsets.ts';
import { inEveryRole } from './demo-cycle-people.ts';
import { adoptShippedRule } from './demo-cycle-schemes.ts';
import { evaluatedYear, publishedRoundKey } from './demo-cycle-seiro.ts';

/** 令和8年度: the budget that rests on the evaluation made in 令和7年度. */
export const budgetYear = 2026;

const lockOf = async (acting: Acting): Promise<number> =>
  (await withTenant(acting.db, acting.as, (tx) => findBudgetYear(tx, budgetYear)))?.version ?? 0;

/** What the town's documents hold is public: the evaluation and the settled amounts. What they do not is open. */
const publishWhatIsKnown = async (acting: Acting): Promise<Result<null, readonly Problem[]>> => {
  const published = await publishBudgetInMaking(
    acting,
    budgetYear,
    {
      note: '見本: 令和8年度の要求と予算の額は、町の資料にないため入れていません（未定）。令和6年度の額は公表された決算額です。財源の内訳は資料にないため、一般財源だけの額とは限りません。',
      reason: '',
    },
    await lockOf(acting),
  );
  return published.ok ? ok(null) : published;
};

/**
 * Frames of every division from the published evaluation, notified; a proposal for each programme goes its way, and
 * what is known of them is public.
 */
export const loadBudget = async (loader: Acting, town: string): Promise<Result<null, readonly Problem[]>> => {
  const acting = inEveryRole(loader);
  const rule = await adoptShippedRule(acting, 'seiro-demonstration');
  if (!rule.ok) return rule;
  const made = await createBudgetYear(acting, budgetYear, {
    ...rule.value,
    baseFiscalYear: evaluatedYear,
    roundKey: publishedRoundKey,
    revenueThousandYen: null,
    note: '見本: 率は町の公表値ではありません。財源が分からないため、令和6年度の決算額を一般財源とみなして計算しています。',
  });
  if (!made.ok) return made;
  const computed = await computeYearFrames(acting, budgetYear);
  if (!computed.ok) return computed;
  const notified = await notifyFrames(acting, budgetYear, await lockOf(acting), {
    town,
    href: `/m/${acting.as.municipality}/office/budget`,
  });
  if (!notified.ok) return notified;
  const seeded = await seedProposals(acting, budgetYear);
  if (!seeded.ok) return seeded;
  const paid = await loadSampleOffsets(acting, budgetYear);
  return paid.ok ? publishWhatIsKnown(acting) : paid;
};
