import { bySex, cell, type Population, sumOf } from '../../src/domain/demography/population.ts';
import type { ShockedTown } from '../../src/domain/demography/simulate/shocked-town.ts';
import { readTowns } from '../../test/demography/all-towns.ts';
import { hasReference } from '../../test/demography/reference-folder.ts';

const groups = 19;
const years = [2015, 2020, 2025, 2030, 2035, 2040, 2045];

const shocked = (tables: readonly Population[]): ShockedTown => ({
  base: tables[0] ?? { male: [], female: [] },
  childbearing: { from: 3, to: 9 },
  steps: tables.slice(1).map((to, index) => {
    const from = tables[index] ?? to;
    const women = sumOf(to.female.slice(3, 10));
    const [boys, girls] = [cell(to.male, 0), cell(to.female, 0)];
    return {
      rate: bySex((sex) =>
        Array.from({ length: groups - 1 }, (_, move) => {
          const before = cell(from[sex], move) + (move === groups - 2 ? cell(from[sex], groups - 1) : 0);
          return before === 0 ? 1 : cell(to[sex], move + 1) / before;
        }),
      ),
      // Who arrives at 20–39, as in the scenarios of the reference.
      migration: bySex(() =>
        Array.from({ length: groups - 1 }, (_, move) => (move >= 3 && move <= 6 ? 1 : 0)),
      ),
      hazard: bySex(() => Array.from({ length: groups - 1 }, () => 0)),
      arrivals: bySex(() => Array.from({ length: groups }, () => 0)),
      childWomanRatio: women === 0 ? 0 : (boys + girls) / women,
      sexRatio: girls === 0 ? 1.05 : boys / girls,
    };
  }),
});

/** Towns made up where the figures of the real ones are not beside the project. */
const invented = (count: number): readonly ShockedTown[] =>
  Array.from({ length: count }, (_, town) =>
    shocked(
      years.map((_year, step) =>
        bySex((sex) =>
          Array.from(
            { length: groups },
            (_group, group) =>
              (500 + ((town * 37 + group * 11) % 400)) *
              (1 - 0.02 * group) *
              (1 - 0.03 * step) *
              (sex === 'male' ? 1 : 1.02),
          ),
        ),
      ),
    ),
  );

/** 1,682 municipalities of IPSS H30 as rates, six steps. */
export const benchTowns = (): readonly ShockedTown[] =>
  hasReference
    ? readTowns()
        .filter(({ ipss }) => ipss.size === years.length)
        .map(({ ipss }) => shocked(years.flatMap((year) => ipss.get(year) ?? [])))
    : invented(1682);
