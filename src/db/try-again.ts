import { setTimeout as wait } from 'node:timers/promises';
import { databaseErrorOf } from './database-error.ts';

const mostTries = 3;

/** Milliseconds before the second and third try, half of it by chance: two that met must not meet again. */
const pauses = [40, 160] as const;

/**
 * Does the work again where the database gave it up for the sake of another (deadlock, serialisation failure): all of it
 * was rolled back. For work that has no effect but through its transaction.
 */
export const tryAgain = async <T>(work: () => Promise<T>, tried = 1): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (tried >= mostTries || databaseErrorOf(error)?.givenUpForAnother !== true) throw error;
    const pause = pauses[tried - 1] ?? 0;
    await wait(pause / 2 + Math.random() * (pause / 2));
    return tryAgain(work, tried + 1);
  }
};
