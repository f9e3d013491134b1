import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { Database } from '../../src/db/connection.ts';
import { openMemory } from '../../src/db/embedded-memory.ts';
import { migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migration-files.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { installationFolder } from '../../src/installation.ts';
import { allowDayBySetting } from './day-by-setting.ts';
import { clusterUrl, type PostgresCluster } from './postgres-cluster.ts';

const folder = join(installationFolder, '.runtime');

/** Migrated once and kept beside, by the content of the migrations: opening the copy takes a fraction of the time. */
const migratedCopy = async (): Promise<Blob> => {
  const name = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 16);
  const file = join(folder, `test-database-${name}-2.tar`);
  if (!existsSync(file)) {
    const db = await openMemory();
    await migrate(db);
    await allowDayBySetting(db);
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, Buffer.from(await (await db.copy()).arrayBuffer()));
    await db.close();
    renameSync(draft, file);
  }
  return new Blob([readFileSync(file)]);
};

let copy: Promise<Blob> | undefined;

/** A migrated, empty embedded database in memory. Whoever opens it closes it. */
export const testDatabase = async (): Promise<Database> => {
  copy ??= migratedCopy();
  return openMemory(await copy);
};

const asOwner = async (cluster: PostgresCluster, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export interface PostgresDatabase {
  /** For DATABASE_URL. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A connection that is just going away can keep the database for a moment: object_in_use, or cut off in the middle. */
const dropDatabase = async (cluster: PostgresCluster, name: string, triesLeft = 5): Promise<void> => {
  try {
    await asOwner(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await wait(200);
    await dropDatabase(cluster, name, triesLeft - 1);
  }
};

const createOn = async (cluster: PostgresCluster, template: string): Promise<PostgresDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(cluster, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: clusterUrl(cluster, name),
    drop: () => dropDatabase(cluster, name),
  };
};

/** A bare database, not migrated, for tests that start programs; null where there is no PostgreSQL. */
export const barePostgresDatabase = async (): Promise<PostgresDatabase | null> => {
  const cluster = inject('postgres');
  return cluster === null ? null : createOn(cluster, 'template0');
};

/** A migrated, empty database on the temporary PostgreSQL cluster, dropped when it is closed. */
const postgresDatabase = async (cluster: PostgresCluster): Promise<Database> => {
  const { url, drop } = await createOn(cluster, cluster.template);
  const db = await openPostgres(url);
  return {
    ...db,
    close: async () => {
      await db.close();
      await drop();
    },
  };
};

/**
 * The same tests on the embedded engine and on PostgreSQL. `open` gives a fresh migrated database; all are closed
 * after the group. Without PostgreSQL on the machine its half is reported as skipped.
 */
export const describeEachDatabase = (
  title: string,
  define: (open: () => Promise<Database>) => void,
): void => {
  const group = (open: () => Promise<Database>) => () => {
    const opened: Database[] = [];
    define(async () => {
      const db = await open();
      opened.push(db);
      return db;
    });
    afterAll(async () => {
      await Promise.all(opened.splice(0).map((db) => db.close()));
    });
  };
  describe(`${title}（組み込み）`, group(testDatabase));
  const cluster = inject('postgres');
  if (cluster === null)
    describe.skip(`${title}（PostgreSQL: この機械にないため実行せず）`, group(testDatabase));
  else
    describe(
      `${title}（PostgreSQL）`,
      group(() => postgresDatabase(cluster)),
    );
};
