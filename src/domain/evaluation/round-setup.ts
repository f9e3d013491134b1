import { formatFiscalYear, isFiscalYear } from '../kernel/fiscal-year.ts';
import { parseJapaneseDate } from '../kernel/japanese-date.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';
import type { EvaluationRound } from './round.ts';

/** A round as the planner fills it in; days as typed. */
export interface TypedRound {
  readonly title: string;
  readonly fiscalYear: number;
  readonly schemeKey: string;
  readonly schemeVersion: number;
  /** null for programmes */
  readonly planKey: string | null;
  readonly dueOn: Readonly<Record<string, string>>;
  readonly note: string;
}

type Decided = Omit<EvaluationRound, 'roundKey' | 'state' | 'publishedAt'>;

const dueProblems = (
  typed: TypedRound,
  scheme: EvaluationScheme,
  read: ReadonlyMap<string, string>,
): readonly Problem[] => {
  const problems: Problem[] = [];
  let before = '';
  for (const { key, label } of scheme.stages) {
    const at = [`dueOn.${key}`];
    const text = (typed.dueOn[key] ?? '').trim();
    const day = read.get(key);
    if (text === '') problems.push(errorAt('evaluation-due-missing', at, { stage: label }));
    else if (day === undefined) {
      const parsed = parseJapaneseDate(text);
      if (!parsed.ok) problems.push({ ...parsed.error, path: at });
    } else if (day < before) problems.push(errorAt('evaluation-due-order', at, { stage: label }));
    if (day !== undefined) before = day;
  }
  return problems;
};

/** Everything wrong is said together. Each stage has its day, none before the stage before it. */
export const decideRound = (
  typed: TypedRound,
  scheme: EvaluationScheme,
): Result<Decided, readonly Problem[]> => {
  const title = typed.title.trim();
  const note = typed.note.trim();
  const days = new Map(
    scheme.stages.flatMap(({ key }) => {
      const parsed = parseJapaneseDate(typed.dueOn[key] ?? '');
      return parsed.ok ? [[key, parsed.value] as const] : [];
    }),
  );
  const problems: readonly Problem[] = [
    ...(title === '' ? [errorAt('evaluation-title-missing', ['title'])] : []),
    ...(title.length > 200
      ? [errorAt('text-too-long', ['title'], { limit: 200, length: title.length })]
      : []),
    ...(note.length > 2000 ? [errorAt('text-too-long', ['note'], { limit: 2000, length: note.length })] : []),
    ...(isFiscalYear(typed.fiscalYear)
      ? []
      : [errorAt('fiscal-year-impossible', ['fiscalYear'], { input: String(typed.fiscalYear) })]),
    ...(scheme.target === 'plan-item' && typed.planKey === null
      ? [errorAt('evaluation-plan-missing', ['planKey'])]
      : []),
    ...dueProblems(typed, scheme, days),
  ];
  return problems.length > 0
    ? refuse(problems)
    : ok({
        title,
        note,
        fiscalYear: typed.fiscalYear,
        timing: scheme.timing,
        target: scheme.target,
        planKey: scheme.target === 'plan-item' ? typed.planKey : null,
        schemeKey: typed.schemeKey,
        schemeVersion: typed.schemeVersion,
        dueOn: Object.fromEntries(days),
      });
};

const timingWords = { before: '事前評価', during: '事中評価', after: '事後評価' } as const;

/** 令和6年度 事後評価 */
export const proposedTitle = (fiscalYear: number, timing: EvaluationRound['timing']): string =>
  `${formatFiscalYear(fiscalYear, 'wareki')} ${timingWords[timing]}`;
