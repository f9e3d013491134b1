import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { EvaluationRound, RoundTarget } from '../domain/evaluation/round.ts';
import type { Answers, FrozenFigures } from '../domain/evaluation/sheet.ts';
import type { SheetState } from '../domain/evaluation/sheet-state.ts';
import { isoInstant, isoInstantOrNull } from './instant.ts';
import {
  evaluationDelegation,
  evaluationRecord,
  evaluationRemark,
  evaluationRound,
  evaluationScheme,
  evaluationSheet,
} from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

export interface StoredRound extends EvaluationRound {
  /** ISO instants; null: not yet */
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** Optimistic lock. */
  readonly version: number;
}

export interface StoredSheet extends SheetState {
  readonly roundKey: string;
  readonly subjectKey: string;
  readonly position: number;
  readonly unitKey: string | null;
  readonly stageKeys: readonly string[];
  /** '' : evaluated */
  readonly exemption: string;
  readonly reason: string;
  readonly figures: FrozenFigures | null;
  readonly version: number;
  /** ISO instant */
  readonly updatedAt: string;
}

export interface StoredRecord {
  readonly roundKey: string;
  readonly subjectKey: string;
  readonly stageKey: string;
  readonly answers: Answers;
  /** Where from, in words; '' : was filled before anybody typed, and somebody has changed it since. */
  readonly prefilled: Readonly<Record<string, string>>;
  /** ISO instants; null: nobody yet. */
  readonly firstSavedAt: string | null;
  readonly lastSavedAt: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly version: number;
  readonly updatedBy: string | null;
}

export interface StoredRemark {
  readonly remarkId: string;
  readonly target: RoundTarget;
  readonly subjectKey: string;
  readonly roundKey: string | null;
  readonly fiscalYear: number;
  readonly stageKey: string;
  readonly body: string;
  readonly audience: 'public' | 'internal';
  readonly answer: string;
  readonly answeredRoundKey: string | null;
  readonly answeredAt: string | null;
  readonly createdBy: string | null;
}

export interface StoredDelegation {
  readonly delegationId: string;
  readonly roundKey: string;
  readonly stageKey: string;
  readonly unitKey: string | null;
  readonly userId: string;
  readonly reason: string;
  /** ISO day, the last; null: until the round closes */
  readonly validTo: string | null;
  readonly createdBy: string | null;
}

/** What a transaction is about to do with the rows it reads. */
export type RowLock = 'update' | 'share';

const rounds = (tx: TenantTx, roundKey?: string) =>
  tx.q
    .select()
    .from(evaluationRound)
    .where(
      and(
        eq(evaluationRound.municipality, tx.municipality),
        roundKey === undefined ? undefined : eq(evaluationRound.roundKey, roundKey),
      ),
    )
    .orderBy(asc(evaluationRound.fiscalYear), asc(evaluationRound.createdAt), asc(evaluationRound.roundKey));

const roundOf = (row: typeof evaluationRound.$inferSelect): StoredRound => ({
  roundKey: row.roundKey,
  title: row.title,
  fiscalYear: row.fiscalYear,
  timing: row.timing,
  target: row.target,
  planKey: row.planKey,
  schemeKey: row.schemeKey,
  schemeVersion: row.schemeVersion,
  state: row.state,
  dueOn: row.dueOn,
  note: row.note,
  openedAt: isoInstantOrNull(row.openedAt),
  closedAt: isoInstantOrNull(row.closedAt),
  publishedAt: isoInstantOrNull(row.publishedAt),
  version: row.version,
});

/** All rounds of the town, oldest year first. */
export const loadRounds = async (tx: TenantTx): Promise<readonly StoredRound[]> =>
  (await rounds(tx)).map(roundOf);

/** `lock`: always taken before any sheet's. */
export const findRound = async (
  tx: TenantTx,
  roundKey: string,
  lock?: RowLock,
): Promise<StoredRound | null> => {
  const query = rounds(tx, roundKey);
  const [row] = await (lock === undefined ? query : query.for(lock));
  return row === undefined ? null : roundOf(row);
};

/** Sheets of a round in their order. [] as `subjectKeys`: none. */
export const loadSheets = async (
  tx: TenantTx,
  roundKey: string,
  where: { readonly subjectKeys?: readonly string[] } = {},
): Promise<readonly StoredSheet[]> => {
  if (where.subjectKeys?.length === 0) return [];
  const rows = await tx.q
    .select()
    .from(evaluationSheet)
    .where(
      and(
        eq(evaluationSheet.municipality, tx.municipality),
        eq(evaluationSheet.roundKey, roundKey),
        where.subjectKeys === undefined
          ? undefined
          : inArray(evaluationSheet.subjectKey, [...where.subjectKeys]),
      ),
    )
    .orderBy(asc(evaluationSheet.position), asc(evaluationSheet.subjectKey));
  return rows.map(sheetOf);
};

const sheetOf = (row: typeof evaluationSheet.$inferSelect): StoredSheet => ({
  roundKey: row.roundKey,
  subjectKey: row.subjectKey,
  position: row.position,
  unitKey: row.unitKey,
  stageKeys: row.stageKeys,
  exemption: row.exemption,
  status: row.status,
  stageIndex: row.stageIndex,
  reason: row.reason,
  figures: row.figures,
  version: row.version,
  updatedAt: isoInstant(row.updatedAt),
});

/** Locks sheets in the order of their keys, whoever asks: two who lock the same ones wait and never deadlock. */
export const lockSheets = async (
  tx: TenantTx,
  roundKey: string,
  subjectKeys?: readonly string[],
): Promise<readonly StoredSheet[]> => {
  if (subjectKeys?.length === 0) return [];
  const rows = await tx.q
    .select()
    .from(evaluationSheet)
    .where(
      and(
        eq(evaluationSheet.municipality, tx.municipality),
        eq(evaluationSheet.roundKey, roundKey),
        subjectKeys === undefined ? undefined : inArray(evaluationSheet.subjectKey, [...subjectKeys]),
      ),
    )
    .orderBy(asc(evaluationSheet.subjectKey))
    .for('update');
  return rows.map(sheetOf);
};

/** Records of a round; `roundKeys` reads several years at once. */
export const loadRecords = async (
  tx: TenantTx,
  roundKeys: string | readonly string[],
  where: { readonly subjectKeys?: readonly string[]; readonly stageKeys?: readonly string[] } = {},
): Promise<readonly StoredRecord[]> => {
  const keys = typeof roundKeys === 'string' ? [roundKeys] : [...roundKeys];
  if (keys.length === 0 || where.subjectKeys?.length === 0 || where.stageKeys?.length === 0) return [];
  const rows = await tx.q
    .select()
    .from(evaluationRecord)
    .where(
      and(
        eq(evaluationRecord.municipality, tx.municipality),
        inArray(evaluationRecord.roundKey, keys),
        where.subjectKeys === undefined
          ? undefined
          : inArray(evaluationRecord.subjectKey, [...where.subjectKeys]),
        where.stageKeys === undefined ? undefined : inArray(evaluationRecord.stageKey, [...where.stageKeys]),
      ),
    )
    .orderBy(asc(evaluationRecord.roundKey), asc(evaluationRecord.subjectKey));
  return rows.map((row) => ({
    roundKey: row.roundKey,
    subjectKey: row.subjectKey,
    stageKey: row.stageKey,
    answers: row.answers,
    prefilled: row.prefilled,
    firstSavedAt: isoInstantOrNull(row.firstSavedAt),
    lastSavedAt: isoInstantOrNull(row.lastSavedAt),
    submittedAt: isoInstantOrNull(row.submittedAt),
    submittedBy: row.submittedBy,
    version: row.version,
    updatedBy: row.updatedBy,
  }));
};

/** Remarks of subjects, oldest first. `open`: those nobody has answered. */
export const loadRemarks = async (
  tx: TenantTx,
  where: {
    readonly target?: RoundTarget;
    readonly subjectKeys?: readonly string[];
    readonly remarkIds?: readonly string[];
    readonly open?: boolean;
  } = {},
): Promise<readonly StoredRemark[]> => {
  if (where.subjectKeys?.length === 0 || where.remarkIds?.length === 0) return [];
  const rows = await tx.q
    .select()
    .from(evaluationRemark)
    .where(
      and(
        eq(evaluationRemark.municipality, tx.municipality),
        where.target === undefined ? undefined : eq(evaluationRemark.target, where.target),
        where.subjectKeys === undefined
          ? undefined
          : inArray(evaluationRemark.subjectKey, [...where.subjectKeys]),
        where.remarkIds === undefined ? undefined : inArray(evaluationRemark.remarkId, [...where.remarkIds]),
        where.open === true ? isNull(evaluationRemark.answeredAt) : undefined,
      ),
    )
    .orderBy(
      asc(evaluationRemark.fiscalYear),
      asc(evaluationRemark.createdAt),
      asc(evaluationRemark.remarkId),
    );
  return rows.map((row) => ({
    remarkId: row.remarkId,
    target: row.target,
    subjectKey: row.subjectKey,
    roundKey: row.roundKey,
    fiscalYear: row.fiscalYear,
    stageKey: row.stageKey,
    body: row.body,
    audience: row.audience,
    answer: row.answer,
    answeredRoundKey: row.answeredRoundKey,
    answeredAt: isoInstantOrNull(row.answeredAt),
    createdBy: row.createdBy,
  }));
};

/** Deputies of a round (of a person where `userId` is given). */
export const loadDelegations = async (
  tx: TenantTx,
  where: { readonly roundKey?: string; readonly userId?: string },
): Promise<readonly StoredDelegation[]> =>
  tx.q
    .select({
      delegationId: evaluationDelegation.delegationId,
      roundKey: evaluationDelegation.roundKey,
      stageKey: evaluationDelegation.stageKey,
      unitKey: evaluationDelegation.unitKey,
      userId: evaluationDelegation.userId,
      reason: evaluationDelegation.reason,
      validTo: evaluationDelegation.validTo,
      createdBy: evaluationDelegation.createdBy,
    })
    .from(evaluationDelegation)
    .where(
      and(
        eq(evaluationDelegation.municipality, tx.municipality),
        where.roundKey === undefined ? undefined : eq(evaluationDelegation.roundKey, where.roundKey),
        where.userId === undefined ? undefined : eq(evaluationDelegation.userId, where.userId),
      ),
    )
    .orderBy(asc(evaluationDelegation.createdAt));

/** One version of a scheme as it is kept; null: there is none. */
export const findSchemeVersion = async (tx: TenantTx, schemeKey: string, schemeVersion: number) => {
  const [row] = await tx.q
    .select({ content: evaluationScheme.content, state: evaluationScheme.state })
    .from(evaluationScheme)
    .where(
      and(
        eq(evaluationScheme.municipality, tx.municipality),
        eq(evaluationScheme.schemeKey, schemeKey),
        eq(evaluationScheme.schemeVersion, schemeVersion),
      ),
    );
  return row ?? null;
};

/** Keys of the subjects of a round. */
export const listSubjectKeys = async (tx: TenantTx, roundKey: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.q
        .select({ subjectKey: evaluationSheet.subjectKey })
        .from(evaluationSheet)
        .where(and(eq(evaluationSheet.municipality, tx.municipality), eq(evaluationSheet.roundKey, roundKey)))
    ).map(({ subjectKey }) => subjectKey),
  );
