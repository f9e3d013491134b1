import { hasErrors, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { hasAttributes } from './attributes.ts';
import { checkScheme } from './check-scheme.ts';
import { compileMeasures } from './compile-measure.ts';
import { compileStep, type Decide } from './compile-step.ts';
import type { Judgeable } from './judgeable.ts';
import type { Axis, JudgementScheme, Step } from './judgement-scheme.ts';
import { outcomesOf } from './outcome.ts';
import { overallAxis } from './overall-axis.ts';
import { PreparedIndicator } from './standing.ts';
import type { Compute } from './target-figure.ts';

/** A step with the data it was made of, so that the arithmetic can be told. */
export interface CompiledStep {
  readonly step: Step;
  readonly decide: Decide;
}

/** One indicator before one scheme: its figures read, and the steps of each axis that are meant for it. */
export interface Prepared {
  readonly indicator: PreparedIndicator;
  readonly axes: readonly { readonly axis: Axis; readonly steps: readonly CompiledStep[] }[];
}

/** A checked scheme, ready to judge many indicators. Made by `compileScheme`, used by `judge` and `rollUp`. */
export interface CompiledScheme {
  readonly scheme: JudgementScheme;
  readonly warnings: readonly Problem[];
  readonly measures: ReadonlyMap<string, Compute>;
  /** Place of the headline among the axes; -1 for a scheme of figures only */
  readonly overallAt: number;
  readonly prepare: (judgeable: Judgeable) => Prepared;
}

/** Keeps the last answer: the same indicator is mostly asked for again, with another year. */
const rememberLast = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  let last: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
};

/**
 * Checks a scheme and turns it into functions, once. Refused with every error found, each with its path in the
 * scheme; warnings come along with a scheme that is compiled.
 */
export const compileScheme = (scheme: JudgementScheme): Result<CompiledScheme, readonly Problem[]> => {
  const problems = checkScheme(scheme);
  if (hasErrors(problems)) return refuse(problems);
  const measures = compileMeasures(scheme);
  const axes = scheme.axes.map((axis) => {
    const context = { scheme, axis, measures, outcome: outcomesOf(axis) };
    const cases = axis.cases.map((one) => ({
      for: one.for,
      steps: one.steps.map((step): CompiledStep => ({ step, decide: compileStep(context, step) })),
    }));
    return { axis, cases };
  });
  const overall = overallAxis(scheme);
  return ok({
    scheme,
    warnings: problems,
    measures,
    overallAt: overall === null ? -1 : scheme.axes.indexOf(overall),
    prepare: rememberLast((judgeable: Judgeable): Prepared => {
      const indicator = new PreparedIndicator(judgeable);
      return {
        indicator,
        axes: axes.map(({ axis, cases }) => ({
          axis,
          steps: cases.find((one) => hasAttributes(indicator, one.for))?.steps ?? [],
        })),
      };
    }),
  });
};
