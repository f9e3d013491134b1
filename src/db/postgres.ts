import pg from 'pg';
import {
  type Beginning,
  beginStatement,
  type Database,
  type QueryAnswer,
  type TransactionConnection,
} from './connection.ts';
import { ConnectionLost, DatabaseError, errorFields } from './database-error.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { notNested, untilEnded } from './transaction-guards.ts';
import { parserOf, toParameter } from './value-parsers.ts';

const oldestServer = 150000;

/**
 * Set in every transaction rather than once a connection: a pooler in transaction mode gives another connection each
 * time. Dates and times as ISO in UTC whatever the server's own settings, and no commit acknowledged before it is on
 * disk even where the server is set to do so.
 */
const settings = [
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
].join('; ');

const limits = [
  "SET LOCAL statement_timeout = '30s'",
  "SET LOCAL lock_timeout = '10s'",
  "SET LOCAL idle_in_transaction_session_timeout = '60s'",
].join('; ');

const types = { getTypeParser: (oid: number) => parserOf(oid) } as unknown as pg.CustomTypesConfig;

const normalised = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  // The server's own errors carry a severity; everything else is the connection's.
  if (!('severity' in error)) return new ConnectionLost(error.message, { cause: error });
  const code = (error as { code?: unknown }).code;
  // Shutdown, crash, or cut off by the administrator or a time limit on idling.
  const cut =
    typeof code === 'string' && (code.startsWith('57P') || code.startsWith('08') || code === '25P03');
  return cut ? new ConnectionLost(error.message, { cause: error }) : new DatabaseError(errorFields(error));
};

const sent = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw normalised(error);
  });

const queryOn =
  (client: pg.PoolClient): TransactionConnection['query'] =>
  async (sql, params): Promise<QueryAnswer> => {
    try {
      const answer = await client.query<never[]>({
        text: sql,
        values: params.map(toParameter),
        rowMode: 'array',
        types,
      });
      return { rows: answer.rows, rowCount: answer.rowCount ?? 0 };
    } catch (error) {
      throw normalised(error);
    }
  };

/** What the server itself says of its durability; SQL cannot turn these on for us. */
const describe = (facts: readonly string[], server: string): string => {
  const [version = '', fsync, synchronousCommit, standby] = facts;
  if (fsync === 'off')
    return `データベース: PostgreSQL ${version}（${server}）。警告: サーバーの設定が fsync=off のため、停電などで保存済みの内容が失われるおそれがあります。`;
  const replicated =
    standby !== '' && synchronousCommit !== 'local'
      ? `待機系（synchronous_commit=${synchronousCommit}）にも届いてから`
      : 'サーバーのディスクに書き込まれてから';
  return `データベース: PostgreSQL ${version}（${server}）。保存の完了は、${replicated}お知らせします。`;
};

/** Without the password. */
const addressOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname === '' ? 'localhost' : hostname}:${port === '' ? '5432' : port}${decodeURIComponent(pathname)}`;
};

export const openPostgres = async (url: string): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks leaves the pool; whoever asks next is told if there is still no server.
  pool.on('error', () => undefined);

  let durability = '';
  const transaction = async <T>(
    begin: Beginning,
    run: (connection: TransactionConnection) => Promise<T>,
  ): Promise<T> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw normalised(error);
    });
    let broken: Error | undefined;
    const { connection, end } = untilEnded(queryOn(client));
    try {
      const setup = `${settings}; ${durability}${begin.unlimited ? '' : `${limits}; `}${begin.setup}`;
      await sent(client.query(beginStatement({ ...begin, setup })));
      const result = await run(connection);
      end();
      const { command } = await sent(client.query('COMMIT'));
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (command !== 'COMMIT')
        throw new DatabaseError({
          message: 'a statement failed and was ignored; the transaction was rolled back',
          code: '25P02',
          constraint: null,
          table: null,
          column: null,
          detail: null,
        });
      return result;
    } catch (error) {
      end();
      // What `run` throws is thrown on as it is; statements have had their errors normalised.
      if (error instanceof ConnectionLost) broken = error;
      else
        await client.query('ROLLBACK').catch((failed: unknown) => {
          broken = failed instanceof Error ? failed : new Error(String(failed));
        });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  try {
    const facts = await transaction({ readOnly: true, setup: 'SELECT 1' }, async ({ query }) => {
      const { rows } = await query(
        `SELECT current_setting('server_version_num'), current_setting('server_version'), current_setting('fsync'),
           current_setting('synchronous_commit'), current_setting('synchronous_standby_names')`,
        [],
      );
      return (rows[0] ?? []).map(String);
    });
    const [number = '0', version = '', fsync = '', synchronousCommit = '', standby = ''] = facts;
    if (Number(number) < oldestServer)
      throw new DatabaseRefusal({ code: 'server-too-old', found: version, needed: '15' });
    if (synchronousCommit === 'off') durability = 'SET LOCAL synchronous_commit = on; ';
    const promise = describe(
      [
        version.split(' ')[0] ?? version,
        fsync,
        synchronousCommit === 'off' ? 'on' : synchronousCommit,
        standby,
      ],
      addressOf(url),
    );
    const alone = notNested();
    return {
      engine: 'postgresql',
      promise,
      transaction: (begin, run) => alone(() => transaction(begin, run)),
      close: () => pool.end(),
    };
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseRefusal) throw error;
    throw new DatabaseRefusal({
      code: 'unreachable',
      server: addressOf(url),
      cause: error instanceof Error ? error.message : String(error),
    });
  }
};
