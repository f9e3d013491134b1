import { and, eq, inArray, sql } from 'drizzle-orm';
import { inChunks } from './in-chunks.ts';
import type { StoredDelegation, StoredRecord, StoredRound, StoredSheet } from './read-evaluation.ts';
import type { EvaluationEventKind } from './read-evaluation-events.ts';
import {
  evaluationDelegation,
  evaluationEvent,
  evaluationRecord,
  evaluationRemark,
  evaluationRound,
  evaluationSheet,
} from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

interface Stamp {
  readonly by: string | null;
  readonly now: string;
}

type NewRound = Omit<StoredRound, 'openedAt' | 'closedAt' | 'publishedAt' | 'version'>;

export const insertRound = async (tx: TenantTx, round: NewRound, stamp: Stamp): Promise<void> => {
  await tx.q.insert(evaluationRound).values({
    municipality: tx.municipality,
    ...round,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    updatedBy: stamp.by,
  });
};

export const updateRound = async (
  tx: TenantTx,
  roundKey: string,
  change: Partial<Omit<StoredRound, 'roundKey' | 'version'>>,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .update(evaluationRound)
    .set({
      ...change,
      version: sql`${evaluationRound.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(and(eq(evaluationRound.municipality, tx.municipality), eq(evaluationRound.roundKey, roundKey)));
};

export const deleteRound = async (tx: TenantTx, roundKey: string): Promise<void> => {
  await tx.q
    .delete(evaluationRound)
    .where(and(eq(evaluationRound.municipality, tx.municipality), eq(evaluationRound.roundKey, roundKey)));
};

export const insertSheets = (
  tx: TenantTx,
  sheets: readonly Omit<StoredSheet, 'version' | 'updatedAt'>[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(sheets, 1000, (chunk) =>
    tx.q.insert(evaluationSheet).values(
      chunk.map((sheet) => ({
        municipality: tx.municipality,
        ...sheet,
        updatedAt: stamp.now,
        updatedBy: stamp.by,
      })),
    ),
  );

type SheetChange = Partial<
  Pick<StoredSheet, 'status' | 'stageIndex' | 'reason' | 'exemption' | 'stageKeys' | 'figures' | 'unitKey'>
>;

/** The same change on several sheets, in one statement. */
export const updateSheets = async (
  tx: TenantTx,
  roundKey: string,
  subjectKeys: readonly string[],
  change: SheetChange,
  stamp: Stamp,
): Promise<void> => {
  if (subjectKeys.length === 0) return;
  await tx.q
    .update(evaluationSheet)
    .set({
      ...change,
      version: sql`${evaluationSheet.version} + 1`,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    })
    .where(
      and(
        eq(evaluationSheet.municipality, tx.municipality),
        eq(evaluationSheet.roundKey, roundKey),
        inArray(evaluationSheet.subjectKey, [...subjectKeys]),
      ),
    );
};

/** Whole sheets over what is stored (locked before): each as it is given, a thousand a statement. */
export const replaceSheets = (
  tx: TenantTx,
  sheets: readonly Omit<StoredSheet, 'version' | 'updatedAt'>[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(sheets, 1000, (chunk) =>
    tx.q
      .insert(evaluationSheet)
      .values(
        chunk.map((sheet) => ({
          municipality: tx.municipality,
          ...sheet,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [evaluationSheet.municipality, evaluationSheet.roundKey, evaluationSheet.subjectKey],
        set: {
          unitKey: sql`excluded.unit_key`,
          stageKeys: sql`excluded.stage_keys`,
          exemption: sql`excluded.exemption`,
          status: sql`excluded.status`,
          stageIndex: sql`excluded.stage_index`,
          reason: sql`excluded.reason`,
          figures: sql`excluded.figures`,
          version: sql`${evaluationSheet.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

export type RecordToWrite = Pick<
  StoredRecord,
  'roundKey' | 'subjectKey' | 'stageKey' | 'answers' | 'prefilled' | 'firstSavedAt' | 'lastSavedAt'
>;

/** Writes records whole (their sheets are locked): made, or laid over the one that is there. */
export const upsertRecords = (tx: TenantTx, records: readonly RecordToWrite[], stamp: Stamp): Promise<void> =>
  inChunks(records, 1000, (chunk) =>
    tx.q
      .insert(evaluationRecord)
      .values(
        chunk.map(({ roundKey, subjectKey, stageKey, answers, prefilled, firstSavedAt, lastSavedAt }) => ({
          municipality: tx.municipality,
          roundKey,
          subjectKey,
          stageKey,
          answers,
          prefilled,
          firstSavedAt,
          lastSavedAt,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        })),
      )
      .onConflictDoUpdate({
        target: [
          evaluationRecord.municipality,
          evaluationRecord.roundKey,
          evaluationRecord.subjectKey,
          evaluationRecord.stageKey,
        ],
        set: {
          answers: sql`excluded.answers`,
          prefilled: sql`excluded.prefilled`,
          firstSavedAt: sql`excluded.first_saved_at`,
          lastSavedAt: sql`excluded.last_saved_at`,
          version: sql`${evaluationRecord.version} + 1`,
          updatedAt: stamp.now,
          updatedBy: stamp.by,
        },
      }),
  );

/** Handed on (`submitted` true), or given back to be written again, for stages of sheets. */
export const markRecords = async (
  tx: TenantTx,
  roundKey: string,
  subjectKeys: readonly string[],
  stageKeys: readonly string[],
  submitted: boolean,
  stamp: Stamp,
): Promise<void> => {
  if (subjectKeys.length === 0 || stageKeys.length === 0) return;
  await tx.q
    .update(evaluationRecord)
    .set({
      submittedAt: submitted ? stamp.now : null,
      submittedBy: submitted ? stamp.by : null,
      version: sql`${evaluationRecord.version} + 1`,
    })
    .where(
      and(
        eq(evaluationRecord.municipality, tx.municipality),
        eq(evaluationRecord.roundKey, roundKey),
        inArray(evaluationRecord.subjectKey, [...subjectKeys]),
        inArray(evaluationRecord.stageKey, [...stageKeys]),
        submitted
          ? sql`${evaluationRecord.submittedAt} is null`
          : sql`${evaluationRecord.submittedAt} is not null`,
      ),
    );
};

export interface NewEvent {
  readonly eventId: string;
  readonly subjectKey: string;
  readonly kind: EvaluationEventKind;
  readonly stageKey: string;
  readonly note: string;
}

export const insertEvents = (
  tx: TenantTx,
  roundKey: string,
  events: readonly NewEvent[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(events, 1000, (chunk) =>
    tx.q.insert(evaluationEvent).values(
      chunk.map((event) => ({
        municipality: tx.municipality,
        roundKey,
        ...event,
        happenedAt: stamp.now,
        happenedBy: stamp.by,
      })),
    ),
  );

export const insertRemarks = (
  tx: TenantTx,
  remarks: readonly Pick<
    typeof evaluationRemark.$inferInsert,
    'remarkId' | 'target' | 'subjectKey' | 'roundKey' | 'fiscalYear' | 'stageKey' | 'body' | 'audience'
  >[],
  stamp: Stamp,
): Promise<void> =>
  inChunks(remarks, 1000, (chunk) =>
    tx.q.insert(evaluationRemark).values(
      chunk.map((remark) => ({
        municipality: tx.municipality,
        ...remark,
        answer: '',
        createdAt: stamp.now,
        createdBy: stamp.by,
      })),
    ),
  );

/** Answers of remarks (locked with their sheets), all in one statement. */
export const updateRemarkAnswers = async (
  tx: TenantTx,
  answers: readonly { readonly remarkId: string; readonly answer: string }[],
  roundKey: string,
  stamp: Stamp,
): Promise<void> => {
  await inChunks(answers, 1000, (chunk) =>
    tx.q
      .update(evaluationRemark)
      .set({
        answer: sql`(${JSON.stringify(Object.fromEntries(chunk.map(({ remarkId, answer }) => [remarkId, answer])))}::jsonb ->> ${evaluationRemark.remarkId}::text)`,
        answeredRoundKey: roundKey,
        answeredAt: stamp.now,
        answeredBy: stamp.by,
        version: sql`${evaluationRemark.version} + 1`,
      })
      .where(
        and(
          eq(evaluationRemark.municipality, tx.municipality),
          inArray(
            evaluationRemark.remarkId,
            chunk.map(({ remarkId }) => remarkId),
          ),
        ),
      ),
  );
};

export const insertDelegation = async (
  tx: TenantTx,
  made: Omit<StoredDelegation, 'createdBy'>,
  stamp: Stamp,
): Promise<void> => {
  await tx.q
    .insert(evaluationDelegation)
    .values({ municipality: tx.municipality, ...made, createdAt: stamp.now, createdBy: stamp.by });
};

export const deleteDelegation = async (tx: TenantTx, delegationId: string): Promise<void> => {
  await tx.q
    .delete(evaluationDelegation)
    .where(
      and(
        eq(evaluationDelegation.municipality, tx.municipality),
        eq(evaluationDelegation.delegationId, delegationId),
      ),
    );
};
