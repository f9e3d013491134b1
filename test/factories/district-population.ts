import type { NewTable } from '../../src/db/write-population.ts';
import type { SeriesFacts } from '../../src/domain/population/check-series.ts';
import type { TableCounts } from '../../src/domain/population/series.ts';
import { shiojiriSeries } from './shiojiri-population.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const countsOf = (
  ages: readonly string[],
  male: readonly number[],
  female: readonly number[],
): TableCounts => ({
  ages,
  male,
  female,
  both: null,
  unknownAge: null,
  total: sum(male) + sum(female),
  totalMale: sum(male),
  totalFemale: sum(female),
  households: null,
});

/** Of a count of the town, what lives in the first district and what in the second. */
const share = (values: readonly number[], part: number, rest: boolean): readonly number[] =>
  values.map((value) => (rest ? value - Math.round(value * part) : Math.round(value * part)));

/**
 * Districts made for tests from the town's census: 東 has three fifths in 2010 and a little less in 2015, 西 the rest
 * but for 山, where a man and two women of 60–64 live, and 島, where nobody does.
 */
export const madeDistricts = (): { readonly series: SeriesFacts; readonly tables: readonly NewTable[] } => {
  const { series, tables } = shiojiriSeries('census');
  const ofDay = (date: string, part: number): readonly NewTable[] => {
    const town = tables.find((table) => table.date === date)?.counts;
    if (town === undefined || town.male === null || town.female === null)
      throw new Error(`the census of ${date} must be by sex and age`);
    const { ages, male, female } = town;
    const old = ages.indexOf('60-64');
    const only = (count: number) => ages.map((_, age) => (age === old ? count : 0));
    const without = (values: readonly number[], count: number) =>
      values.map((value, age) => (age === old ? value - count : value));
    const district = (areaKey: string, areaName: string, counts: TableCounts): NewTable => ({
      areaKey,
      areaName,
      date,
      counts,
    });
    return [
      district('higashi', '東', countsOf(ages, share(male, part, false), share(female, part, false))),
      district(
        'nishi',
        '西',
        countsOf(ages, without(share(male, part, true), 1), without(share(female, part, true), 2)),
      ),
      district('yama', '山', countsOf(ages, only(1), only(2))),
      district('shima', '島', countsOf(ages, only(0), only(0))),
    ];
  };
  return {
    series: { ...series, name: '地区別人口（試験のために作った数値）' },
    tables: [...ofDay('2010-10-01', 0.6), ...ofDay('2015-10-01', 0.58)],
  };
};
