import { Worker } from 'node:worker_threads';
import type { recogniseTables } from './recognise-tables.ts';
import type { ReadingReply, ReadingRequest } from './recognise-worker.ts';

type Reading = Awaited<ReturnType<typeof recogniseTables>>;

/** One file in a thread that ends with it: what a large workbook took of memory is given back. */
const readOnce = (request: ReadingRequest): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./recognise-worker.ts', import.meta.url), {
      // What this process was started with (a loader of tests, a debugger) is not for the reader.
      execArgv: [],
    });
    const end = (settle: () => void): void => {
      settle();
      void worker.terminate();
    };
    worker.once('message', (reply: ReadingReply) =>
      end(() => ('failure' in reply ? reject(new Error(reply.failure)) : resolve(reply.read))),
    );
    worker.once('error', (error) => end(() => reject(error)));
    // Settled already, or the thread ended without a word.
    worker.once('exit', () => reject(new Error('the reader of population files stopped')));
    worker.postMessage(request);
  });

let before: Promise<unknown> = Promise.resolve();

/**
 * `recogniseTables` in a thread of its own, so that the server answers others meanwhile: a long file takes seconds.
 * Files that come at the same time are read one after another, for each may take hundreds of megabytes.
 */
export const recogniseInWorker = (
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  town: ReadingRequest['town'],
  options: ReadingRequest['options'],
): Promise<Reading> => {
  const read = before.then(() => readOnce({ name, bytes, town, options }));
  before = read.catch(() => undefined);
  return read;
};
