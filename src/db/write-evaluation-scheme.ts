import { and, eq, sql } from 'drizzle-orm';
import { evaluationScheme } from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export interface NewEvaluationScheme {
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly name: string;
  readonly content: unknown;
  readonly state: 'draft' | 'adopted';
}

export const insertEvaluationScheme = async (
  tx: TenantTx,
  scheme: NewEvaluationScheme,
  stamp: Stamp,
): Promise<void> => {
  await tx.q.insert(evaluationScheme).values({
    municipality: tx.municipality,
    ...scheme,
    adoptedAt: scheme.state === 'adopted' ? stamp.now : null,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

const theScheme = (
  tx: TenantTx,
  { schemeKey, schemeVersion }: Pick<NewEvaluationScheme, 'schemeKey' | 'schemeVersion'>,
  expected: number,
) =>
  and(
    eq(evaluationScheme.municipality, tx.municipality),
    eq(evaluationScheme.schemeKey, schemeKey),
    eq(evaluationScheme.schemeVersion, schemeVersion),
    eq(evaluationScheme.version, expected),
  );

/** Saves a draft when its lock is still `expected`; false otherwise. */
export const updateEvaluationScheme = async (
  tx: TenantTx,
  scheme: NewEvaluationScheme,
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const rows = await tx.q
    .update(evaluationScheme)
    .set({
      name: scheme.name,
      content: scheme.content,
      state: scheme.state,
      adoptedAt: scheme.state === 'adopted' ? stamp.now : null,
      version: sql`${evaluationScheme.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(theScheme(tx, scheme, expected))
    .returning({ version: evaluationScheme.version });
  return rows.length === 1;
};

/** Discards a draft when its lock is still `expected`; false otherwise. */
export const deleteEvaluationScheme = async (
  tx: TenantTx,
  id: Pick<NewEvaluationScheme, 'schemeKey' | 'schemeVersion'>,
  expected: number,
): Promise<boolean> => {
  const rows = await tx.q
    .delete(evaluationScheme)
    .where(theScheme(tx, id, expected))
    .returning({ version: evaluationScheme.version });
  return rows.length === 1;
};
