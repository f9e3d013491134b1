import { type Confirmation, listConfirmations } from '../../db/confirmed-figures.ts';
import { findCollection, findSheet, listAskedKeys } from '../../db/read-collection.ts';
import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { lockIndicators } from '../../db/write-collection-values.ts';
import { may } from '../../domain/access/may.ts';
import { writingRefusal } from '../../domain/indicator/collection/decide-sheet.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import type { SheetReference } from './read-sheet.ts';
import { type ChangedRow, type EnteredRow, planRows, writeRows } from './sheet-rows.ts';

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

export interface SavedRows {
  readonly changed: readonly ChangedRow[];
  /** The rows that were sent, as they are stored now. */
  readonly records: readonly LoadedIndicator[];
  readonly confirmations: ReadonlyMap<string, Confirmation>;
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
    const unchanged = dryRun || changed.length === 0;
    if (!unchanged) await writeRows(tx, acting, changed, at.fiscalYear);
    return ok({
      changed,
      records: unchanged ? records : await loadIndicators(tx, keys, { breakdowns: false }),
      confirmations: await listConfirmations(tx, keys, at.fiscalYear),
    });
  });
