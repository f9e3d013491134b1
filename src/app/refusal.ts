import type { Problem } from '../domain/kernel/problem.ts';

/** Why a command did nothing: everything that was wrong, each with its place. */
export type Refusal = readonly [Problem, ...Problem[]];

/** A refused command changed nothing. */
export const refused = (
  code: string,
  path: Problem['path'] = [],
  params?: Problem['params'],
): { readonly ok: false; readonly error: Refusal } => ({
  ok: false,
  error: [{ code, path, severity: 'error', ...(params === undefined ? {} : { params }) }],
});

/** The errors among what a check found, as a refusal; null when nothing stands against it. */
export const refusalOf = (
  problems: readonly Problem[],
): { readonly ok: false; readonly error: Refusal } | null => {
  const [first, ...rest] = problems.filter((problem) => problem.severity === 'error');
  return first === undefined ? null : { ok: false, error: [first, ...rest] };
};
