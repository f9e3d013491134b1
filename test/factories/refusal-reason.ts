import { DatabaseRefusal, type RefusalReason } from '../../src/db/database-refusal.ts';

/** Why the database refused; null when it did not. Any other error is thrown on. */
export const reasonOf = async (work: Promise<unknown>): Promise<RefusalReason | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DatabaseRefusal) return error.reason;
    throw error;
  }
};
