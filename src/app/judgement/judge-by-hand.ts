import { loadIndicators } from '../../db/read-indicator.ts';
import { loadHumanJudgements, loadJudgementYears, loadSchemes } from '../../db/read-judgement.ts';
import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { deleteHumanJudgement, type HumanChoice, saveHumanJudgement } from '../../db/write-judgement.ts';
import { may } from '../../domain/access/may.ts';
import { humanChoices } from '../../domain/indicator/human-choices.ts';
import type { JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

/** 人による判定 as chosen. `choice` '': what was said before is taken back. `seen`: the lock read; 0 for none. */
export interface TypedJudgement extends HumanChoice {
  readonly seen: number;
}

const schemeOfYear = async (tx: TenantTx, fiscalYear: number): Promise<JudgementScheme | null> => {
  const year = (await loadJudgementYears(tx)).find((each) => each.fiscalYear === fiscalYear);
  if (year === undefined) return null;
  const stored = (await loadSchemes(tx)).find(
    (each) => each.schemeKey === year.schemeKey && each.schemeVersion === year.schemeVersion,
  );
  const scheme = stored === undefined ? null : readJudgementScheme(stored.content);
  return scheme?.ok ? scheme.value : null;
};

/** Another grade than the machine's needs its reason; a mark the scheme asks for may stand without. */
const check = (scheme: JudgementScheme, typed: TypedJudgement): readonly Problem[] => {
  const choices = humanChoices(scheme, typed);
  if (choices === null) return [errorAt('judgement-subject-unknown', [typed.subject], {})];
  if (typed.choice === '') return [];
  const reason = typed.reason.trim();
  return [
    ...(choices.includes(typed.choice)
      ? []
      : [errorAt('unknown-choice', [typed.subject, 'choice'], { text: typed.choice.slice(0, 40) })]),
    ...(typed.kind === 'override' && reason === ''
      ? [errorAt('reason-required', [typed.subject, 'reason'])]
      : []),
    ...(reason.length > 2000
      ? [errorAt('text-too-long', [typed.subject, 'reason'], { limit: 2000, length: reason.length })]
      : []),
  ];
};

/** Writes marks and overrides of one indicator's year: all or none. */
export const judgeByHand = (
  acting: Acting,
  indicatorKey: string,
  fiscalYear: number,
  all: readonly TypedJudgement[],
): Promise<Result<{ readonly changed: number }, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const [loaded] = await loadIndicators(tx, [indicatorKey], { breakdowns: false });
    if (loaded === undefined) return refused('indicator-not-found', [indicatorKey]);
    const { unitKey } = loaded.indicator;
    const on = { unitKeys: unitKey === null ? [] : [unitKey], ancestors: ancestorsOf(await listUnits(tx)) };
    if (!may(acting.actor, 'judgement.mark', on)) return refused('not-allowed', [indicatorKey]);
    const scheme = await schemeOfYear(tx, fiscalYear);
    if (scheme === null) return refused('judgement-year-unknown', ['fiscalYear'], { fiscalYear });
    const wrong = refusalOf(all.flatMap((typed) => check(scheme, typed)));
    if (wrong !== null) return wrong;
    const stored = await loadHumanJudgements(tx, indicatorKey);
    const before = (typed: TypedJudgement) =>
      stored.find(
        (each) =>
          each.fiscalYear === fiscalYear && each.kind === typed.kind && each.subject === typed.subject,
      );
    const changed = all.filter((typed) => {
      const known = before(typed);
      return (known?.choice ?? '') !== typed.choice || (known?.reason ?? '') !== typed.reason.trim();
    });
    const stale = changed.filter((typed) => (before(typed)?.version ?? 0) !== typed.seen);
    const meanwhile = refusalOf(stale.map(({ subject }) => errorAt('changed-meanwhile', [subject])));
    if (meanwhile !== null) return meanwhile;
    for (const typed of changed) {
      const { seen, ...choice } = { ...typed, reason: typed.reason.trim() };
      const done =
        choice.choice === ''
          ? seen === 0 || (await deleteHumanJudgement(tx, choice, seen))
          : await saveHumanJudgement(tx, choice, seen, stampOf(acting));
      // Somebody wrote between the check and here: nothing of it stays.
      if (!done) return refused('changed-meanwhile', [typed.subject]);
    }
    return ok({ changed: changed.length });
  });
