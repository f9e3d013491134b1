import { loadRecords, loadSheets, type StoredSheet } from '../../db/read-evaluation.ts';
import { loadUserGrants, type PersonWithGrants } from '../../db/read-evaluation-people.ts';
import { listMails, type MailRow } from '../../db/read-mail.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { may, mayAnywhere } from '../../domain/access/may.ts';
import type { EvaluationStage } from '../../domain/evaluation/evaluation-scheme.ts';
import { isSheetLate, stageInTurn } from '../../domain/evaluation/late-sheet.ts';
import { progressOf, type UnitProgress } from '../../domain/evaluation/round-progress.ts';
import { mayActAt } from '../../domain/evaluation/round-rights.ts';
import { unitsOn } from '../../domain/organisation/units.ts';
import type { Acting } from '../acting.ts';
import { remindKey } from './remind-evaluation.ts';
import { loadRoundContext, type RoundContext, stageOf } from './round-context.ts';
import { loadSubjects, type RoundSubject } from './round-subjects.ts';
import { goneSubject } from './sheets-at-stage.ts';

/** A sheet in a list. */
export interface ListedSheet {
  readonly sheet: StoredSheet;
  readonly subject: RoundSubject;
  readonly unitName: string;
  /** Whose turn it is; null: nobody's */
  readonly stage: EvaluationStage | null;
  readonly late: boolean;
  /** It waits for this person. */
  readonly mine: boolean;
  /** Key of the direction that was said last, by any stage that has handed on or writes now. */
  readonly direction: string;
}

export interface RoundView extends RoundContext {
  readonly sheets: readonly ListedSheet[];
  readonly progress: readonly UnitProgress[];
  readonly manages: boolean;
  /** Sees only what external reviewers see. */
  readonly outside: boolean;
}

/** Sheets an outside reviewer may read: those of their own stage. */
export const visibleSheets = (
  context: RoundContext,
  sheets: readonly StoredSheet[],
  outside: boolean,
): readonly StoredSheet[] => {
  if (!outside) return sheets;
  const own = new Set(
    context.scheme.stages.filter(({ actor }) => actor === 'external-reviewer').map(({ key }) => key),
  );
  return sheets.filter(({ stageKeys }) => stageKeys.some((key) => own.has(key)));
};

export const isOutside = ({ actor }: Acting): boolean => !mayAnywhere(actor, 'evaluation.view');

const directionsOf = async (
  tx: TenantTx,
  roundKey: string,
  sheets: readonly StoredSheet[],
): Promise<ReadonlyMap<string, string>> => {
  const said = new Map<string, Map<string, string>>();
  for (const { subjectKey, stageKey, answers } of await loadRecords(tx, roundKey))
    said.set(
      subjectKey,
      (said.get(subjectKey) ?? new Map<string, string>()).set(stageKey, answers.direction ?? ''),
    );
  return new Map(
    sheets.map(({ subjectKey, stageKeys }) => [
      subjectKey,
      stageKeys.map((key) => said.get(subjectKey)?.get(key) ?? '').findLast((key) => key !== '') ?? '',
    ]),
  );
};

/** A round with all its sheets, in as many queries for ten as for seven hundred. null: none, or not to be seen yet. */
export const readRound = (acting: Acting, roundKey: string): Promise<RoundView | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const context = await loadRoundContext(tx, acting, roundKey);
    const manages = may(acting.actor, 'evaluation.manage');
    if (context === null || (context.round.state === 'preparing' && !manages)) return null;
    const { round, scheme, scope, units } = context;
    const outside = isOutside(acting);
    const stored = visibleSheets(context, await loadSheets(tx, roundKey), outside);
    const keys = stored.map(({ subjectKey }) => subjectKey);
    const subjects = new Map(
      (await loadSubjects(tx, round, scope.today, keys)).map((subject) => [subject.subjectKey, subject]),
    );
    const directions = await directionsOf(tx, roundKey, stored);
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    return {
      ...context,
      manages,
      outside,
      sheets: stored.map((sheet) => {
        const stage = stageOf(scheme, stageInTurn(sheet) ?? '') ?? null;
        return {
          sheet,
          subject: subjects.get(sheet.subjectKey) ?? goneSubject(sheet),
          unitName: names.get(sheet.unitKey ?? '') ?? '',
          stage,
          late: isSheetLate(sheet, round, scope.today),
          mine:
            round.state === 'open' && stage !== null && mayActAt(acting.actor, stage, sheet.unitKey, scope),
          direction: directions.get(sheet.subjectKey) ?? '',
        };
      }),
      progress: progressOf(
        stored,
        scheme.stages.map(({ key }) => key),
        unitsOn(units, scope.today).map(({ unitKey }) => unitKey),
        round,
        scope.today,
      ),
    };
  });

export interface RoundPeople {
  readonly people: readonly PersonWithGrants[];
  readonly mails: readonly MailRow[];
}

/** Who can be named as a deputy, and what became of the reminders. */
export const readRoundPeople = (acting: Acting, roundKey: string, today: string): Promise<RoundPeople> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    people: await loadUserGrants(tx, today),
    mails: await listMails(tx, remindKey(roundKey)),
  }));
