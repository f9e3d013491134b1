import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cp932,
  csvText,
  invented,
  ipssListRows,
  openDataRows,
  registerRows,
  xlsx,
} from '../../../test/factories/population-files.ts';
import { problemPlace, problemSentence } from '../problem-text/sentences.ts';
import { recogniseTables } from './recognise-tables.ts';

const town = { code5: '20215', name: '塩尻市' };

/** Read or refused, never broken; whatever it says has words. */
const answers = async (name: string, bytes: Uint8Array): Promise<void> => {
  const read = await recogniseTables({ name, bytes }, town);
  const problems = read.ok ? read.value.warnings : read.error;
  if (!read.ok) expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(`${problemPlace(problem)}: ${problemSentence(problem)}`).toMatch(/。$/u);
  for (const { counts } of read.ok ? read.value.tables : []) {
    expect(counts.total).toBeGreaterThanOrEqual(0);
    for (const side of [counts.male, counts.female, counts.both])
      expect(side === null || side.length === counts.ages.length).toBe(true);
  }
};

const openData = openDataRows({ layout: 'C', open: 85, townCode: '202151' }, [
  { code: '', name: '', date: '2025/1/1', ...invented(85, 400) },
  { code: 'a', name: '広丘', date: '2025/1/1', ...invented(85, 10) },
]);

it('でたらめなバイト列', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => answers('x', bytes)),
    { numRuns: 100 },
  );
});

it('欄をでたらめな文字に変えた CSV', async () => {
  const words = fc.constantFrom(
    '',
    '-',
    'X',
    '男',
    '0-4歳',
    '2020',
    '-1',
    '1e9',
    '総数',
    '令和元年',
    '△',
    '"',
    'NaN',
    '９９',
    '再掲',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(), words), { minLength: 1, maxLength: 12 }),
      async (changes) => {
        const rows = openData.map((row) => [...row]);
        for (const [row, column, word] of changes) {
          const cells = rows[row % rows.length] ?? [];
          cells[column % cells.length] = word;
        }
        await answers('a.csv', new TextEncoder().encode(csvText(rows)));
      },
    ),
    { numRuns: 150 },
  );
});

it('途中で切れた、どこかのバイトが変わった CSV', async () => {
  const bytes = cp932(openData);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), async (end, at, byte) => {
      const changed = bytes.slice(0, 1 + (end % bytes.length));
      changed[at % changed.length] = byte;
      await answers('a.csv', changed);
    }),
    { numRuns: 80 },
  );
});

it('どこかのバイトが変わった .xlsx', { timeout: 60_000 }, async () => {
  const files = [
    await xlsx([{ name: '総計', rows: registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]) }]),
    await xlsx([
      { name: 'Sheet1', rows: ipssListRows(95, [2020], [{ code: 20215, name: '塩尻市', seed: 300 }]) },
    ]),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
      async (file, changes) => {
        const changed = file.slice();
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        await answers('a.xlsx', changed);
      },
    ),
    { numRuns: 40 },
  );
});
