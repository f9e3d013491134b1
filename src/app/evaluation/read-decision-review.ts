import { loadRemarks, type StoredRemark } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Decision } from '../../domain/evaluation/decision.ts';
import type { EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import type { Acting } from '../acting.ts';
import { type DecisionRound, readDecisions } from './read-decisions.ts';

export interface Reviewed {
  readonly decision: Decision;
  readonly stage: EvaluationStage;
  /** It is the reviewers' turn. */
  readonly waits: boolean;
  /** 公開の指摘 of all years, oldest first, with what became of them. */
  readonly remarks: readonly StoredRemark[];
}

export interface ReviewView extends DecisionRound {
  readonly reviewed: readonly Reviewed[];
}

/**
 * 外部評価: sheets with a stage of external reviewers only, and of the remarks the public ones only, whoever looks: so
 * staff see what the reviewers see. What stages before have handed on is shown, their drafts are not.
 */
export const readDecisionReview = async (acting: Acting, roundKey: string): Promise<ReviewView | null> => {
  const view = await readDecisions(acting, roundKey);
  if (view === null) return null;
  const found = view.decisions.flatMap((decision) => {
    const stage = view.scheme.stages.find(
      ({ key, actor }) => actor === 'external-reviewer' && decision.stageKeys.includes(key),
    );
    return stage === undefined ? [] : [{ decision, stage }];
  });
  const remarks = await withTenant(acting.db, acting.as, (tx) =>
    loadRemarks(tx, {
      target: view.round.target,
      subjectKeys: found.map(({ decision }) => decision.subjectKey),
    }),
  );
  const open = Map.groupBy(
    remarks.filter(({ audience }) => audience === 'public'),
    ({ subjectKey }) => subjectKey,
  );
  return {
    ...view,
    reviewed: found.map(({ decision, stage }) => ({
      decision,
      stage,
      waits:
        view.round.state === 'open' &&
        decision.exemption === '' &&
        decision.status !== 'final' &&
        decision.stageKeys[decision.stageIndex] === stage.key,
      remarks: open.get(decision.subjectKey) ?? [],
    })),
  };
};
