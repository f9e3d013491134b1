import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acting } from '../app/acting.ts';
import { adoptBudgetScheme, createBudgetScheme } from '../app/budget/save-budget-scheme.ts';
import { type CycleFile, cycleSchema } from '../app/cycle/cycle-schema.ts';
import { parseEvaluationScheme } from '../app/evaluation/read-evaluation-scheme.ts';
import { adoptEvaluationScheme, createEvaluationScheme } from '../app/evaluation/save-evaluation-scheme.ts';
import type { SchemeId } from '../db/write-scheme.ts';
import type { EvaluationScheme } from '../domain/evaluation/evaluation-scheme.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { installationFolder } from '../installation.ts';

type Done<T> = Result<T, readonly Problem[]>;

const readScheme = (kind: 'evaluation' | 'budget' | 'cycle', name: string): unknown =>
  JSON.parse(readFileSync(join(installationFolder, 'schemes', kind, `${name}.json`), 'utf8'));

/** A yearly cycle that comes with the program. */
export const shippedCycle = (name: string): CycleFile => cycleSchema.parse(readScheme('cycle', name));

/** A scheme that comes with the program, as it is or changed, adopted by the town as the next version of its key. */
export const adoptShipped = async (
  acting: Acting,
  name: string,
  change: (scheme: EvaluationScheme) => EvaluationScheme = (scheme) => scheme,
): Promise<Done<SchemeId>> => {
  const scheme = parseEvaluationScheme(readScheme('evaluation', name));
  if (!scheme.ok) return scheme;
  const changed = change(scheme.value);
  const made = await createEvaluationScheme(acting, changed, changed.key);
  if (!made.ok) return made;
  const adopted = await adoptEvaluationScheme(acting, made.value, 1);
  return adopted.ok ? ok(made.value) : adopted;
};

/** The same for a rule of frames. */
export const adoptShippedRule = async (acting: Acting, name: string): Promise<Done<SchemeId>> => {
  const made = await createBudgetScheme(acting, readScheme('budget', name), name);
  if (!made.ok) return made;
  const adopted = await adoptBudgetScheme(acting, made.value, 1);
  return adopted.ok ? ok(made.value) : adopted;
};
