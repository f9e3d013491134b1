import { type Confirmation, listConfirmations } from '../../db/confirmed-figures.ts';
import { findCollection, findSheet, listAskedKeys } from '../../db/read-collection.ts';
import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { Collection, CollectionSheet } from '../../domain/indicator/collection/collection.ts';
import { isWritable, maySheet } from '../../domain/indicator/collection/decide-sheet.ts';
import { dueOf, isLate } from '../../domain/indicator/collection/lateness.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, todayInJapan } from '../acting.ts';

export interface SheetReference {
  readonly fiscalYear: number;
  readonly unitKey: string;
}

export interface SheetView {
  readonly collection: Collection;
  readonly sheet: CollectionSheet;
  readonly unitName: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly today: string;
  /** What is asked, in the town's order. */
  readonly records: readonly LoadedIndicator[];
  /** 確かめた, by indicator. */
  readonly confirmations: ReadonlyMap<string, Confirmation>;
  /** Figures may be typed, by this person and now. */
  readonly writable: boolean;
  readonly mayWithdraw: boolean;
  readonly mayReturn: boolean;
  readonly mayApprove: boolean;
}

/** The sheet of one unit, in eight queries however long it is; null: the unit is not asked. */
export const readSheet = (acting: Acting, at: SheetReference): Promise<SheetView | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const collection = await findCollection(tx, at.fiscalYear);
    const sheet = await findSheet(tx, at);
    if (collection === null || sheet === null) return null;
    const units = await listUnits(tx);
    const on = { unitKeys: [at.unitKey], ancestors: ancestorsOf(units) };
    const mayEnter = may(acting.actor, 'indicator.enter', on);
    const mayDecide = may(acting.actor, 'indicator.publish', on);
    const today = todayInJapan(acting);
    const keys = await listAskedKeys(tx, at.unitKey);
    const records = await loadIndicators(tx, keys, { breakdowns: false });
    return {
      collection,
      sheet,
      unitName: units.find(({ unitKey }) => unitKey === at.unitKey)?.name ?? at.unitKey,
      dueOn: dueOf(sheet, collection),
      late: isLate(sheet, collection, today),
      today,
      records,
      confirmations: await listConfirmations(tx, keys, at.fiscalYear),
      writable: mayEnter && isWritable(sheet.state, collection),
      mayWithdraw: mayEnter && maySheet('withdraw', sheet.state, collection),
      mayReturn: mayDecide && maySheet('return', sheet.state, collection),
      mayApprove: mayDecide && maySheet('approve', sheet.state, collection),
    };
  });
