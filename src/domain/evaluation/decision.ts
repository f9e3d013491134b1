import type { DirectionWord, EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import { gradeOf } from './grade.ts';
import type { Answers } from './sheet.ts';
import type { SheetState } from './sheet-state.ts';

/** What one stage said of a subject, with what the calculation gives for its own levels. */
export interface StageSaid {
  readonly stage: EvaluationStage;
  readonly handedOn: boolean;
  readonly answers: Answers;
  readonly direction: DirectionWord | null;
  /** Keys of the scheme's grades; null: none */
  readonly machineGrade: string | null;
  readonly grade: string | null;
  readonly priority: string | null;
}

/** A subject as the 本部 decides about it. */
export interface Decision extends SheetState {
  readonly subjectKey: string;
  readonly number: string;
  readonly name: string;
  readonly unitName: string;
  readonly typeKey: string | null;
  readonly stageKeys: readonly string[];
  readonly exemption: string;
  /** Of the year evaluated, thousand yen; null: not known */
  readonly amountThousandYen: number | null;
  /** Of the stages of this sheet, in their order, as far as they have written. */
  readonly said: readonly StageSaid[];
  /** Direction of last year's round; null: none. */
  readonly lastDirection: DirectionWord | null;
}

export interface DecisionFacts extends Omit<Decision, 'said'> {
  readonly records: ReadonlyMap<string, { readonly answers: Answers; readonly handedOn: boolean }>;
}

const answered = (answer: string | undefined): string | null =>
  answer === undefined || answer === '' ? null : answer;

const saidBy = (
  scheme: EvaluationScheme,
  typeKey: string | null,
  stage: EvaluationStage,
  { answers, handedOn }: { readonly answers: Answers; readonly handedOn: boolean },
): StageSaid => ({
  stage,
  handedOn,
  answers,
  direction: scheme.directions.find(({ key }) => key === answers.direction) ?? null,
  machineGrade: stage.criteria.length === 0 ? null : gradeOf(scheme, typeKey, answers).grade,
  grade: answered(answers.grade),
  priority: answered(answers.priority),
});

export const decisionOf = (scheme: EvaluationScheme, { records, ...facts }: DecisionFacts): Decision => ({
  ...facts,
  said: facts.stageKeys.flatMap((key) => {
    const stage = scheme.stages.find((each) => each.key === key);
    const record = records.get(key);
    return stage === undefined || record === undefined ? [] : [saidBy(scheme, facts.typeKey, stage, record)];
  }),
});

/** The last stage of a sheet that gives a direction: there it is decided. null: none does. */
export const decidingStage = (
  scheme: EvaluationScheme,
  stageKeys: readonly string[],
): EvaluationStage | null =>
  stageKeys
    .flatMap((key) => scheme.stages.filter((stage) => stage.key === key))
    .findLast(({ direction }) => direction !== 'none') ?? null;

const handedOn = ({ said }: Decision): readonly StageSaid[] => said.filter((each) => each.handedOn);

/** Last of what was said, as far as it was handed on; what stands now, also where more stages follow. */
export const standingDirection = (decision: Decision): DirectionWord | null =>
  handedOn(decision).findLast(({ direction }) => direction !== null)?.direction ?? null;

/** The human's grade, and where a stage gave none the machine's. */
export const standingGrade = (decision: Decision): string | null => {
  const last = handedOn(decision).findLast(({ grade, machineGrade }) => (grade ?? machineGrade) !== null);
  return last?.grade ?? last?.machineGrade ?? null;
};

export const standingPriority = (decision: Decision): string | null =>
  handedOn(decision).findLast(({ priority }) => priority !== null)?.priority ?? null;

/** 段階の間で方向がちがう: among what was handed on. */
export const stagesDisagree = (decision: Decision): boolean =>
  new Set(handedOn(decision).flatMap(({ direction }) => direction?.key ?? [])).size > 1;

/** 計算とちがう判断: the last stage with both a calculated and a human grade. */
export const machineDiffers = (decision: Decision): boolean => {
  const last = handedOn(decision).findLast(
    ({ grade, machineGrade }) => grade !== null && machineGrade !== null,
  );
  return last !== undefined && last.grade !== last.machineGrade;
};

export const isDecided = ({ status }: SheetState): boolean => status === 'final' || status === 'published';

/** It is this stage's turn to decide. */
export const waitsForDecision = (scheme: EvaluationScheme, decision: Decision): boolean =>
  !isDecided(decision) &&
  decision.exemption === '' &&
  decision.stageKeys[decision.stageIndex] === decidingStage(scheme, decision.stageKeys)?.key;

/** Decided sheets have been there too: deciding one moves nothing on the agenda. */
const hasComeToDeciding = (scheme: EvaluationScheme, decision: Decision): boolean =>
  isDecided(decision) ||
  decision.stageIndex >= decision.stageKeys.indexOf(decidingStage(scheme, decision.stageKeys)?.key ?? '');

/**
 * 議題の順: what has come to the deciding stage before what earlier stages still write; in both, where stages disagree
 * first, then where the machine differs, then by cost, the highest first; what has no cost last. Exempt sheets are not
 * decided. The order does not change while the meeting decides.
 */
export const agendaOf = (decisions: readonly Decision[], scheme: EvaluationScheme): readonly Decision[] =>
  decisions
    .filter((decision) => decision.exemption === '' && decidingStage(scheme, decision.stageKeys) !== null)
    .map((decision) => ({ decision, before: beforeDeciding(scheme, decision) }))
    .toSorted(
      (a, b) =>
        Number(hasComeToDeciding(scheme, b.decision)) - Number(hasComeToDeciding(scheme, a.decision)) ||
        Number(stagesDisagree(b.before)) - Number(stagesDisagree(a.before)) ||
        Number(machineDiffers(b.before)) - Number(machineDiffers(a.before)) ||
        (b.decision.amountThousandYen ?? -1) - (a.decision.amountThousandYen ?? -1),
    )
    .map(({ decision }) => decision);

/** Without what the deciding stage itself says: a decision taken leaves the agenda as it is. */
export const beforeDeciding = (scheme: EvaluationScheme, decision: Decision): Decision => {
  const deciding = decidingStage(scheme, decision.stageKeys);
  return { ...decision, said: decision.said.filter(({ stage }) => stage.key !== deciding?.key) };
};
