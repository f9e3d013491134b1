import { describe, expect, it } from 'vitest';
import type { Estate } from '../../src/domain/demography/levers/lever.ts';
import {
  bySex,
  cell,
  type Population,
  type Sex,
  sexes,
  totalOf,
} from '../../src/domain/demography/population.ts';
import { womenOf } from '../../src/domain/demography/project/births.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import type { NetStep } from '../../src/domain/demography/project/step.ts';
import { isEmpty, readTowns, type Town } from './all-towns.ts';
import { agesUpTo } from './five-year-ages.ts';
import { hasReference, referenceText, where } from './reference-folder.ts';

const ages = agesUpTo(90);
const years = [2015, 2020, 2025, 2030, 2035, 2040, 2045];
/** Any survival will do: what is left over is the net migration. */
const survivalAssumed = 0.95;

const tablesOf = (town: Town): readonly Population[] =>
  years.map((year) => town.ipss.get(year)).filter((one) => one !== undefined);

/** Rates a published projection implies. A cohort of nobody cannot imply one: its people arrive, as in a new estate. */
const impliedStep = (from: Population, to: Population, toYear: number) => {
  const open = 18;
  const estates: Estate[] = [];
  const arrive = (sex: Sex, group: number): void => {
    const persons = cell(to[sex], group);
    const fromAge = group * 5;
    const toAge = group === open ? 200 : fromAge + 4;
    if (persons > 0)
      estates.push({ year: toYear, persons, profile: [{ fromAge, toAge, sexes: [sex], weight: 1 }] });
  };
  const netMigrationRate = bySex((sex) =>
    Array.from({ length: open }, (_, move) => {
      const before = cell(from[sex], move) + (move === open - 1 ? cell(from[sex], open) : 0);
      if (before === 0) arrive(sex, move + 1);
      return before === 0 ? -survivalAssumed : cell(to[sex], move + 1) / before - survivalAssumed;
    }),
  );
  const women = womenOf(to.female, ages);
  const [boys, girls] = [cell(to.male, 0), cell(to.female, 0)];
  const bornHere = women > 0 && girls > 0;
  if (!bornHere) for (const sex of sexes) arrive(sex, 0);
  const step: NetStep = {
    method: 'net',
    toYear,
    survival: bySex(() => Array.from({ length: open }, () => survivalAssumed)),
    netMigrationRate,
    childWomanRatio: bornHere ? (boys + girls) / women : 0,
    sexRatioAtAge0to4: bornHere ? boys / girls : 1,
  };
  return { step, estates };
};

describe.skipIf(!hasReference)(`社人研 平成30年推計の全市区町村${where}`, () => {
  const towns = hasReference ? readTowns().filter(({ ipss }) => ipss.size === 7) : [];

  it('1,682市区町村がある', () => {
    expect(towns).toHaveLength(1682);
  });

  it('率を逆算して推計すると、どの町のどの年・男女・年齢も公表値になる', () => {
    let [worst, arrived] = [0, 0];
    for (const town of towns) {
      const tables = tablesOf(town);
      const [base] = tables;
      if (base === undefined) throw new Error(town.code);
      const implied = tables
        .slice(1)
        .map((to, index) => impliedStep(tables[index] ?? base, to, cell(years, index + 1)));
      const estates = implied.flatMap((one) => one.estates);
      arrived += estates.length > 0 ? 1 : 0;
      const { populations } = project(
        { ages, baseYear: 2015, base, steps: implied.map(({ step }) => step) },
        { levers: [], estates },
      );
      expect(populations).toHaveLength(7);
      for (const [index, population] of populations.entries())
        for (const sex of sexes)
          for (const [group, value] of population[sex].entries()) {
            const published = cell((tables[index] ?? base)[sex], group);
            worst = Math.max(worst, Math.abs(value - published) / Math.max(1, published));
          }
    }
    expect(worst).toBeLessThanOrEqual(1e-9);
    // Villages with a cohort of nobody that somebody joins later.
    expect(arrived).toBe(5);
  }, 60_000);

  it('市区町村の合計は都道府県の公表値と等しい（福島県は県全体だけの推計）', () => {
    const rows = referenceText('data', 'japan_pref_total_ipss_h30.csv').trimEnd().split('\n').slice(1);
    const names = [...new Set(rows.map((row) => row.split(',')[0]))].filter((name) =>
      name?.match(/[都道府県]$/u),
    );
    expect(names).toHaveLength(47);
    let compared = 0;
    for (const row of rows) {
      const [name = '', year, value] = row.split(',');
      const code = String(names.indexOf(name) + 1).padStart(2, '0');
      const inside = towns.filter((town) => town.code.startsWith(code));
      if (!names.includes(name) || inside.length === 0) continue;
      const sum = inside.reduce((all, { ipss }) => {
        const table = ipss.get(Number(year));
        return all + (table === undefined ? 0 : totalOf(table));
      }, 0);
      expect([name, year, sum]).toEqual([name, year, Number(value)]);
      compared += 1;
    }
    expect(compared).toBe(46 * 7);
  });

  it('子ども女性比は国の比の動きに従い、0～4歳性比はどの期間も1.052', () => {
    const national = [0.19176, 0.19303, 0.19255, 0.19871, 0.20299, 0.20326, 0.20166];
    const ratioOf = (table: Population): number =>
      (cell(table.male, 0) + cell(table.female, 0)) / womenOf(table.female, ages);
    for (const [index, year] of years.entries()) {
      if (index === 0) continue;
      const large = towns.filter(({ ipss }) => womenOf(ipss.get(year)?.female ?? [], ages) >= 2000);
      expect(large.length).toBeGreaterThan(700);
      const errors = large
        .map(({ ipss }) => {
          const [base, later] = [ipss.get(2015), ipss.get(year)];
          if (base === undefined || later === undefined) throw new Error('no table');
          return ratioOf(later) / ((ratioOf(base) * cell(national, index)) / cell(national, 0)) - 1;
        })
        .toSorted((a, b) => a - b);
      expect(Math.abs(errors[Math.floor(errors.length / 2)] ?? 1)).toBeLessThan(0.002);
      const inside = errors.filter((error) => error >= -0.004 && error <= 0.005).length / errors.length;
      expect(inside).toBeGreaterThan(0.95);
      const [boys, girls] = towns.reduce(
        ([men, women], { ipss }) => [
          men + (ipss.get(year)?.male[0] ?? 0),
          women + (ipss.get(year)?.female[0] ?? 0),
        ],
        [0, 0],
      );
      expect(boys / girls).toBeCloseTo(1.052, 3);
    }
    expect(towns.some(({ ipss }) => isEmpty(ipss.get(2045) ?? { male: [], female: [] }))).toBe(false);
  });
});
