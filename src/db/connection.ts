/** A value read: bool, int2, int4, float4 and float8 as JavaScript values, everything else as the engine's text. */
export type Cell = string | number | boolean | null;
/** A value written, as text (see value-parsers.ts). */
export type Parameter = string | null;

/** What both engines offer. Rows are arrays in the order of the columns. */
export interface QueryAnswer {
  readonly rows: readonly (readonly Cell[])[];
  /** Rows read by a SELECT or RETURNING, rows touched by any other statement. */
  readonly rowCount: number;
}

/** A connection inside one transaction. Never kept beyond it. */
export interface TransactionConnection {
  query(sql: string, params: readonly unknown[]): Promise<QueryAnswer>;
}

export type Engine = 'embedded' | 'postgresql';

export interface Beginning {
  readonly readOnly: boolean;
  /** Statements (SET LOCAL …) that go in the same trip as BEGIN. */
  readonly setup: string;
  /** One snapshot for the whole transaction; otherwise READ COMMITTED. */
  readonly snapshot?: boolean;
  /** Without the time limits of a web request: migration, backup, restore, verification. */
  readonly unlimited?: boolean;
}

export interface Database {
  readonly engine: Engine;
  /** Which database this is and what it promises, for the line printed at start. */
  readonly promise: string;
  /**
   * BEGIN and `setup` go in one trip; then `run`; then COMMIT, acknowledged only when it is durable.
   * An exception from `run` rolls back and is thrown on. Errors of the engine are `DatabaseError`.
   */
  transaction<T>(begin: Beginning, run: (connection: TransactionConnection) => Promise<T>): Promise<T>;
  /**
   * How many writing transactions have ended. Only where every writer goes through this object (the embedded engine,
   * its control socket included): while the number stands still, what was read is still so.
   */
  readonly writesEnded?: () => number;
  close(): Promise<void>;
}

export const beginStatement = (begin: Beginning): string =>
  `BEGIN ISOLATION LEVEL ${begin.snapshot ? 'REPEATABLE READ' : 'READ COMMITTED'} ${begin.readOnly ? 'READ ONLY' : 'READ WRITE'}; ${begin.setup}`;
