import { describe, expect, it } from 'vitest';
import { type Interpolation, interpolate } from '../../src/domain/demography/interpolate/interpolation.ts';
import { type Simulation, totalsIn } from '../../src/domain/demography/simulate/simulate.ts';

const years = [2020, 2025, 2030];
const totals = [
  [980, 1010, 950],
  [940, 1030, 900],
  [890, 1060, 930],
].map((step) => Float64Array.from(step));
const simulation: Simulation = { baseYear: 2015, baseTotal: 1000, years, totals, migrationSd: [] };
const methods: readonly Interpolation[] = ['linear', 'geometric', 'monotone', 'natural', 'forsythe'];

describe('試行ごとの、年の総数', () => {
  it.each(methods)('%s で補った値は、試行を一つずつ補った値と最後の桁まで同じ', (method) => {
    for (const year of [2015, 2016, 2020, 2022, 2027, 2029, 2030]) {
      const each = [0, 1, 2].map((draw) =>
        interpolate(
          { years: [2015, ...years], values: [1000, ...totals.map((step) => step[draw] ?? 0)] },
          year,
          method,
        ),
      );
      expect([...totalsIn(simulation, year, method)]).toEqual(each.toSorted((a, b) => a - b));
    }
  });

  it('直線で結ぶなら、その年をはさむ二つの年の試行だけを読む', () => {
    const unread = new Proxy(new Float64Array(3), {
      get: (target, key) => {
        if (key !== 'length') throw new Error('read a step that has nothing to do with the year');
        return target.length;
      },
    });
    const [, second, third] = totals;
    if (second === undefined || third === undefined) throw new Error('three steps');
    const found = totalsIn({ ...simulation, totals: [unread, second, third] }, 2027, 'linear');
    expect([...found]).toEqual([912, 920, 1042].toSorted((a, b) => a - b));
  });
});
