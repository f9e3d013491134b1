import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ConnectionLost, type ErrorFields, errorFields } from './database-error.ts';
import { DatabaseRefusal, type RefusalReason } from './database-refusal.ts';
import { openFolder } from './embedded-folder.ts';
import { type Session, sessionOf } from './embedded-session.ts';
import { vacuumNowAndThen } from './embedded-vacuum.ts';

/** PGlite computes where it is called, so it lives in this thread and the server stays awake. */
export type Request = {
  readonly [Step in keyof Session]: {
    readonly id: number;
    readonly step: Step;
    readonly args: Parameters<Session[Step]>;
  };
}[keyof Session];

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorFields }
  /** The last word: the thread ends. */
  | { readonly kind: 'aborted' }
  | { readonly kind: 'lost'; readonly id: number; readonly message: string };

const perform = (session: Session, request: Request): Promise<unknown> => {
  switch (request.step) {
    case 'begin':
      return session.begin(...request.args);
    case 'query':
      return session.query(...request.args);
    case 'commit':
      return session.commit();
    case 'rollback':
      return session.rollback();
    case 'close':
      return session.close();
    default: {
      const never: never = request;
      return never;
    }
  }
};

const serve = async (port: MessagePort, dataDir: string): Promise<void> => {
  const reply = (message: Reply): void => port.postMessage(message);
  try {
    const pg = await openFolder(dataDir, () => {
      reply({ kind: 'aborted' });
      // Ends this thread, not the process.
      process.exit(1);
    });
    const session = await vacuumNowAndThen(pg, sessionOf(pg));
    // One at a time: the other side waits for each answer, but for `close`.
    port.on('message', async (request: Request) => {
      try {
        reply({ kind: 'answer', id: request.id, value: await perform(session, request) });
      } catch (error) {
        if (error instanceof ConnectionLost) reply({ kind: 'lost', id: request.id, message: error.message });
        else if (error instanceof Error) reply({ kind: 'error', id: request.id, error: errorFields(error) });
        else throw error;
      }
      if (request.step === 'close') port.close();
    });
    reply({ kind: 'ready' });
  } catch (error) {
    reply({
      kind: 'refused',
      reason:
        error instanceof DatabaseRefusal
          ? error.reason
          : { code: 'not-durable', cause: error instanceof Error ? error.message : String(error) },
    });
    port.close();
  }
};

if (parentPort !== null) await serve(parentPort, String((workerData as { dataDir: unknown }).dataDir));
