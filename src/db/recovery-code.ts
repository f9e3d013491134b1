import { and, eq, isNull, sql } from 'drizzle-orm';
import { recoveryCode } from './schema/access.ts';
import type { TenantTx } from './tenant.ts';

const ofUser = (tx: TenantTx, userId: string) =>
  and(eq(recoveryCode.municipality, tx.municipality), eq(recoveryCode.userId, userId));

/** New codes take the place of all earlier ones. */
export const replaceRecoveryCodes = async (
  tx: TenantTx,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> => {
  await tx.q.delete(recoveryCode).where(ofUser(tx, userId));
  if (codeHashes.length === 0) return;
  await tx.q
    .insert(recoveryCode)
    .values(codeHashes.map((codeHash) => ({ municipality: tx.municipality, userId, codeHash })));
};

/** Marks the code as used. @returns false when there is no such unused code. */
export const spendRecoveryCode = async (
  tx: TenantTx,
  userId: string,
  codeHash: string,
  at: string,
): Promise<boolean> =>
  (
    await tx.q
      .update(recoveryCode)
      .set({ usedAt: at })
      .where(and(ofUser(tx, userId), eq(recoveryCode.codeHash, codeHash), isNull(recoveryCode.usedAt)))
      .returning({ codeHash: recoveryCode.codeHash })
  ).length === 1;

export const countRecoveryCodes = async (tx: TenantTx, userId: string): Promise<number> => {
  const [row] = await tx.q
    .select({ count: sql<number>`count(*)::int` })
    .from(recoveryCode)
    .where(and(ofUser(tx, userId), isNull(recoveryCode.usedAt)));
  return row?.count ?? 0;
};
