import type { Programme } from '../programme/programme.ts';
import { askedAnswers } from './asked-fields.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import { gradeOf, settledGrade } from './grade.ts';
import type { PublishedRound, PublishedSheet } from './publication.ts';
import type { EvaluationRound } from './round.ts';
import type { Answers, FrozenFigures } from './sheet.ts';

/** What the planner says about a publication besides what the sheets say. */
export interface PublicationWords {
  /** '' : 令和6年度 決算 and the like is proposed */
  readonly amountBasis: string;
  readonly population: PublishedRound['population'];
  readonly source: string;
}

/** A sheet with all that its published form needs. */
export interface SheetToPublish {
  readonly subjectKey: string;
  readonly number: string;
  readonly name: string;
  readonly typeKey: string | null;
  readonly programme: Programme | null;
  readonly unitKey: string | null;
  readonly unitName: string;
  readonly planItems: PublishedSheet['planItems'];
  readonly stageKeys: readonly string[];
  readonly exemption: string;
  readonly exemptionNote: string;
  readonly figures: FrozenFigures;
  /** By stage. */
  readonly answers: ReadonlyMap<string, Answers>;
  readonly remarks: readonly {
    readonly fiscalYear: number;
    readonly body: string;
    readonly answer: string;
    readonly audience: 'public' | 'internal';
  }[];
}

const labelOf = (list: readonly { readonly key: string; readonly label: string }[], key: string): string =>
  list.find((each) => each.key === key)?.label ?? '';

/** How personnel cost stands in the amounts of all programmes together. */
export const personnelIncluded = (
  years: readonly { readonly personnelIncluded: 'yes' | 'no' | 'unknown' }[],
): PublishedRound['personnelIncluded'] => {
  const kinds = new Set(years.map((year) => year.personnelIncluded));
  const [only] = kinds;
  return only === undefined ? 'unknown' : kinds.size === 1 ? only : 'mixed';
};

export const publishedRound = (
  round: EvaluationRound,
  scheme: EvaluationScheme,
  words: PublicationWords,
  personnel: PublishedRound['personnelIncluded'],
): PublishedRound => ({
  roundKey: round.roundKey,
  timing: round.timing,
  target: round.target,
  planKey: round.planKey,
  schemeName: scheme.name,
  schemeVersion: round.schemeVersion,
  stages: scheme.stages.filter(({ published }) => published).map(({ key, label }) => ({ key, label })),
  directions: scheme.directions.map(({ key, label, group, common }) => ({ key, label, group, common })),
  grades: scheme.grades.map(({ key, label }) => ({ key, label })),
  criteria: scheme.criteria.map(({ key, label, viewpoint }) => ({ key, label, viewpoint })),
  amountBasis: words.amountBasis,
  personnelIncluded: personnel,
  population: words.population,
  source: words.source,
});

const machineGrade = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  answers: Answers,
): string | null => (stage.grade === 'none' ? null : gradeOf(scheme, typeKey, answers, stage.criteria).grade);

const recordOf = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  { typeKey }: SheetToPublish,
  stored: Answers,
): PublishedSheet['records'][number] => {
  const answers = askedAnswers(scheme, stage, typeKey, stored);
  const said = (name: string): string => answers[name] ?? '';
  const machine = machineGrade(scheme, stage, typeKey, answers);
  return {
    stageKey: stage.key,
    stageLabel: stage.label,
    direction: said('direction'),
    directionReason: said('direction.reason'),
    machineGrade: machine,
    grade: stage.grade === 'none' ? '' : settledGrade(said('grade'), machine),
    gradeReason: said('grade.reason'),
    priority: labelOf(scheme.priorities, said('priority')),
    criteria: scheme.criteria
      .filter(({ key }) => said(`criterion.${key}`) !== '')
      .map(({ key, label, levels }) => ({
        label,
        level: labelOf(levels, said(`criterion.${key}`)),
        reason: said(`reason.${key}`),
      })),
    texts: scheme.texts
      .filter(({ key }) => said(`text.${key}`) !== '')
      .map(({ key, label }) => ({ label, body: said(`text.${key}`) })),
  };
};

const obligationWords = { obliged: '法令の義務', discretionary: '任意', unknown: '' } as const;

/** A sheet as the public reads it: records of published stages, remarks that are not internal. */
export const publishedSheet = (scheme: EvaluationScheme, sheet: SheetToPublish): PublishedSheet => {
  const records = sheet.stageKeys.flatMap((key) => {
    const stage = scheme.stages.find((each) => each.key === key);
    const stored = sheet.answers.get(key);
    return stage?.published === true && stored !== undefined && sheet.exemption === ''
      ? [recordOf(scheme, stage, sheet, stored)]
      : [];
  });
  const direction = records.findLast((record) => record.direction !== '')?.direction;
  const grade = records.findLast((record) => record.grade !== '')?.grade;
  const word = scheme.directions.find(({ key }) => key === direction);
  const { programme } = sheet;
  return {
    subjectKey: sheet.subjectKey,
    number: sheet.number,
    name: sheet.name,
    unitKey: sheet.unitKey,
    unitName: sheet.unitName,
    typeLabel: labelOf(scheme.types, sheet.typeKey ?? ''),
    statedPlace: programme?.statedPlace ?? '',
    planItems: sheet.planItems,
    targetGroup: programme?.targetGroup ?? '',
    means: programme?.means ?? '',
    intent: programme?.intent ?? '',
    legalObligation: obligationWords[programme?.legalObligation ?? 'unknown'],
    exemption: sheet.exemption === '' ? '' : sheet.exemptionNote,
    figures: sheet.figures,
    direction: word === undefined ? null : { key: word.key, label: word.label, common: word.common },
    grade: grade ?? null,
    records,
    remarks: sheet.remarks
      .filter(({ audience }) => audience === 'public')
      .map(({ fiscalYear, body, answer }) => ({ fiscalYear, body, answer })),
  };
};
