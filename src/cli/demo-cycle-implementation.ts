import type { Acting } from '../app/acting.ts';
import { createImplementationPlan } from '../app/implementation/change-plan.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import type { Result } from '../domain/kernel/result.ts';

/** A draft to be tried: three years of the last known amounts. It is not the town's, and nothing of it is public. */
export const loadImplementationSample = (
  acting: Acting,
  startFiscalYear: number,
): Promise<Result<null, readonly Problem[]>> =>
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
