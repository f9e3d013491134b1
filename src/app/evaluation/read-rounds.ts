import { loadRounds, type StoredRound } from '../../db/read-evaluation.ts';
import { loadEvaluationSchemes } from '../../db/read-evaluation-scheme.ts';
import { listPlans, listRevisions } from '../../db/read-plan.ts';
import { findYearlyCycle, type StoredYearlyCycle } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { EvaluationScheme } from '../../domain/evaluation/evaluation-scheme.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { parseEvaluationScheme } from './read-evaluation-scheme.ts';

export interface AdoptedScheme {
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly scheme: EvaluationScheme;
}

export interface RoundsView {
  /** Newest year first. */
  readonly rounds: readonly StoredRound[];
  /** What a round can be made of: for the planner only. */
  readonly schemes: readonly AdoptedScheme[];
  readonly plans: readonly { readonly planKey: string; readonly title: string }[];
  readonly cycle: StoredYearlyCycle | null;
  readonly today: string;
}

/** 評価の回 of the town, and for the planner what the next one can be made of. */
export const readRounds = (acting: Acting): Promise<RoundsView> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const manages = may(acting.actor, 'evaluation.manage');
    const rounds = (await loadRounds(tx)).toReversed();
    const today = todayInJapan(acting);
    if (!manages)
      return {
        rounds: rounds.filter(({ state }) => state !== 'preparing'),
        schemes: [],
        plans: [],
        cycle: null,
        today,
      };
    const titles = new Map(
      (await listRevisions(tx)).toReversed().map(({ planKey, title }) => [planKey, title]),
    );
    return {
      rounds,
      today,
      cycle: await findYearlyCycle(tx),
      plans: (await listPlans(tx)).map(({ planKey }) => ({ planKey, title: titles.get(planKey) ?? planKey })),
      schemes: (await loadEvaluationSchemes(tx)).flatMap(({ schemeKey, schemeVersion, state, content }) => {
        const read = state === 'adopted' ? parseEvaluationScheme(content) : null;
        return read?.ok === true ? [{ schemeKey, schemeVersion, scheme: read.value }] : [];
      }),
    };
  });
