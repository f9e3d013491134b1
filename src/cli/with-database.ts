import type { Database } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import type { CliIo } from './command.ts';

/** Opens the database of this installation, brings it up to date, and closes it whatever happens. */
export const withDatabase = async <T>(
  io: CliIo,
  program: string,
  run: (db: Database) => Promise<T>,
): Promise<T> => {
  const db = await openDatabase(io.config(), { program, shared: true });
  try {
    await migrate(db);
    return await run(db);
  } finally {
    await db.close();
  }
};
