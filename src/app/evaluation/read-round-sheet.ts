import {
  listSubjectKeys,
  loadRecords,
  loadRemarks,
  loadRounds,
  loadSheets,
  type StoredRecord,
  type StoredRemark,
  type StoredSheet,
} from '../../db/read-evaluation.ts';
import { loadEvents, type StoredEvent } from '../../db/read-evaluation-events.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import { isSheetLate, stageInTurn } from '../../domain/evaluation/late-sheet.ts';
import { remarksDue } from '../../domain/evaluation/remark-due.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import type { Answers, FrozenFigures } from '../../domain/evaluation/sheet.ts';
import type { Acting } from '../acting.ts';
import { isOutside, visibleSheets } from './read-round.ts';
import { loadRoundContext, type RoundContext, stageOf } from './round-context.ts';
import { loadFacts, loadSubjects, type RoundSubject } from './round-subjects.ts';
import { goneSubject } from './sheets-at-stage.ts';
import { hasTurnBegun, stageToTakeBack } from './take-back-sheet.ts';

export interface RoundSheetView extends RoundContext {
  readonly sheet: StoredSheet;
  readonly subject: RoundSubject;
  readonly unitName: string;
  /** Whose turn it is; null: nobody's */
  readonly stage: EvaluationStage | null;
  readonly record: StoredRecord | null;
  /** Of the stages before and after, in their order, as far as they have written. */
  readonly others: readonly { readonly stage: EvaluationStage; readonly record: StoredRecord }[];
  /** This person writes now. */
  readonly writable: boolean;
  readonly manages: boolean;
  /** The stage this person handed on at and may take back; null: none. `isBegun`: too late, the next one has begun. */
  readonly takeBack: { readonly stage: EvaluationStage; readonly isBegun: boolean } | null;
  readonly outside: boolean;
  readonly late: boolean;
  readonly figures: FrozenFigures;
  /** Of earlier years, to be answered in this round. */
  readonly due: readonly StoredRemark[];
  /** Said in this round. */
  readonly said: readonly StoredRemark[];
  /** Stages this person may write a remark at. */
  readonly remarkStages: readonly EvaluationStage[];
  readonly events: readonly StoredEvent[];
  /** Last year's round on the same things: what it said, by stage. */
  readonly last: { readonly fiscalYear: number; readonly answers: ReadonlyMap<string, Answers> } | null;
  /** Neighbours among the sheets that wait for this person. */
  readonly neighbours: {
    readonly before: string | null;
    readonly after: string | null;
    readonly left: number;
  };
}

const lastRound = (all: Awaited<ReturnType<typeof loadRounds>>, { round }: RoundContext) =>
  all.findLast(
    (each) =>
      each.roundKey !== round.roundKey &&
      each.target === round.target &&
      each.planKey === round.planKey &&
      each.timing === round.timing &&
      each.fiscalYear < round.fiscalYear &&
      each.state !== 'preparing',
  );

const neighboursOf = (
  acting: Acting,
  { round, scheme, scope }: RoundContext,
  sheets: readonly StoredSheet[],
  subjectKey: string,
): RoundSheetView['neighbours'] => {
  const isMine = (sheet: StoredSheet): boolean => {
    const stage = stageOf(scheme, stageInTurn(sheet) ?? '');
    return (
      round.state === 'open' && stage !== undefined && mayActAt(acting.actor, stage, sheet.unitKey, scope)
    );
  };
  const mine = sheets.filter((sheet) => sheet.subjectKey === subjectKey || isMine(sheet));
  const at = mine.findIndex((sheet) => sheet.subjectKey === subjectKey);
  return {
    before: mine[at - 1]?.subjectKey ?? null,
    after: mine[at + 1]?.subjectKey ?? null,
    left: sheets.filter(isMine).length,
  };
};

/** One sheet with everything beside it; null: none, or not for this person. */
export const readRoundSheet = (
  acting: Acting,
  roundKey: string,
  subjectKey: string,
): Promise<RoundSheetView | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const context = await loadRoundContext(tx, acting, roundKey);
    if (context === null) return null;
    const { round, scheme, scope, units } = context;
    const outside = isOutside(acting);
    const sheets = visibleSheets(context, await loadSheets(tx, roundKey), outside);
    const sheet = sheets.find((each) => each.subjectKey === subjectKey);
    if (sheet === undefined) return null;
    const [subject = goneSubject(sheet)] = await loadSubjects(tx, round, scope.today, [subjectKey]);
    const now = acting.now.toISOString();
    const inRound = await listSubjectKeys(tx, roundKey);
    const { figures } = await loadFacts(tx, round, scheme, [subject], inRound, now);
    const before = lastRound(await loadRounds(tx), context);
    const roundKeys = before === undefined ? [roundKey] : [roundKey, before.roundKey];
    const records = await loadRecords(tx, roundKeys, { subjectKeys: [subjectKey] });
    const own = new Map(
      records.filter((record) => record.roundKey === roundKey).map((record) => [record.stageKey, record]),
    );
    const remarks = (await loadRemarks(tx, { target: round.target, subjectKeys: [subjectKey] })).filter(
      ({ audience }) => !outside || audience === 'public',
    );
    const stage = stageOf(scheme, stageInTurn(sheet) ?? '') ?? null;
    const manages = may(acting.actor, 'evaluation.manage');
    const open = round.state === 'open';
    const handedOn =
      open && stage !== null && sheet.status !== 'returned' ? stageToTakeBack(acting, context, sheet) : null;
    return {
      ...context,
      sheet,
      subject,
      unitName: units.find(({ unitKey }) => unitKey === sheet.unitKey)?.name ?? '',
      stage,
      record: stage === null ? null : (own.get(stage.key) ?? null),
      others: sheet.stageKeys.flatMap((key) => {
        const other = stageOf(scheme, key);
        const record = own.get(key);
        const isHandedOn = record?.submittedAt != null;
        return other === undefined || record === undefined || key === stage?.key || !isHandedOn
          ? []
          : [{ stage: other, record }];
      }),
      writable: open && stage !== null && mayActAt(acting.actor, stage, sheet.unitKey, scope),
      manages,
      takeBack:
        handedOn === null
          ? null
          : { stage: handedOn, isBegun: hasTurnBegun(sheet, round, [...own.values()], remarks) },
      outside,
      late: isSheetLate(sheet, round, scope.today),
      figures: figures.get(subjectKey) ?? { takenAt: now, years: [], measures: [] },
      due: remarksDue(remarks, round),
      said: remarks.filter((remark) => remark.roundKey === roundKey),
      remarkStages: open
        ? scheme.stages.filter(
            (each) =>
              sheet.stageKeys.includes(each.key) && mayActAt(acting.actor, each, sheet.unitKey, scope),
          )
        : [],
      events: outside ? [] : await loadEvents(tx, roundKey, { subjectKeys: [subjectKey] }),
      last:
        before === undefined
          ? null
          : {
              fiscalYear: before.fiscalYear,
              answers: new Map(
                records
                  .filter((record) => record.roundKey === before.roundKey)
                  .map((record) => [record.stageKey, record.answers]),
              ),
            },
      neighbours: neighboursOf(acting, context, sheets, subjectKey),
    };
  });
