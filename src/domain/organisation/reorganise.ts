import { dayBefore, readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { checkOrganisation } from './check-organisation.ts';
import { parentProblem, standingParent } from './new-unit-place.ts';
import type { OrganisationUnit, UnitSuccession } from './unit.ts';
import { existsOn } from './units.ts';

/** A unit that comes into being. `unitKey` is given by the caller: the domain draws no keys. */
export interface NewUnit {
  readonly unitKey: string;
  readonly name: string;
  /** 部, 課, 係 … */
  readonly kind: string;
  readonly parentKey: string | null;
}

/** 組織改編, as of the day `on` (ISO date), which is the first day of the new order. */
export type Reorganisation =
  | { readonly kind: 'add'; readonly unit: NewUnit; readonly on: string }
  /** 名称・種別・所属の変更: the same duties under a new name or in another place. */
  | {
      readonly kind: 'rename';
      readonly unitKey: string;
      readonly unit: NewUnit;
      readonly on: string;
      readonly reason: string;
    }
  /** 統合 of two or more into a new unit. */
  | {
      readonly kind: 'merge';
      readonly unitKeys: readonly string[];
      readonly unit: NewUnit;
      readonly on: string;
      readonly reason: string;
    }
  /** 分割 of one into two or more new units; what stood below goes to the first. */
  | {
      readonly kind: 'split';
      readonly unitKey: string;
      readonly units: readonly NewUnit[];
      readonly on: string;
      readonly reason: string;
    }
  /** 業務の移管: a part of the duties goes to a unit that exists; both go on. */
  | {
      readonly kind: 'transfer';
      readonly unitKey: string;
      readonly toKey: string;
      readonly on: string;
      readonly reason: string;
    }
  /** 廃止, nothing follows. */
  | { readonly kind: 'abolish'; readonly unitKey: string; readonly on: string; readonly reason: string };

export interface OrganisationChange {
  readonly added: readonly OrganisationUnit[];
  /** Last day of units that end. */
  readonly ended: readonly { readonly unitKey: string; readonly validTo: string }[];
  /** Units below an ended one stand under its successor from then on. */
  readonly moved: readonly {
    readonly unitKey: string;
    readonly parentKey: string | null;
    /** Last day in the place it leaves. */
    readonly until: string;
  }[];
  readonly successions: readonly UnitSuccession[];
}

const firstPosition = (units: readonly OrganisationUnit[], keys: readonly string[]): number =>
  Math.min(...units.filter(({ unitKey }) => keys.includes(unitKey)).map(({ position }) => position));

/** After all others: where a unit without predecessor stands. */
const lastPosition = (units: readonly OrganisationUnit[]): number =>
  Math.max(0, ...units.map(({ position }) => position)) + 1;

interface Parts {
  readonly from: readonly string[];
  readonly into: readonly NewUnit[];
  readonly kind: UnitSuccession['kind'];
}

const partsOf = (command: Reorganisation): Parts | null => {
  switch (command.kind) {
    case 'rename':
      return { from: [command.unitKey], into: [command.unit], kind: 'rename' };
    case 'merge':
      return { from: [...new Set(command.unitKeys)], into: [command.unit], kind: 'merge' };
    case 'split':
      return { from: [command.unitKey], into: command.units, kind: 'split' };
    case 'add':
    case 'transfer':
    case 'abolish':
      return null;
    default:
      return command satisfies never;
  }
};

const changeOf = (
  units: readonly OrganisationUnit[],
  earlier: readonly UnitSuccession[],
  command: Reorganisation,
): OrganisationChange => {
  const { on } = command;
  const place = (unit: NewUnit) => {
    const parentKey = standingParent(units, earlier, unit.parentKey);
    const named = units.find((each) => each.unitKey === unit.parentKey);
    const until = parentKey === unit.parentKey ? null : (named?.validTo ?? null);
    return named === undefined || until === null || until < on
      ? { ...unit, parentKey }
      : { ...unit, parentKey, earlierPlaces: [{ parentKey: named.unitKey, until }] };
  };
  const none: OrganisationChange = { added: [], ended: [], moved: [], successions: [] };
  const open = { validFrom: on, validTo: null };
  const parts = partsOf(command);
  if (parts === null) {
    switch (command.kind) {
      case 'add':
        return { ...none, added: [{ ...place(command.unit), ...open, position: lastPosition(units) }] };
      case 'transfer': {
        const { unitKey: predecessorKey, toKey: successorKey, reason } = command;
        return { ...none, successions: [{ predecessorKey, successorKey, on, kind: 'transfer', reason }] };
      }
      case 'abolish':
        return { ...none, ended: [{ unitKey: command.unitKey, validTo: dayBefore(on) }] };
      default:
        throw new Error('partsOf and changeOf know different kinds');
    }
  }
  const { from, into, kind } = parts;
  const reason = 'reason' in command ? command.reason : '';
  const heir = into[0]?.unitKey ?? null;
  const position = firstPosition(units, from);
  return {
    added: into.map((unit) => ({ ...place(unit), ...open, position })),
    ended: from.map((unitKey) => ({ unitKey, validTo: dayBefore(on) })),
    moved: units
      .filter(
        (unit) =>
          unit.parentKey !== null &&
          from.includes(unit.parentKey) &&
          !from.includes(unit.unitKey) &&
          (unit.validTo === null || unit.validTo >= on),
      )
      .map(({ unitKey }) => ({ unitKey, parentKey: heir, until: dayBefore(on) })),
    successions: from.flatMap((predecessorKey) =>
      into.map(({ unitKey: successorKey }) => ({ predecessorKey, successorKey, on, kind, reason })),
    ),
  };
};

const touchedKeys = (command: Reorganisation): readonly string[] => {
  if (command.kind === 'add') return [];
  if (command.kind === 'merge') return command.unitKeys;
  return command.kind === 'transfer' ? [command.unitKey, command.toKey] : [command.unitKey];
};

const newUnitsOf = (command: Reorganisation): readonly NewUnit[] =>
  command.kind === 'add' ? [command.unit] : (partsOf(command)?.into ?? []);

const problemsBefore = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  command: Reorganisation,
): readonly Problem[] => {
  if (readIsoDay(command.on) === null)
    return [errorAt('date-impossible', ['on'], { input: command.on.slice(0, 40) })];
  const few =
    (command.kind === 'merge' && new Set(command.unitKeys).size < 2) ||
    (command.kind === 'split' && command.units.length < 2);
  return [
    ...('reason' in command && command.reason.trim() === '' ? [errorAt('text-missing', ['reason'])] : []),
    ...(few ? [errorAt('reorganise.two-needed', [command.kind === 'merge' ? 'unitKeys' : 'units'])] : []),
    ...touchedKeys(command).flatMap((key) => {
      const unit = units.find(({ unitKey }) => unitKey === key);
      if (unit === undefined) return [errorAt('unit-unknown', ['unitKey'], { key })];
      // It must have existed the day before, or nothing would be left of its history.
      if (!existsOn(unit, command.on) || unit.validFrom >= command.on)
        return [errorAt('reorganise.not-there', ['on'], { name: unit.name, on: command.on })];
      return unit.validTo !== null && command.kind !== 'transfer'
        ? [errorAt('reorganise.ends-already', ['unitKey'], { name: unit.name, to: unit.validTo })]
        : [];
    }),
    ...newUnitsOf(command).flatMap(
      ({ parentKey }) =>
        parentProblem(units, successions, parentKey, partsOf(command)?.from ?? [], command.on) ?? [],
    ),
    ...(command.kind === 'abolish'
      ? units
          .filter((unit) => unit.parentKey === command.unitKey && existsOn(unit, command.on))
          .map((unit) => errorAt('reorganise.children-left', ['unitKey'], { name: unit.name }))
      : []),
  ];
};

/** The organisation after a change. */
export const applyOrganisationChange = (
  units: readonly OrganisationUnit[],
  change: OrganisationChange,
): readonly OrganisationUnit[] => {
  const ends = new Map(change.ended.map(({ unitKey, validTo }) => [unitKey, validTo]));
  const moves = new Map(change.moved.map((move) => [move.unitKey, move]));
  return [
    ...units.map((unit) => {
      const move = moves.get(unit.unitKey);
      return {
        ...unit,
        validTo: ends.get(unit.unitKey) ?? unit.validTo,
        ...(move === undefined || unit.parentKey === null
          ? {}
          : {
              parentKey: move.parentKey,
              earlierPlaces: [
                ...(unit.earlierPlaces ?? []),
                { parentKey: unit.parentKey, until: move.until },
              ],
            }),
      };
    }),
    ...change.added,
  ];
};

/**
 * Decides a reorganisation. Refusals: what the command itself lacks, then whatever `checkOrganisation` finds wrong
 * with the organisation that would result and was not wrong before.
 */
export const reorganise = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  command: Reorganisation,
): Result<OrganisationChange, readonly [Problem, ...Problem[]]> => {
  const [first, ...rest] = problemsBefore(units, successions, command);
  if (first !== undefined) return refuse([first, ...rest]);
  const change = changeOf(units, successions, command);
  const known = new Set(checkOrganisation(units, successions).map((problem) => JSON.stringify(problem)));
  const [wrong, ...more] = checkOrganisation(applyOrganisationChange(units, change), [
    ...successions,
    ...change.successions,
  ]).filter((problem) => problem.severity === 'error' && !known.has(JSON.stringify(problem)));
  return wrong === undefined ? ok(change) : refuse([wrong, ...more]);
};
