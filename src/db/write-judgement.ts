import { and, eq, sql } from 'drizzle-orm';
import { humanJudgement, judgementYear } from './schema/judgement.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

export interface YearChoice {
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly schemeVersion: number;
  readonly reason: string;
  readonly publishesHuman: boolean;
  readonly publishedAt: string | null;
}

/** Says by which version a year is judged. `expected` 0: the year has none yet. False: somebody else was there first. */
export const saveJudgementYear = async (
  tx: TenantTx,
  { publishesHuman, ...choice }: YearChoice,
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const columns = {
    ...choice,
    publishesHuman: publishesHuman ? ('yes' as const) : ('no' as const),
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  };
  const rows =
    expected === 0
      ? await tx.q
          .insert(judgementYear)
          .values({ municipality: tx.municipality, ...columns })
          .onConflictDoNothing()
          .returning({ version: judgementYear.version })
      : await tx.q
          .update(judgementYear)
          .set({ ...columns, version: sql`${judgementYear.version} + 1` })
          .where(
            and(
              eq(judgementYear.municipality, tx.municipality),
              eq(judgementYear.fiscalYear, choice.fiscalYear),
              eq(judgementYear.version, expected),
            ),
          )
          .returning({ version: judgementYear.version });
  return rows.length === 1;
};

export interface HumanChoice {
  readonly indicatorKey: string;
  readonly fiscalYear: number;
  readonly kind: 'mark' | 'override';
  readonly subject: string;
  readonly choice: string;
  readonly reason: string;
}

const theJudgement = (
  tx: TenantTx,
  { indicatorKey, fiscalYear, kind, subject }: Omit<HumanChoice, 'choice' | 'reason'>,
  expected: number,
) =>
  and(
    eq(humanJudgement.municipality, tx.municipality),
    eq(humanJudgement.indicatorKey, indicatorKey),
    eq(humanJudgement.fiscalYear, fiscalYear),
    eq(humanJudgement.kind, kind),
    eq(humanJudgement.subject, subject),
    eq(humanJudgement.version, expected),
  );

/** `expected` 0: nobody has judged yet. False: somebody else was there first. */
export const saveHumanJudgement = async (
  tx: TenantTx,
  judgement: HumanChoice,
  expected: number,
  stamp: Stamp,
): Promise<boolean> => {
  const rows =
    expected === 0
      ? await tx.q
          .insert(humanJudgement)
          .values({ municipality: tx.municipality, ...judgement, updatedAt: stamp.now, updatedBy: stamp.by })
          .onConflictDoNothing()
          .returning({ version: humanJudgement.version })
      : await tx.q
          .update(humanJudgement)
          .set({
            choice: judgement.choice,
            reason: judgement.reason,
            version: sql`${humanJudgement.version} + 1`,
            updatedAt: stamp.now,
            updatedBy: stamp.by,
          })
          .where(theJudgement(tx, judgement, expected))
          .returning({ version: humanJudgement.version });
  return rows.length === 1;
};

/** Takes a human judgement back; what it was stays in the audit trail. */
export const deleteHumanJudgement = async (
  tx: TenantTx,
  judgement: Omit<HumanChoice, 'choice' | 'reason'>,
  expected: number,
): Promise<boolean> => {
  const rows = await tx.q
    .delete(humanJudgement)
    .where(theJudgement(tx, judgement, expected))
    .returning({ version: humanJudgement.version });
  return rows.length === 1;
};
