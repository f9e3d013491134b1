import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './load.ts';
import { startProgram, startRashin } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
const bare = fileURLToPath(new URL('bare-server.mjs', import.meta.url));
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const home = '/m/202151';
const withDemo = { RASHIN_DATA: join(folder, 'data'), RASHIN_DEMO: '1' };

/** From the start of the process to the last byte of a town's first page. */
const rashin = async (): Promise<number> => {
  const server = await startRashin(withDemo, home);
  await server.stop();
  return server.millisecondsToAnswer;
};

const range = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;

try {
  const first = await rashin();
  const page = await startRashin(withDemo, home);
  const body = join(folder, 'page');
  writeFileSync(body, Buffer.from(await (await fetch(page.address + home)).arrayBuffer()));
  await page.stop();

  const again: number[] = [];
  const fixed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    again.push(await rashin());
    const limit = await startProgram(bare, { BENCH_BODY: body, BENCH_ENCODING: '' }, '/');
    await limit.stop();
    fixed.push(limit.millisecondsToAnswer);
  }
  const ratios = again.map((ms, round) => ms / (fixed[round] ?? Number.NaN));
  console.log(
    `first page after a cold start with data: ${range(again)}; a bare server sending the same bytes: ${range(fixed)}; ratio ${median(ratios).toFixed(1)} (${rounds} rounds, ${cpus().length} CPU, Node ${process.versions.node})`,
  );
  console.log(
    `very first start (creates the database, loads the demonstration towns): ${Math.round(first)} ms; ratio to a later start ${(first / median(again)).toFixed(1)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
