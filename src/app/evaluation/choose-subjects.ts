import { lockSheets } from '../../db/read-evaluation.ts';
import { withTenant } from '../../db/tenant.ts';
import { replaceSheets } from '../../db/write-evaluation.ts';
import { may } from '../../domain/access/may.ts';
import { chooseForStage } from '../../domain/evaluation/round-choice.ts';
import { placed } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { stageOf } from './round-context.ts';
import { enterOpenRound } from './sheets-at-stage.ts';

/** 外部評価の対象を選ぶ: puts a stage that looks at some subjects only on their sheets, or takes it off. All or none. */
export const chooseSubjects = (
  acting: Acting,
  {
    roundKey,
    stageKey,
    subjectKeys,
    chosen,
  }: {
    readonly roundKey: string;
    readonly stageKey: string;
    readonly subjectKeys: readonly string[];
    readonly chosen: boolean;
  },
): Promise<Result<{ readonly changed: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'evaluation.manage')) return refused('not-allowed');
    const entered = await enterOpenRound(tx, acting, roundKey);
    if (!entered.ok) return entered;
    const { scheme } = entered.value;
    const stage = stageOf(scheme, stageKey);
    if (stage === undefined || stage.subjects !== 'some')
      return refused('evaluation-stage-unknown', [stageKey]);
    if (subjectKeys.length === 0) return refused('evaluation-nothing-chosen', ['chosen']);
    const order = scheme.stages.map(({ key }) => key);
    const decided = (await lockSheets(tx, roundKey, subjectKeys)).map((sheet) => ({
      sheet,
      made: chooseForStage(sheet, stageKey, order, chosen),
    }));
    const refusal = refusalOf(
      decided.flatMap(({ sheet, made }) =>
        made.ok ? [] : made.error.map((problem) => placed([sheet.subjectKey], problem)),
      ),
    );
    if (refusal !== null) return refusal;
    const changed = decided.flatMap(({ sheet, made }) =>
      made.ok && made.value.length !== sheet.stageKeys.length ? [{ ...sheet, stageKeys: made.value }] : [],
    );
    await replaceSheets(tx, changed, stampOf(acting));
    return ok({ changed: changed.length });
  });
