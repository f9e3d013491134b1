import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './connection.ts';
import { connectControl } from './control-client.ts';
import { listenControl } from './control-server.ts';
import { describeHolder, takeDataLock } from './data-lock.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { openEmbedded } from './embedded.ts';
import { openPostgres } from './postgres.ts';

/** Making a new database takes some seconds. */
const startingPatience = 20_000;

export interface DatabasePlace {
  /** postgres://… ; null: the embedded database in `dataDir` */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

const own = async (
  dataDir: string,
  lock: { readonly announce: (socket: string) => void; readonly release: () => void },
): Promise<Database> => {
  try {
    const db = await openEmbedded(dataDir);
    const control = await listenControl(dataDir, db);
    lock.announce(control.path);
    return {
      ...db,
      close: async () => {
        await control.close();
        await db.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/**
 * The database of this installation, for the server and for every command. Where a server already has the embedded
 * one, a command works through that server's control socket (`shared: true`); a second server is refused.
 */
export const openDatabase = async (
  place: DatabasePlace,
  user: { readonly program: string; readonly shared: boolean },
): Promise<Database> => {
  if (place.databaseUrl !== null) return openPostgres(place.databaseUrl);
  const deadline = Date.now() + startingPatience;
  let attempt = takeDataLock(place.dataDir, user.program);
  // A server that is just starting, or a short command, is waited for.
  while (user.shared && !attempt.held && Date.now() < deadline) {
    if (attempt.holder?.socket != null) {
      const db = await connectControl(attempt.holder.socket).catch(() => null);
      if (db !== null) return db;
    }
    await wait(200);
    attempt = takeDataLock(place.dataDir, user.program);
  }
  if (attempt.held) return own(place.dataDir, attempt);
  throw new DatabaseRefusal({
    code: 'locked',
    folder: place.dataDir,
    holder: describeHolder(attempt.holder),
  });
};
