import type { PGlite } from '@electric-sql/pglite';
import type { Session } from './embedded-session.ts';

/** A few hundred bytes a changed row: some ten thousand changes. */
const bytesBetween = 32 * 1024 * 1024;
/** How often to look; looking costs a tenth of a millisecond. */
const commitsBetween = 100;

const logPosition = async (pg: PGlite): Promise<number> => {
  const { rows } = await pg.query<unknown[]>("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn", [], {
    rowMode: 'array',
  });
  return Number(rows[0]?.[0]);
};

/**
 * A single-user PostgreSQL has no autovacuum: without this, tables would only grow and query plans rest on old
 * statistics. Between two transactions, when enough has been written since the last time.
 */
export const vacuumNowAndThen = async (pg: PGlite, session: Session): Promise<Session> => {
  let commits = 0;
  let since = await logPosition(pg);
  return {
    ...session,
    commit: async () => {
      await session.commit();
      commits += 1;
      if (commits % commitsBetween !== 0) return;
      try {
        const position = await logPosition(pg);
        if (position - since < bytesBetween) return;
        await pg.exec('VACUUM (ANALYZE)');
        since = position;
      } catch {
        // The commit is on disk already; a vacuum that fails is tried again later.
      }
    },
  };
};
