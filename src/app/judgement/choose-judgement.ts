import { loadJudgementYears, loadSchemes, type StoredJudgementYear } from '../../db/read-judgement.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { saveJudgementYear } from '../../db/write-judgement.ts';
import type { SchemeId } from '../../db/write-scheme.ts';
import { may } from '../../domain/access/may.ts';
import { isFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

const findYear = async (tx: TenantTx, fiscalYear: number): Promise<StoredJudgementYear | undefined> =>
  (await loadJudgementYears(tx)).find((each) => each.fiscalYear === fiscalYear);

export interface JudgementChoice extends SchemeId {
  readonly fiscalYear: number;
  /** Why this one; asked for when a year that is public changes its scheme. */
  readonly reason: string;
  /** Whether the human judgement is published beside the machine's. */
  readonly publishesHuman: boolean;
}

/** Says by which adopted version a year is judged. `seen`: the lock the person read; 0 for none. */
export const chooseJudgement = (
  acting: Acting,
  choice: JudgementChoice,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'judgement.scheme')) return refused('not-allowed', ['fiscalYear']);
    if (!isFiscalYear(choice.fiscalYear))
      return refused('fiscal-year-impossible', ['fiscalYear'], { input: String(choice.fiscalYear) });
    const scheme = (await loadSchemes(tx)).find(
      (each) => each.schemeKey === choice.schemeKey && each.schemeVersion === choice.schemeVersion,
    );
    if (scheme === undefined) return refused('scheme-not-found', ['scheme']);
    if (scheme.state !== 'adopted') return refused('scheme-not-adopted', ['scheme'], { name: scheme.name });
    const content = readJudgementScheme(scheme.content);
    if (!content.ok) return refusalOf(content.error) ?? refused('scheme-not-found', ['scheme']);
    const { validFrom, validTo } = content.value;
    if (choice.fiscalYear < validFrom || (validTo !== null && choice.fiscalYear > validTo))
      return refused('scheme-other-years', ['fiscalYear'], {
        name: scheme.name,
        from: validFrom,
        ...(validTo === null ? {} : { to: validTo }),
      });
    const stored = await findYear(tx, choice.fiscalYear);
    const reason = choice.reason.trim();
    if (reason.length > 2000)
      return refused('text-too-long', ['reason'], { limit: 2000, length: reason.length });
    const isOther =
      stored !== undefined &&
      (stored.schemeKey !== choice.schemeKey || stored.schemeVersion !== choice.schemeVersion);
    if (isOther && stored.publishedAt !== null && reason === '')
      return refused('reason-required', ['reason']);
    const saved = await saveJudgementYear(
      tx,
      { ...choice, reason, publishedAt: stored?.publishedAt ?? null },
      seen,
      stampOf(acting),
    );
    return saved ? ok(null) : refused('changed-meanwhile', ['fiscalYear']);
  });

/** Makes the judgements of a year public, or takes them back (`isPublic` false). */
export const publishJudgement = (
  acting: Acting,
  fiscalYear: number,
  isPublic: boolean,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'judgement.publish')) return refused('not-allowed', ['fiscalYear']);
    const stored = await findYear(tx, fiscalYear);
    if (stored === undefined) return refused('judgement-year-unknown', ['fiscalYear'], { fiscalYear });
    const { version: _, updatedAt: __, ...choice } = stored;
    const publishedAt = isPublic ? (stored.publishedAt ?? acting.now.toISOString()) : null;
    const saved = await saveJudgementYear(tx, { ...choice, publishedAt }, seen, stampOf(acting));
    return saved ? ok(null) : refused('changed-meanwhile', ['fiscalYear']);
  });
