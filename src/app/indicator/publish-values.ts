import { loadIndicators } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { lockIndicator, markIndicatorPublished, publishDraftValues } from '../../db/write-values.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import { draftsMark } from './seen-values.ts';

/** Makes every draft figure of the indicator, and with the first time the indicator itself, public. */
export const publishValues = (
  acting: Acting,
  indicatorKey: string,
  /** `draftsMark` of what the person saw: nobody makes figures public that came after the look. */
  seen: string,
): Promise<Result<{ readonly published: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockIndicator(tx, indicatorKey);
    if (locked === null) return refused('indicator-not-found', [indicatorKey]);
    const unitKeys = locked.unitKey === null ? [] : [locked.unitKey];
    const ancestors = ancestorsOf(await listUnits(tx));
    if (!may(acting.actor, 'indicator.publish', { unitKeys, ancestors }))
      return refused('not-allowed', [indicatorKey]);
    const [stored] = await loadIndicators(tx, [indicatorKey]);
    if (draftsMark(stored?.values ?? []) !== seen) return refused('changed-since-seen', [indicatorKey]);
    const published = await publishDraftValues(tx, indicatorKey, stampOf(acting));
    if (published === 0 && locked.publishedAt !== null) return refused('nothing-to-publish', [indicatorKey]);
    await markIndicatorPublished(tx, indicatorKey, acting.now.toISOString());
    return ok({ published });
  });
