import { Agent, request } from 'node:http';
import { withMaintenance } from '../src/db/maintenance.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { listMunicipalityCodes } from '../src/domain/kernel/municipality-code.ts';
import { clusterUrl, startCluster } from '../test/factories/postgres-cluster.ts';
import { findPostgresPrograms } from '../test/factories/postgres-programs.ts';
import { asSuperuser } from './as-superuser.ts';
import { generateTowns } from './generated-towns.ts';
import { median } from './load.ts';
import { startRashin } from './server-process.ts';

/**
 * All 1,741 municipalities in one PostgreSQL database — 600 items, 300 indicators over nine years each — against a
 * database with one town of the same size: p95 of a town's pages, each rendered anew (no page is kept).
 */
const townCount = Number(process.env.BENCH_TOWNS ?? 1741);
const size = { items: 600, indicators: 300, years: 9 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const requestsPerRound = Number(process.env.BENCH_REQUESTS ?? 200);

const pages: readonly [string, (n: number) => string][] = [
  ['home', () => ''],
  ['plan', () => '/plans/plan'],
  ['item', (n) => `/plans/plan/items/i${1 + (n % size.items)}`],
  ['indicators', () => '/indicators'],
  ['indicator', (n) => `/indicators/k${1 + (n % size.indicators)}`],
];

const agent = new Agent({ keepAlive: true, maxSockets: 2 });
const timeOf = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { agent }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - began)
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    })
      .on('error', reject)
      .end();
  });

const p95 = (times: readonly number[]): number => {
  const at = [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
  if (at === undefined) throw new Error('p95 requires at least one time');
  return at;
};

const programs = findPostgresPrograms();
if (programs === null) {
  console.log('PostgreSQL のサーバープログラムがこの機械にないため、規模の計測は実行しません。');
  process.exit(0);
}

const codes = listMunicipalityCodes()
  .map(({ code }) => code as string)
  .slice(0, townCount);

const { cluster, stop } = await startCluster(programs, ['shared_buffers=4GB', 'max_wal_size=8GB']);
try {
  const fill = async (name: string, towns: readonly string[]) => {
    await asSuperuser(cluster, 'postgres', `CREATE DATABASE ${name} OWNER ${cluster.login}`);
    const db = await openPostgres(clusterUrl(cluster, name));
    await migrate(db);
    const began = performance.now();
    for (let at = 0; at < towns.length; at += 100)
      await withMaintenance(db, { readOnly: false }, (tx) =>
        generateTowns(tx, towns.slice(at, at + 100), size),
      );
    await db.close();
    await asSuperuser(cluster, name, 'VACUUM ANALYZE');
    console.log(
      `${name}: ${towns.length} towns written in ${Math.round((performance.now() - began) / 1000)} s`,
    );
  };
  const one = codes.slice(0, 1);
  await fill('one_town', one);
  await fill('all_towns', codes);
  const environment = (name: string) => ({
    DATABASE_URL: clusterUrl(cluster, name),
    RASHIN_PAGE_CACHE_MB: '0',
  });
  const few = await startRashin(environment('one_town'));
  const many = await startRashin(environment('all_towns'));
  for (const [title, pathOf] of pages) {
    const ratios: number[] = [];
    let last = { few: 0, many: 0 };
    for (let round = 0; round <= rounds; round++) {
      const times = { few: [] as number[], many: [] as number[] };
      for (let n = 0; n < requestsPerRound; n++) {
        const town = codes[(n * 7919 + round * 104729) % codes.length];
        times.few.push(await timeOf(`${few.address}/m/${one[0]}${pathOf(n)}`));
        times.many.push(await timeOf(`${many.address}/m/${town}${pathOf(n)}`));
      }
      last = { few: p95(times.few), many: p95(times.many) };
      // The first round warms both.
      if (round > 0) ratios.push(last.many / last.few);
    }
    console.log(
      `${title}: p95 with ${codes.length} towns ÷ p95 with one = ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}); last round ${last.many.toFixed(1)} ms and ${last.few.toFixed(1)} ms`,
    );
  }
  agent.destroy();
  await few.stop();
  await many.stop();
} finally {
  await stop();
}
