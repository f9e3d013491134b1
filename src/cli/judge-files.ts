import { readFileSync } from 'node:fs';
import { judgementSchemeSchema } from '../app/judgement/judgement-scheme-schema.ts';
import { judgeableFile } from '../documents/judgement/judgeable-file.ts';
import { type ReadJson, readJsonFile } from '../documents/town-file/read-json-file.ts';
import { checkJudgeables } from '../domain/indicator/judgement/check-judgeables.ts';
import { type CompiledScheme, compileScheme } from '../domain/indicator/judgement/compile-scheme.ts';
import type { Judgeable } from '../domain/indicator/judgement/judgeable.ts';
import { errorAt, hasErrors, type Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';

type Read<T> = Result<T, readonly Problem[]>;

/** Everything `bin/rashin judge` needs, checked; what does not stand in the way comes as warnings. */
export interface ReadyToJudge {
  readonly scheme: CompiledScheme;
  readonly judgeables: readonly Judgeable[];
  readonly fiscalYear: number;
  readonly warnings: readonly Problem[];
}

const bytesOf = (file: string): Read<Uint8Array> => {
  try {
    return ok(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse([errorAt('file-unreadable', [file], { cause: String(error.code) })]);
  }
};

const readFile = <T>(
  file: string,
  schema: Parameters<typeof readJsonFile<T>>[2],
  schemaName: string,
): Read<ReadJson<T>> => {
  const bytes = bytesOf(file);
  return bytes.ok ? readJsonFile(file, bytes.value, schema, { schemaName }) : bytes;
};

const readScheme = (
  file: string,
): Read<{ readonly scheme: CompiledScheme; readonly warnings: readonly Problem[] }> => {
  const read = readFile(file, judgementSchemeSchema, 'schemes/judgement/judgement-scheme.schema.json');
  if (!read.ok) return read;
  const { value, placed } = read.value;
  const { $schema: _, ...content } = value;
  const scheme = compileScheme(content);
  return scheme.ok
    ? ok({ scheme: scheme.value, warnings: scheme.value.warnings.map(placed) })
    : refuse(scheme.error.map(placed));
};

/** The newest year anything is known of: figures, marks. */
const newestYear = (judgeables: readonly Judgeable[]): number | null => {
  const years = judgeables.flatMap(({ values, marks }) =>
    [...values, ...marks].map(({ fiscalYear }) => fiscalYear),
  );
  return years.length === 0 ? null : years.reduce((newest, year) => Math.max(newest, year));
};

const outsideScheme = (
  { scheme: { validFrom, validTo } }: CompiledScheme,
  fiscalYear: number,
): readonly Problem[] =>
  fiscalYear < validFrom || (validTo !== null && fiscalYear > validTo)
    ? [errorAt('scheme-year-outside', ['--year'], { fiscalYear, from: validFrom, to: validTo ?? '' })]
    : [];

/**
 * Reads and checks both files. `year`: the fiscal year asked for; null: the one the indicators' file names, or the
 * newest with anything in it. Refused with everything found in either file.
 */
export const readToJudge = (
  schemeFile: string,
  indicatorFile: string,
  year: number | null,
): Read<ReadyToJudge> => {
  const scheme = readScheme(schemeFile);
  const indicators = readFile(indicatorFile, judgeableFile, 'docs/examples/judge-indicators.schema.json');
  if (!scheme.ok || !indicators.ok)
    return refuse([...(scheme.ok ? [] : scheme.error), ...(indicators.ok ? [] : indicators.error)]);
  const { value, placed } = indicators.value;
  const found = checkJudgeables(value.indicators, scheme.value.scheme.scheme).map(placed);
  const fiscalYear = year ?? value.fiscalYear ?? newestYear(value.indicators);
  if (fiscalYear === null) return refuse([...found, errorAt('judge-year-missing', [indicatorFile])]);
  const problems = [...found, ...outsideScheme(scheme.value.scheme, fiscalYear)];
  if (hasErrors(problems)) return refuse(problems);
  return ok({
    scheme: scheme.value.scheme,
    judgeables: value.indicators,
    fiscalYear,
    warnings: [...scheme.value.warnings, ...problems],
  });
};
