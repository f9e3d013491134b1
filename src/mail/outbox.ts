import { deliverMail, type SendMessage } from '../app/deliver-mail.ts';
import type { Database } from '../db/connection.ts';

export interface Outbox {
  /** Waits for a delivery that is under way. */
  readonly stop: () => Promise<void>;
}

interface OutboxOptions {
  readonly db: Database;
  readonly send: SendMessage;
  readonly now: () => Date;
  /** What broke the outbox itself; a mail that cannot be sent is told on the page of its collection. */
  readonly onError: (error: unknown) => void;
  readonly everyMilliseconds: number;
}

/** Sends what was committed, again and again, one round at a time. Any number of processes may each have one. */
export const startOutbox = ({ db, send, now, onError, everyMilliseconds }: OutboxOptions): Outbox => {
  let stopped = false;
  let waiting: NodeJS.Timeout | null = null;
  let round: Promise<void> = Promise.resolve();
  const later = (): void => {
    if (stopped) return;
    waiting = setTimeout(() => {
      round = deliverMail(db, send, now).then(later, (error: unknown) => {
        if (!stopped) onError(error);
        later();
      });
    }, everyMilliseconds);
    waiting.unref();
  };
  later();
  return {
    stop: async () => {
      stopped = true;
      if (waiting !== null) clearTimeout(waiting);
      await round;
    },
  };
};
