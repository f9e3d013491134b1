/**
 * One thing wrong with an input, and where it stands.
 * `code` is a fixed identifier; the sentence for people is chosen once, at the edge (web/messages).
 * `path` names the place the person sees: ['items', 'a-1', 'parentKey'], or ['第3行', '実績値'].
 */
export interface Problem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly severity: 'error' | 'warning';
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** The same problem seen from further out: `placed(['header'], p)` puts 'header' before its path. */
export const placed = (prefix: readonly (string | number)[], problem: Problem): Problem => ({
  ...problem,
  path: [...prefix, ...problem.path],
});

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

const problemOf =
  (severity: Problem['severity']) =>
  (code: string, path: Problem['path'], params?: Problem['params']): Problem =>
    params === undefined ? { code, path, severity } : { code, path, severity, params };

export const errorAt = problemOf('error');
export const warningAt = problemOf('warning');
