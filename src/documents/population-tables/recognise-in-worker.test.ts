import { expect, it } from 'vitest';
import {
  invented,
  openDataRows,
  registerRows,
  utf8,
  xlsx,
} from '../../../test/factories/population-files.ts';
import { recogniseInWorker } from './recognise-in-worker.ts';
import { noOptions, recogniseTables } from './recognise-tables.ts';

const shiojiri = { code5: '20215', name: '塩尻市' };

const files = async () => {
  const rows = openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
    { code: '', name: '', date: '2025/1/1', ...invented(85, 400) },
  ]);
  const [header = [], row = []] = rows;
  return [
    { name: 'a.csv', bytes: utf8(rows) },
    { name: 'wrong.csv', bytes: utf8([header, row.map((cell) => (cell === 1234 ? '多数' : cell))]) },
    {
      name: '2501nen.xlsx',
      bytes: await xlsx([
        { name: '総計', rows: registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]) },
      ]),
    },
    { name: 'broken.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 5) },
  ];
};

/** Threads load their modules as sources: a second each where the machine is busy. */
const patient = { timeout: 60_000 };

it('別のスレッドで読んでも、読み取りも誤りも同じ。一度に来ても取り違えない', patient, async () => {
  const given = await files();
  const options = { ...noOptions, date: '2025-01-01' };
  const beside = await Promise.all(given.map((file) => recogniseInWorker(file, shiojiri, options)));
  const here = await Promise.all(given.map((file) => recogniseTables(file, shiojiri, options)));
  expect(beside).toEqual(here);
  expect(beside.map(({ ok }) => ok)).toEqual([true, false, true, false]);
});

it('読んでいるあいだも、このスレッドはほかのことをする', patient, async () => {
  const [file] = await files();
  if (file === undefined) throw new Error('no file');
  const turnsDuring = async (read: () => Promise<unknown>): Promise<number> => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    const reading = read().finally(() => {
      isDone = true;
    });
    setImmediate(count);
    await reading;
    return turns;
  };
  expect(await turnsDuring(() => recogniseTables(file, shiojiri))).toBe(0);
  expect(await turnsDuring(() => recogniseInWorker(file, shiojiri, noOptions))).toBeGreaterThan(2);
});
