import type { Database } from '../../src/db/connection.ts';

export interface CountingDatabase {
  /** The same database, every statement of its transactions counted. */
  readonly db: Database;
  /** Statements sent so far. */
  readonly asked: () => number;
  /** Statements a piece of work sends. */
  readonly count: (work: () => Promise<unknown>) => Promise<number>;
}

export const countingDatabase = (under: Database): CountingDatabase => {
  let asked = 0;
  return {
    db: {
      ...under,
      transaction: (begin, run) =>
        under.transaction(begin, (connection) =>
          run({
            ...connection,
            query: (sql, params) => {
              asked += 1;
              return connection.query(sql, params);
            },
          }),
        ),
    },
    asked: () => asked,
    count: async (work) => {
      const before = asked;
      await work();
      return asked - before;
    },
  };
};
