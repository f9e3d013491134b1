import { countAsked, listCollections, listSheets } from '../../db/read-collection.ts';
import { findLastReminder } from '../../db/read-mail.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { may, mayAnywhere } from '../../domain/access/may.ts';
import type { Actor } from '../../domain/access/role.ts';
import { dueOf, isLate, waitingFor } from '../../domain/indicator/collection/lateness.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';

export interface SheetTodo {
  readonly fiscalYear: number;
  readonly unitKey: string;
  readonly unitName: string;
  /** What this person does about it: fill it in, mend what was returned, or decide. */
  readonly step: 'fill' | 'mend' | 'decide';
  readonly dueOn: string;
  readonly late: boolean;
  /** Why it came back. */
  readonly reason: string;
  /** Rows with neither figure nor reason. */
  readonly blank: number;
}

/** For the planner: who is late with what. */
export interface LateCollection {
  readonly fiscalYear: number;
  readonly dueOn: string;
  readonly units: readonly string[];
}

export interface CollectionTodo {
  readonly sheets: readonly SheetTodo[];
  readonly late: readonly LateCollection[];
  /** ISO instant of the last reminder; null: never, or nothing waits any more. */
  readonly remindedAt: string | null;
}

const nothing: CollectionTodo = { sheets: [], late: [], remindedAt: null };

/**
 * Sheets that wait for this person, by a role for the unit or one above it: who holds a role for the whole town is
 * told who is late instead. Three queries, and one for each open collection with a sheet that waits for this person.
 */
export const readCollectionTodo = async (
  tx: TenantTx,
  actor: Actor,
  units: readonly OrganisationUnit[],
  ancestors: ReadonlyMap<string, readonly string[]>,
  today: string,
): Promise<CollectionTodo> => {
  const collects = may(actor, 'indicator.collect');
  if (!collects && !mayAnywhere(actor, 'indicator.enter')) return nothing;
  const open = new Map(
    (await listCollections(tx)).flatMap((each) => (each.closedAt === null ? [[each.fiscalYear, each]] : [])),
  );
  if (open.size === 0) return nothing;
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const own: Actor = { ...actor, grants: actor.grants.filter(({ unitKey }) => unitKey !== null) };
  const counts = new Map<number, ReadonlyMap<string | null, number>>();
  const sheets: SheetTodo[] = [];
  const late = new Map<number, LateCollection>();
  for (const sheet of await listSheets(tx)) {
    const { fiscalYear, unitKey } = sheet;
    const collection = open.get(fiscalYear);
    if (collection === undefined) continue;
    const unitName = names.get(unitKey) ?? unitKey;
    const dueOn = dueOf(sheet, collection);
    const isOverdue = isLate(sheet, collection, today);
    if (collects && isOverdue) {
      const before = late.get(fiscalYear);
      late.set(fiscalYear, {
        fiscalYear,
        dueOn: collection.dueOn,
        units: [...(before?.units ?? []), unitName],
      });
    }
    const waiting = waitingFor(sheet.state, collection);
    const on = { unitKeys: [unitKey], ancestors };
    const mine =
      waiting !== 'nobody' && may(own, waiting === 'unit' ? 'indicator.enter' : 'indicator.publish', on);
    if (!mine) continue;
    const ofYear =
      counts.get(fiscalYear) ??
      new Map((await countAsked(tx, fiscalYear)).map((each) => [each.unitKey, each.blank]));
    counts.set(fiscalYear, ofYear);
    sheets.push({
      fiscalYear,
      unitKey,
      unitName,
      step: waiting === 'head' ? 'decide' : sheet.state === 'returned' ? 'mend' : 'fill',
      dueOn,
      late: isOverdue,
      reason: sheet.state === 'returned' ? sheet.reason : '',
      blank: ofYear.get(unitKey) ?? 0,
    });
  }
  return {
    sheets,
    late: [...late.values()],
    remindedAt: sheets.length === 0 ? null : await findLastReminder(tx, actor.userId, 'collection'),
  };
};
