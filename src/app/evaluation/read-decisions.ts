import { loadBudgetYears, loadProposals } from '../../db/read-budget.ts';
import { loadRecords, loadRounds, loadSheets, type StoredRound } from '../../db/read-evaluation.ts';
import { loadEvents, type StoredEvent } from '../../db/read-evaluation-events.ts';
import { loadProgrammeYears } from '../../db/read-programme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import { type Decision, decisionOf } from '../../domain/evaluation/decision.ts';
import type { Acting } from '../acting.ts';
import { isOutside, visibleSheets } from './read-round.ts';
import { findScheme, loadRoundContext, type RoundContext } from './round-context.ts';
import { loadSubjects } from './round-subjects.ts';
import { goneSubject } from './sheets-at-stage.ts';

export interface DecisionRound extends RoundContext {
  readonly decisions: readonly Decision[];
  /** Decisions taken, the newest first. */
  readonly log: readonly StoredEvent[];
  /** Whoever looks sees only what external reviewers see. */
  readonly outside: boolean;
}

/** What the coming budget asks for a programme; null: no budget year goes by this round, or it has no proposal. */
export interface BudgetConsequence {
  readonly fiscalYear: number;
  readonly baseFiscalYear: number;
  readonly baseGeneralThousandYen: number;
  readonly requestedGeneralThousandYen: number;
  readonly kind: string;
}

const amountsOf = async (
  tx: TenantTx,
  round: StoredRound,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number | null>> => {
  if (round.target !== 'programme') return new Map();
  const years = await loadProgrammeYears(tx, { keys, fiscalYears: [round.fiscalYear] });
  return new Map(
    years.map(({ programmeKey, settled, budget }) => [
      programmeKey,
      (round.timing === 'after' ? settled : budget).totalThousandYen,
    ]),
  );
};

/** The round on the same things a year or more before; its words are looked up in its own scheme. */
const lastDirections = async (tx: TenantTx, { round }: RoundContext) => {
  const before = (await loadRounds(tx)).findLast(
    (each) =>
      each.roundKey !== round.roundKey &&
      each.target === round.target &&
      each.planKey === round.planKey &&
      each.timing === round.timing &&
      each.fiscalYear < round.fiscalYear &&
      each.state !== 'preparing',
  );
  const found = before === undefined ? null : await findScheme(tx, before.schemeKey, before.schemeVersion);
  if (before === undefined || found === null) return () => null;
  const { scheme } = found;
  const records = Map.groupBy(await loadRecords(tx, before.roundKey), ({ subjectKey }) => subjectKey);
  return (subjectKey: string) => {
    const own = records.get(subjectKey) ?? [];
    const key = scheme.stages
      .map((stage) => own.find(({ stageKey }) => stageKey === stage.key)?.answers.direction ?? '')
      .findLast((said) => said !== '');
    return scheme.directions.find((word) => word.key === key) ?? null;
  };
};

/**
 * Every sheet of a round with what each stage said: for the meeting, the matrices and the reviewers. As many queries
 * for ten sheets as for seven hundred. null: no such round, or not to be seen yet.
 */
export const readDecisions = (acting: Acting, roundKey: string): Promise<DecisionRound | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const context = await loadRoundContext(tx, acting, roundKey);
    if (context === null) return null;
    const { round, scheme, scope, units } = context;
    if (round.state === 'preparing' && !may(acting.actor, 'evaluation.manage')) return null;
    const outside = isOutside(acting);
    const sheets = visibleSheets(context, await loadSheets(tx, roundKey), outside);
    const keys = sheets.map(({ subjectKey }) => subjectKey);
    const subjects = new Map(
      (await loadSubjects(tx, round, scope.today, keys)).map((each) => [each.subjectKey, each]),
    );
    const records = Map.groupBy(await loadRecords(tx, roundKey), ({ subjectKey }) => subjectKey);
    const amounts = await amountsOf(tx, round, keys);
    const last = await lastDirections(tx, context);
    const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
    const log = outside ? [] : await loadEvents(tx, roundKey, { kinds: ['decide', 'reopen'] });
    return {
      ...context,
      outside,
      log: log.toReversed(),
      decisions: sheets.map((sheet) => {
        const subject = subjects.get(sheet.subjectKey) ?? goneSubject(sheet);
        const { status, stageIndex, stageKeys, exemption, subjectKey } = sheet;
        return decisionOf(scheme, {
          subjectKey,
          number: subject.number,
          name: subject.name,
          unitName: names.get(sheet.unitKey ?? '') ?? '',
          typeKey: subject.typeKey,
          status,
          stageIndex,
          stageKeys,
          exemption,
          amountThousandYen: amounts.get(subjectKey) ?? null,
          lastDirection: last(subjectKey),
          records: new Map(
            (records.get(subjectKey) ?? []).map(({ stageKey, answers, submittedAt }) => [
              stageKey,
              { answers, handedOn: submittedAt !== null },
            ]),
          ),
        });
      }),
    };
  });

/** 予算への影響: what the budget that goes by this round asks for the programme. */
export const readBudgetConsequence = (
  acting: Acting,
  roundKey: string,
  programmeKey: string,
): Promise<BudgetConsequence | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const year = (await loadBudgetYears(tx)).find((each) => each.roundKey === roundKey);
    if (year === undefined) return null;
    const own = (await loadProposals(tx, year.fiscalYear)).filter(
      (proposal) => proposal.programmeKey === programmeKey,
    );
    const [first] = own;
    if (first === undefined) return null;
    const sum = (pick: (proposal: (typeof own)[number]) => number): number =>
      own.reduce((total, proposal) => total + pick(proposal), 0);
    return {
      fiscalYear: year.fiscalYear,
      baseFiscalYear: year.baseFiscalYear,
      baseGeneralThousandYen: sum(({ baseGeneralThousandYen }) => baseGeneralThousandYen),
      requestedGeneralThousandYen: sum(({ requestedGeneralThousandYen }) => requestedGeneralThousandYen),
      kind: first.kind,
    };
  });
