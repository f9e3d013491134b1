import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import type { Database, TransactionConnection } from './connection.ts';
import { tryAgain } from './try-again.ts';

/** Query builder bound to one transaction. */
export type Queries = PgRemoteDatabase<Record<string, never>>;

declare const tenantBrand: unique symbol;
declare const publicBrand: unique symbol;

/** A transaction of the application role, one town. Made by `withTenant` only. */
export interface TenantTx {
  readonly [tenantBrand]: true;
  readonly municipality: MunicipalityCode;
  readonly q: Queries;
}

/** A read-only transaction of the public role: published rows of one town. Made by `withPublic` only. */
export interface PublicTx {
  readonly [publicBrand]: true;
  readonly municipality: MunicipalityCode;
  readonly q: Queries;
}

export type ReadTx = TenantTx | PublicTx;

/** Who acts, and from where; both go into the audit trail. */
export interface ActingAs {
  readonly municipality: MunicipalityCode;
  /** user id, or 'cli', 'demo', 'system' */
  readonly actor: string;
  /** 'web 192.0.2.1', 'cli', 'demo' */
  readonly origin: string;
  /**
   * ISO date for which rights and texts are decided. The database goes by its own clock, and by this only where its
   * owner allows it (`allowDayBySetting`, in tests).
   */
  readonly today?: string;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** E-strings are not used, so a backslash is an ordinary character; NUL cannot occur in PostgreSQL text. */
const setting = (name: string, value: string): string =>
  `set_config('rashin.${name}', ${literal(value.replaceAll('\u0000', ''))}, true)`;

const bind = (connection: TransactionConnection): Queries =>
  drizzle(async (sql, params) => ({
    rows: (await connection.query(sql, params)).rows as unknown[] as never[],
  }));

/**
 * `run` is done again from its beginning (at most three times) when the database gives the transaction up for another's
 * sake: it loads, decides and saves, and has no effect outside the transaction.
 */
export const withTenant = <T>(db: Database, as: ActingAs, run: (tx: TenantTx) => Promise<T>): Promise<T> =>
  tryAgain(() =>
    db.transaction(
      {
        readOnly: false,
        setup: `SET LOCAL ROLE rashin_app; SELECT ${[
          setting('municipality', as.municipality),
          setting('actor', as.actor),
          setting('origin', as.origin),
          setting('today', as.today ?? ''),
        ].join(', ')}`,
      },
      (connection) => run({ municipality: as.municipality, q: bind(connection) } as TenantTx),
    ),
  );

export const withPublic = <T>(
  db: Database,
  as: { readonly municipality: MunicipalityCode; readonly today?: string },
  run: (tx: PublicTx) => Promise<T>,
): Promise<T> =>
  db.transaction(
    {
      readOnly: true,
      setup: `SET LOCAL ROLE rashin_public; SELECT ${[
        setting('municipality', as.municipality),
        setting('today', as.today ?? ''),
      ].join(', ')}`,
    },
    (connection) => run({ municipality: as.municipality, q: bind(connection) } as PublicTx),
  );

/** The public directory of towns: the one reading without a town. */
export const withDirectory = <T>(db: Database, run: (q: Queries) => Promise<T>): Promise<T> =>
  db.transaction({ readOnly: true, setup: 'SET LOCAL ROLE rashin_public' }, (connection) =>
    run(bind(connection)),
  );
