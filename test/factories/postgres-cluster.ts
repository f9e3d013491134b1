import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { allowDayBySetting } from './day-by-setting.ts';
import { findPostgresPrograms, unprivilegedUser } from './postgres-programs.ts';

/** A temporary cluster for one run of the tests. */
export interface PostgresCluster {
  /** Folder of the socket: the cluster listens to nothing else. */
  readonly socket: string;
  /** A role like the one an operator makes: no superuser, so that row-level security holds. */
  readonly login: string;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresCluster | null;
  }
}

export const clusterUrl = ({ socket, login }: PostgresCluster, database: string): string =>
  `postgresql:///${database}?host=${encodeURIComponent(socket)}&user=${login}`;

/**
 * The shell lives in a session of its own and waits for its input to end, which happens when we close it and when we
 * are killed in any way: then it stops the cluster and removes its folder. So nothing is left behind.
 */
const script = `
trap '' INT TERM HUP
"$2/initdb" -D "$1/data" -U postgres --auth=trust --no-sync -E UTF8 --locale=C >"$1/log" 2>&1 || exit 1
"$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c full_page_writes=off \
  -c max_connections=60 $3 >>"$1/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server 2>/dev/null
wait $server
rm -rf "$1"
`;

const connect = async (socket: string, until: number, child: ChildProcess): Promise<pg.Client> => {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (Date.now() > until || child.exitCode !== null) throw error;
    await wait(50);
    return connect(socket, until, child);
  }
};

/** `settings`: name=value, as for postgres -c. */
export const startCluster = async (
  programs: string,
  settings: readonly string[] = ['shared_buffers=64MB'],
): Promise<{ cluster: PostgresCluster; stop: () => Promise<void> }> => {
  const user = unprivilegedUser();
  // Memory instead of a disk where the system offers it: the tests of durability use folders of their own.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'rashin-pg-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const child = spawn(
    'sh',
    ['-c', script, 'sh', folder, programs, settings.map((setting) => `-c ${setting}`).join(' ')],
    {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      ...(user ?? {}),
    },
  );
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) resolve();
      child.once('close', () => resolve());
      child.stdin?.end();
    });
  try {
    const cluster = { socket: folder, login: 'rashin_login', template: 'rashin_template' };
    const client = await connect(folder, Date.now() + 60_000, child);
    await client.query(`CREATE ROLE ${cluster.login} LOGIN CREATEDB CREATEROLE`);
    await client.query(`CREATE DATABASE ${cluster.template} OWNER ${cluster.login}`);
    await client.end();
    const db = await openPostgres(clusterUrl(cluster, cluster.template));
    try {
      await migrate(db);
      await allowDayBySetting(db);
    } finally {
      await db.close();
    }
    return { cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Before the database tests: a cluster when PostgreSQL is on this machine, else a plain word that there is none. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const programs = findPostgresPrograms();
  if (programs === null) {
    process.stdout.write(
      'PostgreSQL: サーバープログラムがこの機械にないため、PostgreSQL での試験は実行しません。\n',
    );
    project.provide('postgres', null);
    return undefined;
  }
  const { cluster, stop } = await startCluster(programs);
  project.provide('postgres', cluster);
  return stop;
};
