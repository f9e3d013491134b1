import { formatFiscalYear } from '../kernel/fiscal-year.ts';
import { askedFields } from './asked-fields.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import type { ProposedLevel } from './propose-levels.ts';
import type { Answers } from './sheet.ts';

/** A record before anybody typed: what stands in it, and for each field where from, in words. */
export interface Prefilled {
  readonly answers: Answers;
  readonly prefilled: Readonly<Record<string, string>>;
}

/** What was written in the round a year before, on the sheet of the same subject. */
export interface LastYear {
  readonly fiscalYear: number;
  /** By stage. */
  readonly answers: ReadonlyMap<string, Answers>;
}

/** By the stage of the same key, else by any other that has it: stages are renamed, questions stay. */
const saidLastYear = (last: LastYear, stageKey: string, field: string): string => {
  const same = last.answers.get(stageKey)?.[field];
  if (same !== undefined && same !== '') return same;
  return [...last.answers.values()].map((answers) => answers[field] ?? '').find((said) => said !== '') ?? '';
};

/**
 * The record a stage begins with: texts of last year where the scheme says so (those that are too
 * long today are left out), levels the figures speak for. Nothing else: a direction is a person's.
 */
export const prefillFirst = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  proposals: readonly ProposedLevel[],
  last: LastYear | null,
): Prefilled => {
  const answers: Record<string, string> = {};
  const prefilled: Record<string, string> = {};
  for (const { field, level, step } of proposals) {
    answers[field] = level;
    prefilled[field] = step;
  }
  for (const { key, startsFrom, maxLength } of last === null ? [] : scheme.texts) {
    const said = last === null ? '' : saidLastYear(last, stage.key, `text.${key}`);
    if (startsFrom !== 'last-year' || said === '' || [...said].length > maxLength) continue;
    answers[`text.${key}`] = said;
    prefilled[`text.${key}`] = `${formatFiscalYear(last?.fiscalYear ?? 0, 'wareki')}の記入から`;
  }
  return keepAsked(scheme, stage, typeKey, { answers, prefilled });
};

const keepAsked = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  { answers, prefilled }: Prefilled,
): Prefilled => {
  const asked = new Set(askedFields(scheme, stage, typeKey, answers).map(({ name }) => name));
  const only = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => asked.has(name)));
  return { answers: only(answers), prefilled: only(prefilled) };
};

/** What a stage before said. */
export interface SaidBefore {
  readonly label: string;
  readonly answers: Answers;
}

/**
 * What the stages before handed on (nearest first; a field comes from the nearest that said something), laid under
 * what this stage has: fields a person of this stage has changed stay, the others follow, also when it comes back
 * from there a second time.
 */
export const prefillFromBefore = (
  scheme: EvaluationScheme,
  stage: EvaluationStage,
  typeKey: string | null,
  before: readonly SaidBefore[],
  own: Prefilled | null,
): Prefilled => {
  if (stage.startsFrom === 'nothing') return own ?? { answers: {}, prefilled: {} };
  const sayerOf = (name: string) => before.find(({ answers }) => (answers[name] ?? '') !== '');
  const all = Object.assign({}, ...before.map((each) => each.answers).toReversed(), own?.answers) as Answers;
  const answers: Record<string, string> = { ...own?.answers };
  const prefilled: Record<string, string> = { ...own?.prefilled };
  for (const { name } of askedFields(scheme, stage, typeKey, all)) {
    const sayer = sayerOf(name);
    const untouched = own === null || (own.prefilled[name] ?? '') !== '';
    const empty = (own?.answers[name] ?? '') === '' && own?.prefilled[name] !== '';
    if (sayer === undefined || !(untouched || empty)) continue;
    answers[name] = sayer.answers[name] ?? '';
    prefilled[name] = `「${sayer.label}」と同じ`;
  }
  return { answers, prefilled };
};

/** Marks of fields a person has changed: they were filled, and are no more as they were. */
export const afterTyping = (
  prefilled: Readonly<Record<string, string>>,
  before: Answers,
  after: Answers,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(prefilled).map(([name, from]) => [
      name,
      (before[name] ?? '') === (after[name] ?? '') ? from : '',
    ]),
  );
