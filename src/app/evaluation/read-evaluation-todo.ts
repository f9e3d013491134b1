import {
  loadRemarks,
  loadRounds,
  loadSheets,
  type StoredRound,
  type StoredSheet,
} from '../../db/read-evaluation.ts';
import { findLastReminder } from '../../db/read-mail.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import type { Actor } from '../../domain/access/role.ts';
import type { EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import { dueDayOf, isSheetLate, stageInTurn } from '../../domain/evaluation/late-sheet.ts';
import { remarksDue } from '../../domain/evaluation/remark-due.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import type { Acting } from '../acting.ts';
import { loadRoundContext, stageOf } from './round-context.ts';
import { loadSubjects } from './round-subjects.ts';

/** One sheet, or many of one stage, that wait for this person. */
export interface EvaluationTodoEntry {
  readonly roundKey: string;
  readonly roundTitle: string;
  readonly stageKey: string;
  readonly stageLabel: string;
  /** The sheet it leads to. */
  readonly subjectKey: string;
  /** Its name; of many: the first's. */
  readonly name: string;
  readonly count: number;
  readonly late: number;
  /** ISO day; null: none was set */
  readonly dueOn: string | null;
  /** Why it came back; '' otherwise */
  readonly reason: string;
  /** Remarks of earlier years still to be answered on it. */
  readonly remarks: number;
  /** It is the first stage: written, not approved. */
  readonly writes: boolean;
}

/** For the planner: rounds in which somebody is late. */
export interface LateRound {
  readonly roundKey: string;
  readonly title: string;
  readonly late: number;
  readonly units: readonly string[];
}

export interface EvaluationTodo {
  readonly entries: readonly EvaluationTodoEntry[];
  readonly late: readonly LateRound[];
  /** ISO instant of the last reminder; null: never, or nothing waits. */
  readonly remindedAt: string | null;
}

const nothing: EvaluationTodo = { entries: [], late: [], remindedAt: null };

/** More sheets of one stage than these stand together in one line. */
const mostSingly = 8;

interface Waiting {
  readonly sheet: StoredSheet;
  readonly stage: EvaluationStage;
}

/** A head may write in their staff's stead, but is asked for their own stage only. */
const ownRole = (actor: Actor, { actor: role }: EvaluationStage): Actor => ({
  ...actor,
  grants: actor.grants.filter((grant) => grant.role === role),
});

const readRoundTodo = async (
  tx: TenantTx,
  acting: Acting,
  { roundKey }: StoredRound,
): Promise<Pick<EvaluationTodo, 'entries' | 'late'>> => {
  const context = await loadRoundContext(tx, acting, roundKey);
  if (context === null) return nothing;
  const { round, scheme, scope, units } = context;
  const sheets = await loadSheets(tx, roundKey);
  const waiting = sheets.flatMap((sheet): readonly Waiting[] => {
    const stage = stageOf(scheme, stageInTurn(sheet) ?? '');
    return stage !== undefined && mayActAt(ownRole(acting.actor, stage), stage, sheet.unitKey, scope)
      ? [{ sheet, stage }]
      : [];
  });
  const late = sheets.filter((sheet) => isSheetLate(sheet, round, scope.today));
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const lateRounds =
    may(acting.actor, 'evaluation.manage') && late.length > 0
      ? [
          {
            roundKey,
            title: round.title,
            late: late.length,
            units: [...new Set(late.map(({ unitKey }) => names.get(unitKey ?? '') ?? '担当課なし'))],
          },
        ]
      : [];
  if (waiting.length === 0) return { entries: [], late: lateRounds };
  const keys = waiting.map(({ sheet }) => sheet.subjectKey);
  const subjects = new Map(
    (await loadSubjects(tx, round, scope.today, keys)).map(({ subjectKey, name }) => [subjectKey, name]),
  );
  const remarks = remarksDue(
    await loadRemarks(tx, { target: round.target, subjectKeys: keys, open: true }),
    round,
  );
  const entryOf = (group: readonly Waiting[]): readonly EvaluationTodoEntry[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { sheet, stage } = first;
    const writes = sheet.stageIndex === 0;
    return [
      {
        roundKey,
        roundTitle: round.title,
        stageKey: stage.key,
        stageLabel: stage.label,
        subjectKey: sheet.subjectKey,
        name: subjects.get(sheet.subjectKey) ?? sheet.subjectKey,
        count: group.length,
        late: group.filter((each) => isSheetLate(each.sheet, round, scope.today)).length,
        dueOn: dueDayOf(sheet, round),
        reason: group.length === 1 && sheet.status === 'returned' ? sheet.reason : '',
        remarks: writes
          ? remarks.filter(({ subjectKey }) => group.some((each) => each.sheet.subjectKey === subjectKey))
              .length
          : 0,
        writes,
      },
    ];
  };
  const returned = waiting.filter(({ sheet }) => sheet.status === 'returned');
  const others = Map.groupBy(
    waiting.filter(({ sheet }) => sheet.status !== 'returned'),
    ({ stage }) => stage.key,
  );
  return {
    late: lateRounds,
    entries: [
      ...returned.flatMap((each) => entryOf([each])),
      ...[...others.values()].flatMap((group) =>
        group.length > mostSingly ? entryOf(group) : group.flatMap((each) => entryOf([each])),
      ),
    ],
  };
};

/**
 * Sheets of open rounds that wait for this person, by their own role or as a deputy: what was sent back first. One
 * query, and eight for each open round whatever the number of sheets.
 */
export const readEvaluationTodo = async (tx: TenantTx, acting: Acting): Promise<EvaluationTodo> => {
  const open = (await loadRounds(tx)).filter(({ state }) => state === 'open');
  const entries: EvaluationTodoEntry[] = [];
  const late: LateRound[] = [];
  for (const round of open) {
    const found = await readRoundTodo(tx, acting, round);
    entries.push(...found.entries);
    late.push(...found.late);
  }
  return {
    entries,
    late,
    remindedAt: entries.length === 0 ? null : await findLastReminder(tx, acting.actor.userId, 'evaluation'),
  };
};
