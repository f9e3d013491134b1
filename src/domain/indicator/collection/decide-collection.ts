import { formatFiscalYear, isFiscalYear } from '../../kernel/fiscal-year.ts';
import { parseJapaneseDate } from '../../kernel/japanese-date.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';

/** A collection as the planner fills it in. */
export interface TypedCollection {
  readonly fiscalYear: number;
  readonly dueOn: string;
  readonly note: string;
  readonly unitKeys: readonly string[];
}

export interface CollectionScope {
  /** The fiscal year that runs today. */
  readonly runningYear: number;
  /** First and last fiscal year of the town's plans; null: the town has none. */
  readonly planYears: { readonly first: number; readonly last: number } | null;
  /** Units of which something is asked. */
  readonly askedUnitKeys: ReadonlySet<string>;
}

export interface DecidedCollection {
  readonly fiscalYear: number;
  readonly dueOn: string;
  readonly note: string;
  readonly unitKeys: readonly string[];
}

/** Figures exist of years that have begun, and are asked for of years a plan covers. */
export const yearProblem = (
  fiscalYear: number,
  scope: Pick<CollectionScope, 'runningYear' | 'planYears'>,
): Problem | null => {
  const at = ['fiscalYear'];
  if (!isFiscalYear(fiscalYear)) return errorAt('fiscal-year-impossible', at, { input: String(fiscalYear) });
  if (fiscalYear > scope.runningYear)
    return errorAt('collection-year-future', at, { year: formatFiscalYear(fiscalYear, 'wareki') });
  const { planYears } = scope;
  if (planYears === null || (planYears.first <= fiscalYear && fiscalYear <= planYears.last)) return null;
  return errorAt('collection-year-outside-plan', at, {
    year: formatFiscalYear(fiscalYear, 'wareki'),
    first: formatFiscalYear(planYears.first, 'wareki'),
    last: formatFiscalYear(planYears.last, 'wareki'),
  });
};

/** Everything wrong is said together. `due`, when it was given, is a day after the fiscal year has begun. */
export const decideCollection = (
  typed: TypedCollection,
  scope: CollectionScope,
): Result<DecidedCollection, readonly Problem[]> => {
  const problems: Problem[] = [];
  const ofYear = yearProblem(typed.fiscalYear, scope);
  if (ofYear !== null) problems.push(ofYear);
  const due = typed.dueOn.trim() === '' ? null : parseJapaneseDate(typed.dueOn);
  if (due === null) problems.push(errorAt('collection-due-missing', ['dueOn']));
  else if (!due.ok) problems.push({ ...due.error, path: ['dueOn'] });
  else if (ofYear === null && due.value < `${typed.fiscalYear}-04-01`)
    problems.push(errorAt('collection-due-before-year', ['dueOn'], { day: due.value }));
  const note = typed.note.trim();
  if (note.length > 2000)
    problems.push(errorAt('text-too-long', ['note'], { limit: 2000, length: note.length }));
  const unitKeys = [...new Set(typed.unitKeys)];
  if (unitKeys.length === 0) problems.push(errorAt('collection-units-missing', ['unitKeys']));
  for (const key of unitKeys)
    if (!scope.askedUnitKeys.has(key))
      problems.push(errorAt('collection-unit-without-indicators', ['unitKeys'], { key }));
  return problems.length > 0 || due === null || !due.ok
    ? refuse(problems)
    : ok({ fiscalYear: typed.fiscalYear, dueOn: due.value, note, unitKeys });
};
