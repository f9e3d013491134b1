import { fiscalYearOf, fiscalYearStart, formatFiscalYear } from '../kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../kernel/japanese-date.ts';
import type { OrganisationUnit, UnitSuccession } from './unit.ts';
import { existsOn, successorsOf } from './units.ts';

/** A responsibility as a reader sees it: the unit's own name, and where its work is now. */
export interface UnitName {
  readonly name: string;
  /** Who holds it on the day asked about; empty where the unit still exists or nothing followed. */
  readonly now: readonly OrganisationUnit[];
  /** ISO date of the change; null where there was none. */
  readonly since: string | null;
}

/** null: no unit of this key. */
export const nameOn = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  unitKey: string,
  date: string,
): UnitName | null => {
  const unit = units.find((each) => each.unitKey === unitKey);
  if (unit === undefined) return null;
  const ended = unit.validTo !== null && unit.validTo < date;
  if (existsOn(unit, date) || !ended) return { name: unit.name, now: [], since: null };
  const now = successorsOf(units, successions, unitKey, date);
  const since = successions
    .filter(({ predecessorKey, on }) => predecessorKey === unitKey && on <= date)
    .map(({ on }) => on)
    .sort()
    .at(0);
  return { name: unit.name, now, since: since ?? null };
};

/** 令和8年度から where the change fell on 1 April, else the day. */
const sinceText = (since: string): string => {
  const year = fiscalYearOf(since);
  return `${since === fiscalYearStart(year) ? formatFiscalYear(year, 'wareki') : formatJapaneseDate(since)}から`;
};

/**
 * @example 'こども課(令和8年度から こども未来課)'; where nothing followed: '広報課(廃止)'
 * The unit key itself where no unit has it: a reader is told rather than shown nothing.
 */
export const formatUnitName = (
  units: readonly OrganisationUnit[],
  successions: readonly UnitSuccession[],
  unitKey: string,
  date: string,
): string => {
  const found = nameOn(units, successions, unitKey, date);
  if (found === null) return unitKey;
  const { name, now, since } = found;
  const unit = units.find((each) => each.unitKey === unitKey);
  if (now.length === 0) return unit?.validTo != null && unit.validTo < date ? `${name}(廃止)` : name;
  return `${name}(${since === null ? '' : `${sinceText(since)} `}${now.map((each) => each.name).join('・')})`;
};
