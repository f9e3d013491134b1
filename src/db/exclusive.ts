import { type Beginning, beginStatement, type Database, type TransactionConnection } from './connection.ts';
import type { Session } from './embedded-session.ts';
import { notNested, untilEnded } from './transaction-guards.ts';
import { toParameter } from './value-parsers.ts';

/** Work one after another, in the order asked. */
export const takingTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** Transactions over one session: exclusive, queued. */
export const exclusiveTransactions = (
  session: Session,
): Required<Pick<Database, 'transaction' | 'writesEnded'>> => {
  const inTurn = takingTurns();
  const alone = notNested();
  let writes = 0;
  const transaction = <T>(
    begin: Beginning,
    run: (connection: TransactionConnection) => Promise<T>,
  ): Promise<T> =>
    alone(() =>
      inTurn(async () => {
        const { connection, end } = untilEnded((sql, params) => session.query(sql, params.map(toParameter)));
        try {
          await session.begin(beginStatement(begin));
          const result = await run(connection);
          end();
          await session.commit();
          return result;
        } catch (error) {
          end();
          // The first error is the one to tell; a failing rollback means the engine is gone, as the next call will say.
          await session.rollback().catch(() => undefined);
          throw error;
        } finally {
          // Before it is acknowledged and before the next begins. Failed ones too: whether a commit that broke off
          // was done is not known.
          if (!begin.readOnly) writes += 1;
        }
      }),
    );
  return { transaction, writesEnded: () => writes };
};
