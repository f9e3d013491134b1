import type { Collection, CollectionSheet, SheetState } from './collection.ts';

type Due = Pick<Collection, 'dueOn' | 'closedAt'>;

/** ISO date until which a unit's sheet is asked for. */
export const dueOf = (sheet: Pick<CollectionSheet, 'dueOn'>, collection: Due): string =>
  sheet.dueOn ?? collection.dueOn;

/** Who can move a sheet next. 'nobody': it is done, or the collection is closed. */
export type Waiting = 'unit' | 'head' | 'nobody';

export const waitingFor = (state: SheetState, collection: Pick<Collection, 'closedAt'>): Waiting => {
  if (collection.closedAt !== null || state === 'approved') return 'nobody';
  return state === 'submitted' ? 'head' : 'unit';
};

/** A unit is late from the day after its due day until it has sent its sheet in. `today`: ISO date. */
export const isLate = (
  sheet: Pick<CollectionSheet, 'state' | 'dueOn'>,
  collection: Due,
  today: string,
): boolean => waitingFor(sheet.state, collection) === 'unit' && today > dueOf(sheet, collection);

/** Whole days since the due day; 0 or less: not late yet. Both ISO dates. */
export const daysAfter = (dueOn: string, today: string): number =>
  Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${dueOn}T00:00:00Z`)) / 86_400_000);
