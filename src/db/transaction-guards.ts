import { AsyncLocalStorage } from 'node:async_hooks';
import type { TransactionConnection } from './connection.ts';

/** A transaction inside another of the same database would wait for itself, or not see what the outer one wrote. */
export const notNested = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const inside = new AsyncLocalStorage<true>();
  return (work) => {
    if (inside.getStore())
      throw new Error('a transaction was begun inside another; pass the transaction on instead');
    return inside.run(true, work);
  };
};

/** A connection that can be used only until `end`: afterwards its query would run in somebody else's transaction. */
export const untilEnded = (
  query: TransactionConnection['query'],
): { readonly connection: TransactionConnection; end(): void } => {
  let open = true;
  return {
    connection: {
      query: async (sql, params) => {
        if (!open) throw new Error('a query was sent after its transaction had ended');
        return query(sql, params);
      },
    },
    end: () => {
      open = false;
    },
  };
};
