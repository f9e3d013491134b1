import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../src/db/connection.ts';
import { withMaintenance } from '../src/db/maintenance.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { loadIndicators } from '../src/db/read-indicator.ts';
import { loadRevision } from '../src/db/read-revision.ts';
import { area } from '../src/db/schema/organisation.ts';
import { withPublic, withTenant } from '../src/db/tenant.ts';
import type { MunicipalityCode } from '../src/domain/kernel/municipality-code.ts';
import { clusterUrl, startCluster } from '../test/factories/postgres-cluster.ts';
import { findPostgresPrograms } from '../test/factories/postgres-programs.ts';
import { asSuperuser } from './as-superuser.ts';
import { generateTowns } from './generated-towns.ts';
import { median } from './load.ts';

/**
 * The same reading and writing on the embedded database and on a PostgreSQL server of the same machine, both with
 * fsync: one caller, in turns. What a town gives up by having no server to look after.
 */
const municipality = '202151' as MunicipalityCode;
const size = { items: 600, indicators: 300, years: 9 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
// Where the cluster has its data too: in memory where the system offers it, so that it is the engines that differ.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rashin-bench-'));

const programs = findPostgresPrograms();
if (programs === null) {
  console.log(
    'PostgreSQL のサーバープログラムがこの機械にないため、二つのデータベースの比較は実行しません。',
  );
  process.exit(0);
}

let written = 0;
const works: readonly [string, number, (db: Database) => Promise<unknown>][] = [
  [
    'text of a plan of 600 items',
    3,
    (db) => withPublic(db, { municipality, today: '2026-04-01' }, (tx) => loadRevision(tx, 'plan', 1)),
  ],
  [
    '300 indicators with their figures',
    3,
    (db) => withPublic(db, { municipality, today: '2026-04-01' }, (tx) => loadIndicators(tx)),
  ],
  [
    'one indicator with its figures',
    30,
    (db) => withPublic(db, { municipality, today: '2026-04-01' }, (tx) => loadIndicators(tx, ['k1'])),
  ],
  [
    'one small write, audited and on disk',
    30,
    (db) =>
      withTenant(db, { municipality, actor: 'bench', origin: 'bench' }, (tx) => {
        written += 1;
        return tx.q.insert(area).values({
          municipality,
          areaKey: `a${written}`,
          name: 'a',
          layer: 'district',
          parentKey: null,
          position: written,
        });
      }),
  ],
];

const fill = async (db: Database): Promise<Database> => {
  await migrate(db);
  await withMaintenance(db, { readOnly: false }, (owner) => generateTowns(owner, [municipality], size));
  return db;
};

const timeOf = async (repeats: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  for (let n = 0; n < repeats; n++) await work();
  return (performance.now() - began) / repeats;
};

const { cluster, stop } = await startCluster(programs, [
  'fsync=on',
  'full_page_writes=on',
  'shared_buffers=256MB',
]);
try {
  await asSuperuser(cluster, 'postgres', `CREATE DATABASE bench OWNER ${cluster.login}`);
  const server = await fill(await openPostgres(clusterUrl(cluster, 'bench')));
  const embedded = await fill(
    await openDatabase(
      { databaseUrl: null, dataDir: join(folder, 'data') },
      { program: 'bench', shared: false },
    ),
  );
  for (const [title, repeats, work] of works) {
    const times = { embedded: [] as number[], server: [] as number[] };
    for (let round = 0; round <= rounds; round++) {
      const ours = await timeOf(repeats, () => work(embedded));
      const theirs = await timeOf(repeats, () => work(server));
      // The first round warms both.
      if (round === 0) continue;
      times.embedded.push(ours);
      times.server.push(theirs);
    }
    const ratios = times.embedded.map((ms, round) => ms / (times.server[round] ?? Number.NaN));
    console.log(
      `${title}: time on the embedded database ÷ on PostgreSQL = ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}); ${median(times.embedded).toFixed(2)} ms and ${median(times.server).toFixed(2)} ms`,
    );
  }
  await embedded.close();
  await server.close();
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
