import { findCollection, findPlanYears, listAskedUnitKeys, listSheets } from '../../db/read-collection.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  insertCollection,
  insertSheets,
  updateCollection,
  updateDueDays,
} from '../../db/write-collection.ts';
import { may } from '../../domain/access/may.ts';
import type { Collection } from '../../domain/indicator/collection/collection.ts';
import {
  type CollectionScope,
  decideCollection,
  type TypedCollection,
} from '../../domain/indicator/collection/decide-collection.ts';
import { decideDueDays, type TypedDueDay } from '../../domain/indicator/collection/decide-due-days.ts';
import { fiscalYearOf, formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

const loadScope = async (tx: TenantTx, acting: Acting): Promise<CollectionScope> => ({
  runningYear: fiscalYearOf(todayInJapan(acting)),
  planYears: await findPlanYears(tx),
  askedUnitKeys: new Set(await listAskedUnitKeys(tx)),
});

/** 照会を始める: each unit chosen gets an empty sheet. */
export const openCollection = (acting: Acting, typed: TypedCollection): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.collect')) return refused('not-allowed');
    const decided = decideCollection(typed, await loadScope(tx, acting));
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const { fiscalYear, dueOn, note, unitKeys } = decided.value;
    if ((await findCollection(tx, fiscalYear)) !== null)
      return refused('collection-exists', ['fiscalYear'], { year: formatFiscalYear(fiscalYear, 'wareki') });
    await insertCollection(tx, { fiscalYear, dueOn, note }, stampOf(acting));
    await insertSheets(tx, fiscalYear, unitKeys, stampOf(acting));
    return ok(null);
  });

const change = (
  acting: Acting,
  fiscalYear: number,
  seenVersion: number,
  decide: (tx: TenantTx, collection: Collection) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.collect')) return refused('not-allowed');
    const collection = await findCollection(tx, fiscalYear, 'update');
    if (collection === null) return refused('collection-unknown', ['fiscalYear']);
    if (collection.version !== seenVersion) return refused('changed-since-seen');
    return decide(tx, collection);
  });

/** Another due day, another note, further units. A unit that was asked stays asked: what it entered is not lost. */
export const changeCollection = (
  acting: Acting,
  typed: TypedCollection,
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  change(acting, typed.fiscalYear, seenVersion, async (tx, { closedAt }) => {
    if (closedAt !== null) return refused('collection-closed', ['fiscalYear']);
    const decided = decideCollection(typed, await loadScope(tx, acting));
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const { fiscalYear, dueOn, note, unitKeys } = decided.value;
    await updateCollection(tx, fiscalYear, { dueOn, note }, stampOf(acting));
    await insertSheets(tx, fiscalYear, unitKeys, stampOf(acting));
    return ok(null);
  });

/** 課ごとの期限: all that were sent, or none. */
export const setDueDays = (
  acting: Acting,
  fiscalYear: number,
  typed: readonly TypedDueDay[],
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  change(acting, fiscalYear, seenVersion, async (tx, collection) => {
    if (collection.closedAt !== null) return refused('collection-closed', ['fiscalYear']);
    const decided = decideDueDays(typed, collection, await listSheets(tx, fiscalYear));
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    if (decided.value.length === 0) return ok(null);
    await updateDueDays(tx, fiscalYear, decided.value, stampOf(acting));
    await updateCollection(tx, fiscalYear, {}, stampOf(acting));
    return ok(null);
  });

/** 締め切る: no sheet moves any more. What was entered and not approved stays a draft. */
export const closeCollection = (
  acting: Acting,
  fiscalYear: number,
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  change(acting, fiscalYear, seenVersion, async (tx, { closedAt }) => {
    if (closedAt !== null) return refused('collection-closed', ['fiscalYear']);
    await updateCollection(tx, fiscalYear, { closedAt: stampOf(acting).now }, stampOf(acting));
    return ok(null);
  });

export const reopenCollection = (
  acting: Acting,
  fiscalYear: number,
  seenVersion: number,
): Promise<Result<null, Refusal>> =>
  change(acting, fiscalYear, seenVersion, async (tx, { closedAt }) => {
    if (closedAt === null) return refused('collection-open', ['fiscalYear']);
    await updateCollection(tx, fiscalYear, { closedAt: null }, stampOf(acting));
    return ok(null);
  });
