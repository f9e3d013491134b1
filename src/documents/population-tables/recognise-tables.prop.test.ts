import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ageStarts,
  type Cells,
  cp932,
  openDataRows,
  sum,
  utf8,
  utf8WithMark,
} from '../../../test/factories/population-files.ts';
import type { PopulationSeries, TableCounts } from '../../domain/population/series.ts';
import { populationCsv } from '../csv/population-csv.ts';
import { recogniseTables } from './recognise-tables.ts';

const town = { code5: '20215', name: '塩尻市' };
const persons = fc.integer({ min: 0, max: 9999 });
const list = (open: number) => {
  const length = ageStarts(open).length;
  return fc.array(persons, { minLength: length, maxLength: length });
};
/** Women do not fall behind among the old: that raises its own warning, not an error, and is tried elsewhere. */
const population = fc
  .constantFrom(85 as const, 100 as const)
  .chain((open) =>
    fc.record({
      open: fc.constant(open),
      male: list(open),
      female: list(open),
      lost: fc.tuple(persons, persons),
    }),
  )
  .filter(({ male, female }) => sum(male) + sum(female) > 0);

const label = (from: number, open: number): string => (from === open ? `${from}+` : `${from}-${from + 4}`);

it('様式・文字コードによらず、書いた数がそのまま読める', async () => {
  await fc.assert(
    fc.asyncProperty(
      population,
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom(utf8, utf8WithMark, cp932),
      fc.constantFrom('202151', '20215'),
      async ({ open, male, female, lost }, layout, encode, townCode) => {
        const unknown: readonly [number, number] = layout === 'B' ? [0, 0] : lost;
        const rows = openDataRows({ layout: layout as 'A', open, townCode }, [
          { code: '', name: '', date: '2025/4/1', male, female, unknown },
        ]);
        const read = await recogniseTables({ name: 'a.csv', bytes: encode(rows) }, town);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.tables).toHaveLength(1);
        expect(read.value.tables[0]).toMatchObject({
          date: '2025-04-01',
          counts: { male, female, total: sum(male) + sum(female) + unknown[0] + unknown[1] },
        });
      },
    ),
    { numRuns: 40 },
  );
});

it('どの欄を一つ変えても、合計が合わないと言う', async () => {
  await fc.assert(
    fc.asyncProperty(
      population,
      fc.nat(),
      fc.integer({ min: 1, max: 500 }),
      async ({ open, male, female }, at, by) => {
        const [header = [], row = []] = openDataRows({ layout: 'A', open, townCode: '202151' }, [
          { code: '', name: '', date: '2025/4/1', male, female },
        ]);
        const first = header.indexOf('0-4歳の男性');
        const changed = first + (at % (ageStarts(open).length * 2));
        const bad: Cells = row.map((cell, index) => (index === changed ? Number(cell) + by : cell));
        const read = await recogniseTables({ name: 'a.csv', bytes: utf8([header, bad]) }, town);
        expect(read.ok).toBe(false);
        expect(read.ok ? [] : read.error.map(({ code }) => code)).toContain('population-file-sum');
      },
    ),
    { numRuns: 60 },
  );
});

it('行と列の順を入れ替えても、同じ表になる', async () => {
  await fc.assert(
    fc.asyncProperty(population, fc.nat(), async ({ open, male, female }, seed) => {
      const lines = ageStarts(open).flatMap((from, index): Cells[] => [
        [2020, '男', label(from, open), male[index] ?? 0],
        [2020, '女', label(from, open), female[index] ?? 0],
      ]);
      const order = <T>(all: readonly T[]): readonly T[] =>
        all
          .map((value, index) => ({ value, rank: ((index + 1) * (seed + 7919)) % 10007 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ value }) => value);
      const columns = order([0, 1, 2, 3]);
      const rows = [['年', '性別', '年齢', '人口'], ...order(lines)].map((row) =>
        columns.map((at) => row[at] ?? ''),
      );
      const read = await recogniseTables({ name: 'a.csv', bytes: utf8(rows) }, town);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(read.value.tables[0]?.counts).toMatchObject({ male, female });
    }),
    { numRuns: 60 },
  );
});

it('この製品が書き出した CSV を読み戻すと、同じ表になる', async () => {
  const series: PopulationSeries = {
    seriesKey: 's',
    kind: 'register',
    name: '住民基本台帳',
    publisher: '塩尻市',
    source: '台帳',
    publishedOn: '',
    baseYear: null,
    terms: '',
    note: '',
    state: 'published',
    version: 1,
  };
  await fc.assert(
    fc.asyncProperty(population, fc.boolean(), async ({ open, male, female, lost }, hasUnknown) => {
      const unknown = hasUnknown ? { male: lost[0], female: lost[1] } : null;
      const [men, women] = [sum(male) + (unknown?.male ?? 0), sum(female) + (unknown?.female ?? 0)];
      const counts: TableCounts = {
        ages: ageStarts(open).map((from) => label(from, open)),
        male,
        female,
        both: null,
        unknownAge: unknown,
        total: men + women,
        totalMale: men,
        totalFemale: women,
        households: 31,
      };
      const areas = [
        { areaKey: '', areaName: '塩尻市' },
        { areaKey: 'hirooka', areaName: '広丘' },
      ];
      const tables = areas.map((area) => ({ seriesKey: 's', date: '2025-01-01', ...area, counts }));
      const csv = populationCsv({
        municipality: { code: '202151', name: '塩尻市' },
        series: [{ series, tables }],
      });
      const read = await recogniseTables({ name: 'own.csv', bytes: new TextEncoder().encode(csv) }, town);
      if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
      expect(read.value.tables.map(({ areaKey, date, counts: got }) => ({ areaKey, date, got }))).toEqual(
        areas.map(({ areaKey }) => ({ areaKey, date: '2025-01-01', got: counts })),
      );
    }),
    { numRuns: 25 },
  );
});
