import { parentPort } from 'node:worker_threads';
import { recogniseTables } from './recognise-tables.ts';
import type { ReadingOptions, TownOfFile } from './recognised.ts';

/** What the thread is asked, once. */
export interface ReadingRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly town: TownOfFile;
  readonly options: ReadingOptions;
}

export type ReadingReply =
  | { readonly read: Awaited<ReturnType<typeof recogniseTables>> }
  | { readonly failure: string };

parentPort?.once('message', async ({ name, bytes, town, options }: ReadingRequest) => {
  try {
    const read = await recogniseTables({ name, bytes }, town, options);
    parentPort?.postMessage({ read } satisfies ReadingReply);
  } catch (error) {
    parentPort?.postMessage({ failure: String(error) } satisfies ReadingReply);
  }
});
