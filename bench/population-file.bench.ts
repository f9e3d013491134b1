import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoPassword } from '../src/app/people/demo-password.ts';
import { recogniseInWorker } from '../src/documents/population-tables/recognise-in-worker.ts';
import { noOptions, recogniseTables } from '../src/documents/population-tables/recognise-tables.ts';
import { type Cells, ipssListRows, utf8, xlsx } from '../test/factories/population-files.ts';
import { formToken, logIn, newVisitor } from '../test/walk/visitor.ts';
import { median } from './load.ts';
import { startRashin } from './server-process.ts';

/**
 * How long nobody else is answered while a long file of population is read: the longest pause of the thread that reads,
 * against the pause of the thread that has it read by another. Then the built server: how long the smallest request
 * waits at most while the file is tried out in the office, up to its page.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const town = { code5: '20215', name: '塩尻市' };

/** Single ages of fifty districts over fifteen years, a line each. */
const longCsv = (): Uint8Array => {
  const rows: Cells[] = [['年', '地域名', '性別', '年齢', '人口']];
  for (let year = 2006; year <= 2020; year++)
    for (let district = 1; district <= 50; district++)
      for (const sex of ['男', '女'])
        for (let age = 0; age <= 100; age++)
          rows.push([
            year,
            `第${district}地区`,
            sex,
            age === 100 ? '100歳以上' : `${age}歳`,
            100 + ((age * 7 + district) % 50),
          ]);
  return utf8(rows);
};

/** 社人研 結果一覧: every town of the country, seven years. */
const nationalWorkbook = (): Promise<Uint8Array> =>
  xlsx([
    {
      name: 'Sheet1',
      rows: ipssListRows(
        95,
        [2020, 2025, 2030, 2035, 2040, 2045, 2050],
        [
          ...Array.from({ length: 1882 }, (_, at) => ({ code: 30000 + at, name: `町${at}`, seed: at })),
          { code: 20215, name: '塩尻市', seed: 300 },
        ],
      ),
    },
  ]);

const files = [
  { name: 'long.csv', bytes: longCsv() },
  { name: 'country.xlsx', bytes: await nationalWorkbook() },
] as const;

/** The longest time between two turns of this thread while `work` runs, and the time of all of it. */
const paused = async (work: () => Promise<{ readonly ok: boolean }>) => {
  let last = performance.now();
  let longest = 0;
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(turn, 1);
  await wait(20);
  longest = 0;
  const started = performance.now();
  const { ok } = await work();
  turn();
  clearInterval(timer);
  if (!ok) throw new Error('the file was refused');
  return { longest, all: performance.now() - started };
};

const words = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, medians of ${rounds}`);
for (const file of files) {
  const [own, other] = [[], []] as [
    Awaited<ReturnType<typeof paused>>[],
    Awaited<ReturnType<typeof paused>>[],
  ];
  for (let round = 0; round < rounds; round++) {
    own.push(await paused(() => recogniseTables(file, town)));
    other.push(await paused(() => recogniseInWorker(file, town, noOptions)));
  }
  const ratios = other.map(({ longest }, round) => longest / (own[round]?.longest ?? Number.NaN));
  console.log(
    `${file.name} (${(file.bytes.length / 1e6).toFixed(1)} MB): longest pause ${words(own.map(({ longest }) => longest))} where it is read, ${words(other.map(({ longest }) => longest))} beside it, ratio ${median(ratios).toFixed(3)}; read in ${words(own.map(({ all }) => all))} and ${words(other.map(({ all }) => all))}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
const server = await startRashin({ RASHIN_DATA: join(folder, 'data'), RASHIN_DEMO: '1' });
try {
  const planner = await logIn(
    newVisitor((address, init) => fetch(server.address + address, init)),
    '202151',
    'kikaku',
    demoPassword,
  );
  const address = '/m/202151/office/population/import';
  const token = formToken((await planner.ask(address)).body);
  for (const { name, bytes } of files) {
    const waits: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const form = new FormData();
      form.set('_csrf', token);
      form.set('step', 'try');
      form.set('file', new Blob([Uint8Array.from(bytes)]), name);
      const started = performance.now();
      let isDone = false;
      const tried = planner
        .ask(address, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: form })
        .finally(() => {
          isDone = true;
        });
      let longest = 0;
      while (!isDone) {
        const asked = performance.now();
        await (await fetch(`${server.address}/healthz`)).arrayBuffer();
        longest = Math.max(longest, performance.now() - asked);
        await wait(2);
      }
      const { status, body } = await tried;
      if (status !== 200 || !body.includes('読み取りました'))
        throw new Error(`the file was answered ${status}`);
      waits.push(longest);
      times.push(performance.now() - started);
    }
    console.log(
      `server, ${name} tried out: the smallest request waits at most ${words(waits)}, the page is there after ${words(times)}`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
