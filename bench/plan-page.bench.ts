import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withMaintenance } from '../src/db/maintenance.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { generateTowns } from './generated-towns.ts';
import { type LoadFigures, load, median } from './load.ts';
import { startProgram, startRashin } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
const bare = fileURLToPath(new URL('bare-server.mjs', import.meta.url));
const path = '/m/202151/plans/plan';
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);

/** Plan page of 1,000 items as a reader gets it, against a bare server sending the same bytes. A B A B …, medians. */
const compare = async (title: string, a: () => Promise<LoadFigures>, b: () => Promise<LoadFigures>) => {
  const ratios: number[] = [];
  const tails: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const ours = await a();
    const theirs = await b();
    own.push(ours.requestsPerSecond);
    ratios.push(ours.requestsPerSecond / theirs.requestsPerSecond);
    tails.push(ours.p99Milliseconds / Math.max(theirs.p99Milliseconds, 1));
  }
  console.log(
    `${title}: ratio of requests/s ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}), ratio of p99 ${median(tails).toFixed(2)}, own ${Math.round(median(own))} requests/s`,
  );
};

try {
  const dataDir = join(folder, 'data');
  const db = await openDatabase({ databaseUrl: null, dataDir }, { program: 'bench', shared: false });
  await migrate(db);
  await withMaintenance(db, { readOnly: false }, (owner) =>
    generateTowns(owner, ['202151'], { items: 1000, indicators: 100, years: 9 }),
  );
  await db.close();

  const kept = await startRashin({ RASHIN_DATA: dataDir });
  for (const encoding of ['gzip', 'identity'] as const) {
    const page = await fetch(kept.address + path, { headers: { 'accept-encoding': encoding } });
    const tag = page.headers.get('etag');
    if (page.status !== 200 || tag === null) throw new Error(`${path} answered ${page.status}`);
    // fetch undoes the compression, the bare server must send the bytes as they travelled
    const body = Buffer.from(await page.arrayBuffer());
    const travelled = encoding === 'gzip' ? gzipSync(body) : body;
    const file = join(folder, encoding);
    writeFileSync(file, travelled);
    const limit = await startProgram(
      bare,
      { BENCH_BODY: file, BENCH_ENCODING: encoding === 'gzip' ? 'gzip' : '' },
      '/',
    );
    const common = { seconds, connections: 8 };
    const headers = { 'accept-encoding': encoding };
    console.log(`page of 1,000 items: ${travelled.length} bytes as ${encoding}`);
    await load({ ...common, url: kept.address + path, headers, seconds: 1 });
    await compare(
      `  whole page to readers who have none (${encoding})`,
      () => load({ ...common, url: kept.address + path, headers }),
      () => load({ ...common, url: `${limit.address}/`, headers }),
    );
    await compare(
      `  304 to readers who have it (${encoding})`,
      () => load({ ...common, url: kept.address + path, headers: { ...headers, 'if-none-match': tag } }),
      () => load({ ...common, url: `${limit.address}/`, headers }),
    );
    if (encoding === 'identity') {
      await kept.stop();
      const anew = await startRashin({ RASHIN_DATA: dataDir, RASHIN_PAGE_CACHE_MB: '0' });
      await load({ ...common, url: anew.address + path, headers, seconds: 2 });
      await compare(
        '  every page read from the database and rendered anew (identity)',
        () => load({ ...common, url: anew.address + path, headers }),
        () => load({ ...common, url: `${limit.address}/`, headers }),
      );
      await anew.stop();
    }
    await limit.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
