import { type Confirmation, confirmFigures, listConfirmations } from '../../db/confirmed-figures.ts';
import { findCollection, findSheet, listAskedKeys } from '../../db/read-collection.ts';
import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updateSheet } from '../../db/write-collection.ts';
import { lockIndicators, publishDraftsOfMany } from '../../db/write-collection-values.ts';
import { may } from '../../domain/access/may.ts';
import { figureOf } from '../../domain/indicator/collection/asked.ts';
import { checkSheet, warningOf } from '../../domain/indicator/collection/check-sheet.ts';
import { decideSheet, rightFor, type SheetCommand } from '../../domain/indicator/collection/decide-sheet.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { SheetReference } from './read-sheet.ts';
import { rowMark, sheetMark } from './sheet-mark.ts';

export type SheetStep =
  /** `confirmed`: 「指標キー 見た印」 of figures that look mistyped and are right. */
  | { readonly kind: 'submit'; readonly confirmed: readonly string[] }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'return'; readonly reason: string }
  /** `seen`: `sheetMark` of the figures the head looked at. */
  | { readonly kind: 'approve'; readonly seen: string };

export interface SheetMoved {
  /** Figures that became public. */
  readonly published: number;
}

/** Names a figure together with what it was: a confirmation holds for that figure only. */
export const confirmationOf = (record: LoadedIndicator, fiscalYear: number): string =>
  `${record.indicator.indicatorKey} ${rowMark(record, fiscalYear)}`;

/** Figures that look mistyped and are said to be right with this step. */
const newlyConfirmed = (
  step: SheetStep,
  records: readonly LoadedIndicator[],
  fiscalYear: number,
  today: string,
): readonly LoadedIndicator[] =>
  step.kind !== 'submit'
    ? []
    : records.filter(
        (record) =>
          step.confirmed.includes(confirmationOf(record, fiscalYear)) &&
          warningOf(record, fiscalYear, today) !== null,
      );

const commandOf = (
  step: SheetStep,
  records: readonly LoadedIndicator[],
  fiscalYear: number,
  today: string,
  before: ReadonlyMap<string, Confirmation>,
): SheetCommand => {
  if (step.kind !== 'submit') return step;
  const now = newlyConfirmed(step, records, fiscalYear, today);
  const confirmed = new Set([...before.keys(), ...now.map(({ indicator }) => indicator.indicatorKey)]);
  return { kind: 'submit', problems: checkSheet(records, fiscalYear, confirmed, today) };
};

/** Who confirmed what stays with the figures: the unit's head sees it before approving. */
const keepConfirmations = (
  tx: TenantTx,
  confirmed: readonly LoadedIndicator[],
  fiscalYear: number,
  stamp: ReturnType<typeof stampOf>,
): Promise<void> =>
  confirmFigures(
    tx,
    confirmed.flatMap(({ indicator, values }) => {
      const figure = figureOf(values, fiscalYear);
      return figure === null ? [] : [{ indicatorKey: indicator.indicatorKey, stage: figure.stage }];
    }),
    fiscalYear,
    stamp,
  );

const moveSheetIn = async (
  tx: TenantTx,
  acting: Acting,
  at: SheetReference,
  step: SheetStep,
): Promise<Result<SheetMoved, Refusal>> => {
  const collection = await findCollection(tx, at.fiscalYear, 'share');
  const sheet = await findSheet(tx, at, 'update');
  if (collection === null || sheet === null) return refused('sheet-unknown', [at.unitKey]);
  const on = { unitKeys: [at.unitKey], ancestors: ancestorsOf(await listUnits(tx)) };
  const right = rightFor(step.kind) === 'enter' ? 'indicator.enter' : 'indicator.publish';
  if (!may(acting.actor, right, on)) return refused('not-allowed', [at.unitKey]);
  const keys = await listAskedKeys(tx, at.unitKey);
  // Nobody changes a figure between the look and what is said of it.
  if (step.kind === 'approve' || step.kind === 'submit') await lockIndicators(tx, keys);
  const records = await loadIndicators(tx, keys, { breakdowns: false });
  const today = todayInJapan(acting);
  const confirmations = await listConfirmations(tx, keys, at.fiscalYear);
  const command = commandOf(step, records, at.fiscalYear, today, confirmations);
  const decided = decideSheet(sheet, command, collection);
  if (!decided.ok) return decided;
  if (step.kind === 'approve' && step.seen !== sheetMark(records, at.fiscalYear))
    return refused('changed-since-seen', [at.unitKey]);
  const stamp = stampOf(acting);
  await updateSheet(
    tx,
    at,
    {
      ...decided.value,
      ...(step.kind === 'submit' ? { submittedAt: stamp.now, submittedBy: stamp.by } : {}),
      ...(rightFor(step.kind) === 'decide' ? { decidedAt: stamp.now, decidedBy: stamp.by } : {}),
    },
    stamp,
  );
  await keepConfirmations(tx, newlyConfirmed(step, records, at.fiscalYear, today), at.fiscalYear, stamp);
  const published = step.kind === 'approve' ? await publishDraftsOfMany(tx, keys, at.fiscalYear, stamp) : 0;
  return ok({ published });
};

/**
 * One step of one unit's sheet: sent in, taken back, returned, approved. Approval makes the unit's draft figures of
 * that year the published ones in the same transaction; there is no approving of several sheets at once.
 */
export const moveSheet = (
  acting: Acting,
  at: SheetReference,
  step: SheetStep,
): Promise<Result<SheetMoved, Refusal>> =>
  withTenant(acting.db, acting.as, (tx) => moveSheetIn(tx, acting, at, step));
