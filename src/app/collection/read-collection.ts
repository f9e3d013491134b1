import {
  countAsked,
  findCollection,
  findPlanYears,
  listCollections,
  listSheets,
} from '../../db/read-collection.ts';
import { listMails, listReachable, type MailRow } from '../../db/read-mail.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { SheetCounts } from '../../domain/indicator/collection/asked.ts';
import type { Collection, CollectionSheet } from '../../domain/indicator/collection/collection.ts';
import { dueOf, isLate, type Waiting, waitingFor } from '../../domain/indicator/collection/lateness.ts';
import { recipientsOf } from '../../domain/indicator/collection/recipients.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { reminderKey } from './remind-collection.ts';

export interface SheetState {
  readonly sheet: CollectionSheet;
  readonly unitName: string;
  readonly counts: SheetCounts;
  readonly dueOn: string;
  readonly late: boolean;
  readonly waiting: Waiting;
  /** May open it: holds a role for the unit, or for the town. */
  readonly mayEnter: boolean;
  readonly mayDecide: boolean;
  /** Names of those who would be reminded. */
  readonly people: readonly string[];
}

export interface CollectionView {
  readonly collection: Collection;
  readonly sheets: readonly SheetState[];
  /** Units with indicators that were not asked. */
  readonly notAsked: readonly {
    readonly unitKey: string;
    readonly unitName: string;
    readonly asked: number;
  }[];
  /** Indicators no unit answers for. */
  readonly withoutUnit: number;
  readonly mails: readonly MailRow[];
  readonly today: string;
  readonly mayCollect: boolean;
}

const none: SheetCounts = { asked: 0, entered: 0, missing: 0, blank: 0 };

/** One collection with the state of every unit, in eight queries whatever the town's size; null: there is none. */
export const readCollection = (acting: Acting, fiscalYear: number): Promise<CollectionView | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const collection = await findCollection(tx, fiscalYear);
    if (collection === null) return null;
    const units = await listUnits(tx);
    const ancestors = ancestorsOf(units);
    const places = new Map(units.map((unit, at) => [unit.unitKey, { name: unit.name, at }]));
    const counts = await countAsked(tx, fiscalYear);
    const countOf = new Map(counts.map(({ unitKey, ...rest }) => [unitKey, rest]));
    const today = todayInJapan(acting);
    const people = await listReachable(tx, today);
    const mayCollect = may(acting.actor, 'indicator.collect');
    const sheets = (await listSheets(tx, fiscalYear)).map((sheet): SheetState => {
      const { unitKey, state } = sheet;
      const on = { unitKeys: [unitKey], ancestors };
      const waiting = waitingFor(state, collection);
      return {
        sheet,
        unitName: places.get(unitKey)?.name ?? unitKey,
        counts: countOf.get(unitKey) ?? none,
        dueOn: dueOf(sheet, collection),
        late: isLate(sheet, collection, today),
        waiting,
        mayEnter: may(acting.actor, 'indicator.enter', on),
        mayDecide: may(acting.actor, 'indicator.publish', on),
        people: recipientsOf(waiting, unitKey, ancestors.get(unitKey) ?? [], people).map(
          ({ displayName }) => displayName,
        ),
      };
    });
    const asked = new Set(sheets.map(({ sheet }) => sheet.unitKey));
    return {
      collection,
      sheets: sheets.toSorted(
        (a, b) => (places.get(a.sheet.unitKey)?.at ?? 0) - (places.get(b.sheet.unitKey)?.at ?? 0),
      ),
      notAsked: counts.flatMap(({ unitKey, asked: number }) =>
        unitKey === null || asked.has(unitKey)
          ? []
          : [{ unitKey, unitName: places.get(unitKey)?.name ?? unitKey, asked: number }],
      ),
      withoutUnit: countOf.get(null)?.asked ?? 0,
      mails: mayCollect ? await listMails(tx, reminderKey(fiscalYear)) : [],
      today,
      mayCollect,
    };
  });

export interface CollectionList {
  readonly collections: readonly Collection[];
  readonly units: readonly OrganisationUnit[];
  /** How many indicators each unit would be asked for. */
  readonly asked: ReadonlyMap<string | null, number>;
  readonly planYears: { readonly first: number; readonly last: number } | null;
  readonly today: string;
}

/** Every collection, and what a new one needs to know. */
export const readCollections = (acting: Acting): Promise<CollectionList> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    collections: await listCollections(tx),
    units: await listUnits(tx),
    // The counts of no year: only how many are asked is used.
    asked: new Map((await countAsked(tx, 0)).map(({ unitKey, asked }) => [unitKey, asked])),
    planYears: await findPlanYears(tx),
    today: todayInJapan(acting),
  }));
