import { Worker } from 'node:worker_threads';
import type { Database } from './connection.ts';
import { ConnectionLost, DatabaseError } from './database-error.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import type { Session } from './embedded-session.ts';
import type { Reply, Request } from './embedded-worker.ts';
import { exclusiveTransactions } from './exclusive.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Longer than any sensible statement. The engine has no statement_timeout (no signals in WebAssembly), and one that
 * never answers would stop everybody.
 */
const longestStatement = 120_000;

interface Thread {
  readonly session: Session;
  readonly dead: () => boolean;
  readonly stop: () => Promise<void>;
}

/** The steps of `Session`, each a message to the worker and its answer. */
const threadOver = (worker: Worker): Thread => {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let lost: ConnectionLost | null = null;
  const lose = (message: string): void => {
    lost ??= new ConnectionLost(message);
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  const aborted = 'the embedded database could not write to its disk and stopped';
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready' || reply.kind === 'refused') return;
    if (reply.kind === 'aborted') {
      lose(aborted);
      return;
    }
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'answer') asked?.resolve(reply.value as never);
    else if (reply.kind === 'error') asked?.reject(new DatabaseError(reply.error));
    else asked?.reject(new ConnectionLost(reply.message));
  });
  worker.on('error', (error) => lose(`the embedded database failed: ${String(error)}`));
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      lose('the embedded database is closed');
      resolve();
    });
  });

  const send = <Step extends keyof Session>(
    step: Step,
    ...args: Parameters<Session[Step]>
  ): ReturnType<Session[Step]> =>
    new Promise((resolve, reject) => {
      if (lost !== null) {
        reject(lost);
        return;
      }
      last += 1;
      const patience = setTimeout(() => {
        lose('the embedded database did not answer in time and was stopped');
        void worker.terminate();
      }, longestStatement);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(patience);
          settle(value);
        };
      waiting.set(last, { resolve: settled(resolve), reject: settled(reject) });
      worker.postMessage({ id: last, step, args } as Request);
    }) as ReturnType<Session[Step]>;

  return {
    session: {
      begin: (statement) => send('begin', statement),
      query: (sql, params) => send('query', sql, params),
      commit: () => send('commit'),
      rollback: () => send('rollback'),
      close: () => send('close'),
    },
    dead: () => lost !== null,
    stop: async () => {
      await worker.terminate();
      await exited;
    },
  };
};

const start = async (dataDir: string, entry: URL): Promise<Thread> => {
  const worker = new Worker(entry, {
    workerData: { dataDir },
    // What this process was started with (a loader of tests, a debugger) is not for the engine.
    execArgv: [],
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new ConnectionLost('the embedded database did not start')));
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') resolve();
      if (reply.kind === 'refused') reject(new DatabaseRefusal(reply.reason));
      if (reply.kind === 'aborted')
        reject(new DatabaseRefusal({ code: 'not-durable', cause: 'could not write to the disk' }));
    });
  });
  return threadOver(worker);
};

/** PGlite in a worker thread, on `dataDir`. The data lock must be held until this is closed. */
export const openEmbedded = async (
  dataDir: string,
  entry: URL = new URL('./embedded-worker.ts', import.meta.url),
): Promise<Database> => {
  let thread = await start(dataDir, entry);
  let closed = false;
  const session: Session = {
    begin: async (statement) => {
      // It died of a disk that was full or failed. What was acknowledged is in its log, which starting anew reads.
      if (thread.dead() && !closed) thread = await start(dataDir, entry);
      return thread.session.begin(statement);
    },
    query: (sql, params) => thread.session.query(sql, params),
    commit: () => thread.session.commit(),
    rollback: () => thread.session.rollback(),
    close: () => thread.session.close(),
  };
  return {
    engine: 'embedded',
    promise: `データベース: 組み込み（${dataDir}）。保存の完了は、ディスクへの書き込み（fsync）を待ってお知らせします。このフォルダーを使えるのは同時に1つのプロセスだけです。`,
    ...exclusiveTransactions(session),
    close: async () => {
      closed = true;
      await session.close().catch(() => undefined);
      await thread.stop();
    },
  };
};
