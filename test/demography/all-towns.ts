import { type Population, sexes } from '../../src/domain/demography/population.ts';
import { spreadUnknown } from '../../src/domain/demography/unknown-age.ts';
import { referenceText } from './reference-folder.ts';

export type Tables = Map<number, Population>;

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly census: Tables;
  /** 社人研 平成30年推計 */
  readonly ipss: Tables;
}

/** All municipalities on the boundaries of 2016-10-10; census tables with persons of unknown age shared out. */
export const readTowns = (): readonly Town[] => {
  const towns = new Map<string, Town>();
  const half = new Map<string, { readonly counts: readonly number[]; readonly unknown: number }>();
  for (const line of referenceText('data', 'ipss_h30', 'municipal_age_sex_1980_2045.csv.gz')
    .trimEnd()
    .split('\n')
    .slice(1)) {
    const [code = '', name = '', kind, year, sex, , ...cells] = line.split(',');
    const counts = cells.slice(0, 19).map(Number);
    const unknown = Number(cells[19] || 0);
    const town = towns.get(code) ?? { code, name, census: new Map(), ipss: new Map() };
    towns.set(code, town);
    const key = `${code} ${kind} ${year}`;
    const other = half.get(key);
    if (other === undefined) {
      half.set(key, { counts, unknown });
      continue;
    }
    const [men, women] = sex === 'M' ? [{ counts, unknown }, other] : [other, { counts, unknown }];
    const population = spreadUnknown(
      { male: men.counts, female: women.counts },
      { male: men.unknown, female: women.unknown },
    );
    town[kind === 'census' ? 'census' : 'ipss'].set(Number(year), population);
  }
  return [...towns.values()];
};

export const isEmpty = (population: Population): boolean =>
  sexes.every((sex) => population[sex].every((count) => count === 0));
