import type { OrganisationUnit } from './unit.ts';

/** Keys of the units above each unit, nearest first: what `may` needs for 'and what is below it'. */
export const ancestorsOf = (units: readonly OrganisationUnit[]): ReadonlyMap<string, readonly string[]> => {
  const parents = new Map(units.map((unit) => [unit.unitKey, unit.parentKey]));
  return new Map(
    units.map(({ unitKey }) => {
      const above: string[] = [];
      let key = parents.get(unitKey) ?? null;
      while (key !== null && key !== unitKey && !above.includes(key)) {
        above.push(key);
        key = parents.get(key) ?? null;
      }
      return [unitKey, above] as const;
    }),
  );
};
