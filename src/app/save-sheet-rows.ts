import { findCollection, findSheet, listAskedKeys } from '../db/read-collection.ts';
import { type LoadedIndicator, loadIndicators, type StoredValue } from '../db/read-indicator.ts';
import { listUnits } from '../db/read-town.ts';
import { type TenantTx, withTenant } from '../db/tenant.ts';
import {
  deleteDraftsOfMany,
  lockIndicators,
  upsertDraftsOfMany,
  type ValueOfIndicator,
} from '../db/write-collection-values.ts';
import { may } from '../domain/access/may.ts';
import { figureOf } from '../domain/indicator/collection/asked.ts';
import { decideRow, type TypedRow } from '../domain/indicator/collection/decide-row.ts';
import { writingRefusal } from '../domain/indicator/collection/decide-sheet.ts';
import { isUntouched, shownRow } from '../domain/indicator/collection/typed-row.ts';
import { saysNothing } from '../domain/indicator/decide-values.ts';
import type { IndicatorValue } from '../domain/indicator/indicator.ts';
import { errorAt, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { ancestorsOf } from '../domain/organisation/ancestors.ts';
import { type Acting, stampOf } from './acting.ts';
import type { SheetReference } from './read-sheet.ts';
import { type Refusal, refusalOf, refused } from './refusal.ts';
import { valueContent } from './seen-values.ts';
import { rowMark } from './sheet-mark.ts';

/** A row as typed, with the `rowMark` of what the person saw; null: whatever is stored (a preview). */
export interface EnteredRow extends TypedRow {
  readonly seen: string | null;
}

/** What a row changes. */
export interface ChangedRow {
  readonly record: LoadedIndicator;
  readonly before: StoredValue | null;
  readonly after: IndicatorValue;
}

const isSame = (typed: IndicatorValue, stored: StoredValue | null): boolean =>
  stored === null ? saysNothing(typed) : valueContent(typed) === valueContent(stored);

/** Rights, state, and that every row is asked for once. */
const refuseSheet = async (
  tx: TenantTx,
  acting: Acting,
  at: SheetReference,
  rows: readonly EnteredRow[],
): Promise<{ readonly ok: false; readonly error: Refusal } | null> => {
  const collection = await findCollection(tx, at.fiscalYear, 'share');
  const sheet = await findSheet(tx, at, 'share');
  if (collection === null || sheet === null) return refused('sheet-unknown', [at.unitKey]);
  const ancestors = ancestorsOf(await listUnits(tx));
  if (!may(acting.actor, 'indicator.enter', { unitKeys: [at.unitKey], ancestors }))
    return refused('not-allowed', [at.unitKey]);
  const closed = writingRefusal(sheet, collection);
  if (closed !== null) return { ok: false, error: [closed] };
  const keys = rows.map(({ indicatorKey }) => indicatorKey);
  const asked = new Set(await listAskedKeys(tx, at.unitKey, [...new Set(keys)]));
  return refusalOf([
    ...keys.filter((key) => !asked.has(key)).map((key) => errorAt('sheet-not-asked', [key], { key })),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => errorAt('sheet-two-values', [key, 'figure'], {})),
  ]);
};

interface Plan {
  readonly changed: readonly ChangedRow[];
  readonly problems: readonly Problem[];
}

const planRows = (
  records: ReadonlyMap<string, LoadedIndicator>,
  rows: readonly EnteredRow[],
  fiscalYear: number,
): Plan => {
  const problems: Problem[] = [];
  const changed = rows.flatMap((row): readonly ChangedRow[] => {
    const record = records.get(row.indicatorKey);
    if (record === undefined || isUntouched(shownRow(record, fiscalYear), row)) return [];
    const decided = decideRow(record, fiscalYear, row);
    if (!decided.ok) {
      problems.push(...decided.error);
      return [];
    }
    const before = figureOf(record.values, fiscalYear);
    if (isSame(decided.value, before)) return [];
    if (row.seen !== null && row.seen !== rowMark(record, fiscalYear))
      problems.push(errorAt('changed-meanwhile', [row.indicatorKey]));
    return [{ record, before, after: decided.value }];
  });
  return { changed, problems };
};

const write = async (
  tx: TenantTx,
  acting: Acting,
  changed: readonly ChangedRow[],
  fiscalYear: number,
): Promise<void> => {
  const publishedOf = ({ values }: LoadedIndicator): StoredValue | null =>
    figureOf(
      values.filter(({ stage }) => stage === 'published'),
      fiscalYear,
    );
  // A draft that says the same as what is published, or nothing where nothing is published, is no draft.
  const dropped = changed.filter(({ record, after }) => isSame(after, publishedOf(record)));
  const keyOf = ({ record }: ChangedRow): string => record.indicator.indicatorKey;
  await deleteDraftsOfMany(tx, dropped.map(keyOf), fiscalYear);
  await upsertDraftsOfMany(
    tx,
    changed
      .filter((row) => !dropped.includes(row))
      .map((row): ValueOfIndicator => ({ ...row.after, indicatorKey: keyOf(row) })),
    stampOf(acting),
  );
};

export interface SavedRows {
  readonly changed: readonly ChangedRow[];
  /** The rows that were sent, as they are stored now. */
  readonly records: readonly LoadedIndicator[];
}

/**
 * Keeps rows of a sheet as drafts: all of them or none; a row that says what is stored is left alone. As many
 * queries for one row as for four hundred, and none of them touches a row that was not sent. `dryRun`: what would
 * change, and nothing is written.
 */
export const saveSheetRows = (
  acting: Acting,
  at: SheetReference,
  rows: readonly EnteredRow[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Result<SavedRows, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const refusal = await refuseSheet(tx, acting, at, rows);
    if (refusal !== null) return refusal;
    const keys = rows.map(({ indicatorKey }) => indicatorKey);
    if (!dryRun) await lockIndicators(tx, keys);
    const records = await loadIndicators(tx, keys, { breakdowns: false });
    const byKey = new Map(records.map((record) => [record.indicator.indicatorKey, record]));
    const { changed, problems } = planRows(byKey, rows, at.fiscalYear);
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    if (dryRun || changed.length === 0) return ok({ changed, records });
    await write(tx, acting, changed, at.fiscalYear);
    return ok({ changed, records: await loadIndicators(tx, keys, { breakdowns: false }) });
  });
