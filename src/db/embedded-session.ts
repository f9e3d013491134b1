import type { PGlite } from '@electric-sql/pglite';
import type { Cell, Parameter, QueryAnswer } from './connection.ts';
import { ConnectionLost, DatabaseError, databaseErrorOf } from './database-error.ts';

/** The steps of one transaction on an engine that has a single connection. Callers take turns (exclusive.ts). */
export interface Session {
  begin(statement: string): Promise<void>;
  query(sql: string, params: readonly Parameter[]): Promise<QueryAnswer>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
}

/** Anything but an error PostgreSQL reports is a failure of the engine itself. */
const normalised = (error: unknown): Error =>
  databaseErrorOf(error) ??
  new ConnectionLost(error instanceof Error ? error.message : String(error), { cause: error });

export const sessionOf = (pg: PGlite): Session => {
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw normalised(error);
    }
  };
  return {
    begin: (statement) => run(() => pg.exec(statement)).then(() => undefined),
    query: (sql, params) =>
      run(async () => {
        const answer = await pg.query<Cell[]>(sql, [...params], { rowMode: 'array' });
        return { rows: answer.rows, rowCount: answer.rowCount ?? 0 };
      }),
    commit: () =>
      run(async () => {
        const [answer] = await pg.exec('COMMIT');
        // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
        if (answer?.command !== 'COMMIT')
          throw new DatabaseError({
            message: 'a statement failed and was ignored; the transaction was rolled back',
            code: '25P02',
            constraint: null,
            table: null,
            column: null,
            detail: null,
          });
      }),
    rollback: () => run(() => pg.exec('ROLLBACK')).then(() => undefined),
    close: () => pg.close(),
  };
};
