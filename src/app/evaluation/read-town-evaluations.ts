import type { Database } from '../../db/connection.ts';
import { listMunicipalities } from '../../db/read-town.ts';
import { loadTownEvaluationSums, type TownEvaluationSums } from '../../db/read-town-evaluations.ts';
import { withDirectory } from '../../db/tenant.ts';
import { comparedClassOf, type TownEvaluation } from '../../domain/evaluation/compare-towns.ts';

const townOf = (
  sums: TownEvaluationSums,
  town: { readonly name: string; readonly nameEn: string },
): TownEvaluation => {
  const { municipality, fiscalYear, round, lines } = sums;
  const unclassed = lines.filter(({ common }) => common === null);
  const total = (pick: (line: (typeof lines)[number]) => number): number =>
    unclassed.reduce((sum, line) => sum + pick(line), 0);
  return {
    municipality,
    name: town.name,
    nameEn: town.nameEn,
    fiscalYear,
    amountBasis: round.amountBasis,
    basis: 'settled',
    personnelIncluded: round.personnelIncluded,
    population: round.population,
    evaluatedUnit: 'programme',
    words: round.directions.length,
    classedBy: 'town',
    lines: lines.flatMap(({ common, count, amountThousandYen, withoutAmount }) =>
      common === null ? [] : [{ class: comparedClassOf(common), count, amountThousandYen, withoutAmount }],
    ),
    unclassed: {
      count: total(({ count }) => count),
      amountThousandYen: total(({ amountThousandYen }) => amountThousandYen),
    },
    notes: [],
    source: { document: round.source, url: `/m/${municipality}/evaluations/${fiscalYear}` },
    origin: 'here',
  };
};

/** Towns that publish evaluations in this installation, by code; two queries for any number of them. */
export const readTownEvaluations = (db: Database): Promise<readonly TownEvaluation[]> =>
  withDirectory(db, async (q) => {
    const towns = new Map((await listMunicipalities(q)).map((town) => [String(town.municipality), town]));
    return (await loadTownEvaluationSums(q)).flatMap((sums) => {
      const town = towns.get(sums.municipality);
      return town === undefined ? [] : [townOf(sums, town)];
    });
  });
