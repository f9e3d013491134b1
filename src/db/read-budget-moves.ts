import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { FrameStep, YearAmount } from '../domain/budget/budget.ts';
import type { Transfer } from '../domain/budget/check-transfer.ts';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { budgetIncentive, budgetTransfer } from './schema/budget.ts';
import { evaluationRecord, evaluationSheet } from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

export interface StoredTransfer extends Transfer {
  readonly transferId: string;
  readonly madeAt: string;
  /** Display name; '' for what came with a data file */
  readonly madeBy: string;
}

/** 流用の経過, in the order they were made. */
export const loadTransfers = async (tx: TenantTx, fiscalYear: number): Promise<readonly StoredTransfer[]> =>
  (
    await tx.q
      .select({
        transferId: budgetTransfer.transferId,
        fromProposalKey: budgetTransfer.fromProposalKey,
        toProposalKey: budgetTransfer.toProposalKey,
        amountThousandYen: budgetTransfer.amount,
        reason: budgetTransfer.reason,
        madeAt: budgetTransfer.madeAt,
        madeBy: appUser.displayName,
      })
      .from(budgetTransfer)
      .leftJoin(
        appUser,
        and(eq(appUser.municipality, budgetTransfer.municipality), eq(appUser.userId, budgetTransfer.madeBy)),
      )
      .where(and(eq(budgetTransfer.municipality, tx.municipality), eq(budgetTransfer.fiscalYear, fiscalYear)))
      .orderBy(asc(budgetTransfer.madeAt), asc(budgetTransfer.transferId))
  ).map((row) => ({ ...row, madeAt: isoInstant(row.madeAt), madeBy: row.madeBy ?? '' }));

/** 節減への還元 as granted, with what was used of it. */
export interface StoredIncentive {
  readonly incentiveId: string;
  readonly fiscalYear: number;
  readonly unitKey: string;
  readonly name: string;
  readonly effectThousandYen: number;
  readonly points: Readonly<Record<string, number>>;
  readonly grantedThousandYen: number;
  readonly steps: readonly FrameStep[];
  readonly lastFiscalYear: number;
  readonly used: readonly YearAmount[];
  readonly version: number;
}

/** Of every year: what is left of earlier ones may be used. */
export const loadIncentives = async (
  tx: TenantTx,
  incentiveId?: string,
): Promise<readonly StoredIncentive[]> =>
  tx.q
    .select({
      incentiveId: budgetIncentive.incentiveId,
      fiscalYear: budgetIncentive.fiscalYear,
      unitKey: budgetIncentive.unitKey,
      name: budgetIncentive.name,
      effectThousandYen: budgetIncentive.effect,
      points: budgetIncentive.points,
      grantedThousandYen: budgetIncentive.granted,
      steps: budgetIncentive.steps,
      lastFiscalYear: budgetIncentive.lastFiscalYear,
      used: budgetIncentive.used,
      version: budgetIncentive.version,
    })
    .from(budgetIncentive)
    .where(
      and(
        eq(budgetIncentive.municipality, tx.municipality),
        incentiveId === undefined ? undefined : eq(budgetIncentive.incentiveId, incentiveId),
      ),
    )
    .orderBy(desc(budgetIncentive.fiscalYear), asc(budgetIncentive.name));

/** What a stage of the round has said and handed on, of each programme. */
export interface HandedOn {
  readonly subjectKey: string;
  readonly stageKey: string;
  readonly stageKeys: readonly string[];
  /** Key of a word of the scheme's directions */
  readonly direction: string;
}

/** Directions that were handed on: drafts of a stage decide no frame. */
export const loadHandedOnDirections = (tx: TenantTx, roundKey: string): Promise<readonly HandedOn[]> =>
  tx.q
    .select({
      subjectKey: evaluationRecord.subjectKey,
      stageKey: evaluationRecord.stageKey,
      stageKeys: evaluationSheet.stageKeys,
      direction: sql<string>`coalesce(${evaluationRecord.answers} ->> 'direction', '')`,
    })
    .from(evaluationRecord)
    .innerJoin(
      evaluationSheet,
      and(
        eq(evaluationSheet.municipality, evaluationRecord.municipality),
        eq(evaluationSheet.roundKey, evaluationRecord.roundKey),
        eq(evaluationSheet.subjectKey, evaluationRecord.subjectKey),
      ),
    )
    .where(
      and(
        eq(evaluationRecord.municipality, tx.municipality),
        eq(evaluationRecord.roundKey, roundKey),
        isNotNull(evaluationRecord.submittedAt),
      ),
    );
