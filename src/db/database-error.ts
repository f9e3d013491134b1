/** What PostgreSQL says about an error, as plain data: it crosses threads and sockets. */
export interface ErrorFields {
  readonly message: string;
  /** SQLSTATE: 23505, 40001, RS001 … */
  readonly code: string;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly column: string | null;
  /** Often repeats the row's values: for the trail of an operator, never for a log or a page. */
  readonly detail: string | null;
}

/** An error of the engine, the same from the embedded database, a PostgreSQL server and the control socket. */
export class DatabaseError extends Error {
  readonly code: string;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly column: string | null;
  declare readonly detail: string | null;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.name = 'DatabaseError';
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
    // Not enumerable, so that a logger does not write personal data.
    Object.defineProperty(this, 'detail', { value: fields.detail, enumerable: false });
  }

  /** Serialisation failure or deadlock: the same work may succeed when done again at once. A lock timeout is not one. */
  get givenUpForAnother(): boolean {
    return this.code === '40001' || this.code === '40P01';
  }
}

/** The connection itself failed; whether a commit under way happened is not known. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const errorFields = (error: Error & { code?: unknown }): ErrorFields => {
  const given = error as unknown as Readonly<Record<string, unknown>>;
  return {
    message: error.message,
    code: textOrNull(given.code) ?? 'XX000',
    constraint: textOrNull(given.constraint),
    table: textOrNull(given.table),
    column: textOrNull(given.column),
    detail: textOrNull(given.detail),
  };
};

const isSqlState = (code: unknown): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

/** The engine's error inside whatever wraps it (the query builder adds its own), or null. */
export const databaseErrorOf = (error: unknown): DatabaseError | null => {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth += 1) {
    if (e instanceof DatabaseError) return e;
    if ('severity' in e && isSqlState((e as { code?: unknown }).code))
      return new DatabaseError(errorFields(e));
  }
  return null;
};
