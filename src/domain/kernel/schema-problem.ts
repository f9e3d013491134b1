import { errorAt, type Problem } from './problem.ts';

/** What a schema (zod) says of one place of a file; only what is needed of it, so that the domain needs no package. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

type Path = Problem['path'];

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'severity' in value;

/** One issue in the words of this software. A refusal of the domain travels in `params.problem`. `data`: what was read. */
export const problemsOfIssue = (issue: SchemaIssue, data: unknown): readonly Problem[] => {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const isAbsent = valueAt(data, path) === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((field) => errorAt('field-unknown', [...path, field], { field }));
    case 'invalid_type':
      return [
        isAbsent
          ? errorAt('field-missing', path)
          : errorAt('field-type', path, { expected: issue.expected ?? '' }),
      ];
    case 'invalid_value':
      return [
        isAbsent
          ? errorAt('field-missing', path)
          : errorAt('choice-unknown', path, { choices: (issue.values ?? []).map(String) }),
      ];
    case 'invalid_union':
      return [errorAt(isAbsent ? 'field-missing' : 'field-form', path)];
    case 'invalid_format':
      return [errorAt('field-form', path, { form: issue.pattern ?? issue.format ?? '' })];
    case 'too_big':
      return [errorAt('field-too-large', path, { limit: Number(issue.maximum) })];
    case 'too_small':
      return [errorAt('field-too-small', path, { limit: Number(issue.minimum) })];
    case 'custom': {
      const inner = issue.params?.problem;
      return [isProblem(inner) ? errorAt(inner.code, path, inner.params) : errorAt('field-form', path)];
    }
    default:
      return [errorAt('field-form', path)];
  }
};
