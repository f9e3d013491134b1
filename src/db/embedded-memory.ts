import type { Database } from './connection.ts';
import { openInMemory } from './embedded-engine.ts';
import { sessionOf } from './embedded-session.ts';
import { exclusiveTransactions } from './exclusive.ts';

export interface MemoryDatabase extends Database {
  /** Its data as it is now, to open another from in a fraction of the time. */
  copy(): Promise<Blob>;
}

/** The embedded engine in this thread and in memory. */
export const openMemory = async (copy?: Blob): Promise<MemoryDatabase> => {
  const pg = await openInMemory(copy);
  const session = sessionOf(pg);
  return {
    engine: 'embedded',
    promise: 'データベース: 組み込み（メモリ上）。終了すると消えます。',
    ...exclusiveTransactions(session),
    close: () => session.close(),
    copy: () => pg.dumpDataDir('none'),
  };
};
