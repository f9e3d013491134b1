import { and, asc, eq, inArray } from 'drizzle-orm';
import { isoInstant } from './instant.ts';
import { appUser } from './schema/access.ts';
import { evaluationEvent } from './schema/evaluation.ts';
import type { TenantTx } from './tenant.ts';

export type EvaluationEventKind = (typeof evaluationEvent.$inferSelect)['kind'];

/** 経過 of a sheet: what happened, when, by whom. */
export interface StoredEvent {
  readonly subjectKey: string;
  readonly eventId: string;
  readonly kind: EvaluationEventKind;
  readonly stageKey: string;
  readonly note: string;
  /** ISO instant */
  readonly happenedAt: string;
  readonly happenedBy: string | null;
  /** Name of the person; '' : a machine, or somebody whose account is gone */
  readonly byName: string;
}

/** Events of a round's sheets, oldest first. */
export const loadEvents = async (
  tx: TenantTx,
  roundKey: string,
  where: { readonly subjectKeys?: readonly string[]; readonly kinds?: readonly EvaluationEventKind[] } = {},
): Promise<readonly StoredEvent[]> => {
  if (where.subjectKeys?.length === 0 || where.kinds?.length === 0) return [];
  const rows = await tx.q
    .select({
      subjectKey: evaluationEvent.subjectKey,
      eventId: evaluationEvent.eventId,
      kind: evaluationEvent.kind,
      stageKey: evaluationEvent.stageKey,
      note: evaluationEvent.note,
      happenedAt: evaluationEvent.happenedAt,
      happenedBy: evaluationEvent.happenedBy,
      byName: appUser.displayName,
    })
    .from(evaluationEvent)
    .leftJoin(
      appUser,
      and(
        eq(appUser.municipality, evaluationEvent.municipality),
        eq(appUser.userId, evaluationEvent.happenedBy),
      ),
    )
    .where(
      and(
        eq(evaluationEvent.municipality, tx.municipality),
        eq(evaluationEvent.roundKey, roundKey),
        where.subjectKeys === undefined
          ? undefined
          : inArray(evaluationEvent.subjectKey, [...where.subjectKeys]),
        where.kinds === undefined ? undefined : inArray(evaluationEvent.kind, [...where.kinds]),
      ),
    )
    .orderBy(asc(evaluationEvent.happenedAt), asc(evaluationEvent.eventId));
  return rows.map((row) => ({
    ...row,
    happenedAt: isoInstant(row.happenedAt),
    byName: row.byName ?? '',
  }));
};
