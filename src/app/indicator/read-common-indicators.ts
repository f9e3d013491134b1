import type { Database } from '../../db/connection.ts';
import {
  type CommonKey,
  listCommonKeys,
  loadAcrossTowns,
  type TownIndicator,
} from '../../db/read-common-indicators.ts';
import { type DirectoryEntry, listMunicipalities } from '../../db/read-town.ts';
import { type Queries, withDirectory } from '../../db/tenant.ts';
import { type ReadIndicator, withComputedFigures } from './computed-figures.ts';

/** One town's indicator of a common key, with its figures, computed ones too. */
export interface CommonIndicator {
  readonly town: DirectoryEntry;
  readonly read: ReadIndicator;
}

/** What the computed ones stand on, step by step downwards; of public indicators only. */
const withOperands = async (
  q: Queries,
  found: readonly TownIndicator[],
): Promise<readonly TownIndicator[]> => {
  const name = (municipality: string, key: string): string => `${municipality} ${key}`;
  const asked = new Set(
    found.map(({ municipality, loaded }) => name(municipality, loaded.indicator.indicatorKey)),
  );
  const all = [...found];
  for (let from = 0; from < all.length; ) {
    const pairs = all
      .slice(from)
      .flatMap(({ municipality, loaded }) =>
        (loaded.indicator.computed?.operands ?? []).map((indicatorKey) => ({ municipality, indicatorKey })),
      )
      .filter(({ municipality, indicatorKey }) => !asked.has(name(municipality, indicatorKey)));
    from = all.length;
    for (const { municipality, indicatorKey } of pairs) asked.add(name(municipality, indicatorKey));
    all.push(...(await loadAcrossTowns(q, { pairs })));
  }
  return all;
};

export const readCommonKeys = (db: Database): Promise<readonly CommonKey[]> =>
  withDirectory(db, listCommonKeys);

/** 共通指標 of every open town, by code; null: no open town has it. As many queries for one town as for all. */
export const readCommonIndicators = (
  db: Database,
  commonKey: string,
): Promise<readonly CommonIndicator[] | null> =>
  withDirectory(db, async (q) => {
    const found = await loadAcrossTowns(q, { commonKey });
    if (found.length === 0) return null;
    const towns = new Map((await listMunicipalities(q)).map((town) => [String(town.municipality), town]));
    const all = Map.groupBy(await withOperands(q, found), ({ municipality }) => municipality);
    const byTown = Map.groupBy(found, ({ municipality }) => municipality);
    return [...byTown].flatMap(([municipality, own]) => {
      const town = towns.get(municipality);
      const loaded = own.map((one) => one.loaded);
      const operands = (all.get(municipality) ?? []).map((one) => one.loaded);
      return town === undefined ? [] : withComputedFigures(loaded, operands).map((read) => ({ town, read }));
    });
  });
