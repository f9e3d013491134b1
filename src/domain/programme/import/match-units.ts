import { fiscalYearEnd, fiscalYearStart } from '../../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { OrganisationUnit } from '../../organisation/unit.ts';
import { plainText } from './read-figure.ts';
import { kindOfUnit, type StatedUnit } from './stated-unit.ts';

/** Finds the unit a source names, and makes what is missing where that was asked for. */
export interface UnitMatcher {
  readonly match: (stated: StatedUnit, fiscalYear: number) => Result<string, Problem>;
  /** Units made so far, parents first. */
  readonly made: () => readonly OrganisationUnit[];
}

interface Making {
  /** Null: a unit that is not there is refused. */
  readonly newKey: (() => string) | null;
  /** ISO day from which a made unit is valid. */
  readonly from: string;
}

const stands = (unit: OrganisationUnit, fiscalYear: number): boolean =>
  unit.validFrom <= fiscalYearEnd(fiscalYear) &&
  (unit.validTo === null || unit.validTo >= fiscalYearStart(fiscalYear));

const same = (a: string, b: string): boolean => plainText(a) === plainText(b);

/**
 * By name: a 課 under the 部 it is named with, or one that stands under none. A name alone must be the only one of its
 * kind. Of units of several reorganisations the one of that fiscal year is taken.
 */
export const unitMatcher = (stored: readonly OrganisationUnit[], { newKey, from }: Making): UnitMatcher => {
  const units = [...stored];
  const made: OrganisationUnit[] = [];
  const known = new Map<string, Result<string, Problem>>();
  const byKey = (key: string | null) => units.find(({ unitKey }) => unitKey === key);

  const named = (name: string, fiscalYear: number): readonly OrganisationUnit[] => {
    const all = units.filter((unit) => same(unit.name, name));
    const then = all.filter((unit) => stands(unit, fiscalYear));
    return then.length > 0 ? then : all;
  };

  const candidates = (path: readonly string[], fiscalYear: number): readonly OrganisationUnit[] => {
    const [first = '', second] = path;
    if (second === undefined) {
      const all = named(first, fiscalYear);
      const top = all.filter(({ parentKey }) => parentKey === null);
      return all.length > 1 && top.length === 1 ? top : all;
    }
    const all = named(second, fiscalYear);
    const below = all.filter(({ parentKey }) => same(byKey(parentKey)?.name ?? '', first));
    return below.length > 0 ? below : all.filter(({ parentKey }) => parentKey === null);
  };

  const make = (name: string, parentKey: string | null, key: string): string => {
    const position = Math.max(-1, ...units.map((unit) => unit.position)) + 1;
    const unit = {
      unitKey: key,
      name,
      kind: kindOfUnit(name),
      parentKey,
      validFrom: from,
      validTo: null,
      position,
    };
    units.push(unit);
    made.push(unit);
    return key;
  };

  const find = ({ path }: StatedUnit, fiscalYear: number): Result<string, Problem> => {
    const found = candidates(path, fiscalYear);
    const [only] = found;
    const name = path.join('　');
    if (found.length > 1)
      return refuse(errorAt('programme-unit-ambiguous', [], { name, count: found.length }));
    if (only !== undefined) return ok(only.unitKey);
    if (newKey === null) return refuse(errorAt('programme-unit-unknown', [], { name }));
    const [first = '', second] = path;
    if (second === undefined) return ok(make(first, null, newKey()));
    const above = candidates([first], fiscalYear);
    if (above.length > 1)
      return refuse(errorAt('programme-unit-ambiguous', [], { name: first, count: above.length }));
    return ok(make(second, above[0]?.unitKey ?? make(first, null, newKey()), newKey()));
  };

  return {
    match: (stated, fiscalYear) => {
      const id = JSON.stringify([stated.path, fiscalYear]);
      const before = known.get(id) ?? find(stated, fiscalYear);
      known.set(id, before);
      return before;
    },
    made: () => made,
  };
};
