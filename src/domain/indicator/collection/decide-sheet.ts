import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Collection, CollectionSheet, SheetState } from './collection.ts';

export type SheetCommand =
  /** `problems`: what the figures themselves lack, found by `checkSheet`. */
  | { readonly kind: 'submit'; readonly problems: readonly Problem[] }
  /** 取り下げ: before anybody has decided. */
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'approve' };

/** 'enter': the unit's staff; 'decide': the unit's head. */
export type SheetRight = 'enter' | 'decide';

export const rightFor = (kind: SheetCommand['kind']): SheetRight =>
  kind === 'submit' || kind === 'withdraw' ? 'enter' : 'decide';

/** States in which a command exists. An approved sheet is corrected by returning it. */
const during: Readonly<Record<SheetCommand['kind'], readonly SheetState[]>> = {
  submit: ['open', 'returned'],
  withdraw: ['submitted'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
};

export const maySheet = (
  kind: SheetCommand['kind'],
  state: SheetState,
  collection: Pick<Collection, 'closedAt'>,
): boolean => collection.closedAt === null && during[kind].includes(state);

/** Whether figures may be typed into the sheet. */
export const isWritable = (state: SheetState, collection: Pick<Collection, 'closedAt'>): boolean =>
  maySheet('submit', state, collection);

/** Why a sheet cannot be written to; null when it can. */
export const writingRefusal = (
  sheet: Pick<CollectionSheet, 'state' | 'unitKey'>,
  collection: Pick<Collection, 'closedAt'>,
): Problem | null => {
  if (collection.closedAt !== null) return errorAt('collection-closed', [sheet.unitKey]);
  return isWritable(sheet.state, collection)
    ? null
    : errorAt(sheet.state === 'approved' ? 'sheet-approved' : 'sheet-submitted', [sheet.unitKey]);
};

export interface SheetChange {
  readonly state: SheetState;
  readonly reason: string;
}

/** One step of a sheet: 入力中 → 提出済み → 承認済み, or back with a reason. */
export const decideSheet = (
  sheet: Pick<CollectionSheet, 'state' | 'unitKey' | 'reason'>,
  command: SheetCommand,
  collection: Pick<Collection, 'closedAt'>,
): Result<SheetChange, readonly [Problem, ...Problem[]]> => {
  const no = (code: string, field: string) => refuse([errorAt(code, [field])] as const);
  if (collection.closedAt !== null) return no('collection-closed', 'collection');
  if (!during[command.kind].includes(sheet.state))
    return refuse([errorAt('sheet-state', ['state'], { state: sheet.state, command: command.kind })]);
  switch (command.kind) {
    case 'submit': {
      const [first, ...rest] = command.problems;
      return first === undefined ? ok({ state: 'submitted', reason: '' }) : refuse([first, ...rest]);
    }
    case 'withdraw':
      return ok({ state: 'open', reason: '' });
    case 'return': {
      const reason = command.reason.trim();
      if (reason === '') return no('sheet-return-reason', 'reason');
      if (reason.length > 2000)
        return refuse([errorAt('text-too-long', ['reason'], { limit: 2000, length: reason.length })]);
      return ok({ state: 'returned', reason });
    }
    case 'approve':
      return ok({ state: 'approved', reason: '' });
    default: {
      const unknown: never = command;
      throw new Error(`unknown command ${JSON.stringify(unknown)}`);
    }
  }
};
