import { fractionOf } from '../../kernel/fraction.ts';
import { extreme, weightedSum } from './combination.ts';
import {
  attainment,
  change,
  difference,
  errorsFromEarlier,
  errorsFromTarget,
  expectedRatio,
  inverseRatio,
  mirroredRatio,
  progress,
  ratio,
  ratioInDirection,
  relativeChange,
  relativeDifference,
  required,
} from './formula.ts';
import type { JudgementScheme } from './judgement-scheme.ts';
import type { Measure } from './measure.ts';
import type { Compute } from './target-figure.ts';

const compile = (
  measure: Measure,
  planStart: number | null,
  ofKey: (measureKey: string) => Compute,
): Compute => {
  switch (measure.formula) {
    case 'value':
      return ({ figure }) => figure;
    case 'ratio':
      return ratio(measure.target);
    case 'inverse-ratio':
      return inverseRatio(measure.target);
    case 'mirrored-ratio':
      return mirroredRatio(measure.target);
    case 'ratio-in-direction':
      return ratioInDirection(measure.target, measure.falling);
    case 'progress':
      return progress(measure.target);
    case 'required':
      return required(measure.target, measure.required, planStart);
    case 'attainment':
      return attainment(measure.target, measure.required, planStart);
    case 'expected-ratio':
      return expectedRatio;
    case 'change':
      return change(measure.from, measure.orientation);
    case 'relative-change':
      return relativeChange(measure.from, measure.orientation);
    case 'difference':
      return difference(measure.target, measure.orientation);
    case 'relative-difference':
      return relativeDifference(measure.target, measure.orientation);
    case 'standard-errors':
      return 'target' in measure.against
        ? errorsFromTarget(measure.against.target, measure.orientation)
        : errorsFromEarlier(measure.against.from, measure.orientation);
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': {
      const parts = measure.of.map((part) => ({
        compute: ofKey(part.measure),
        weight: fractionOf(part.weight),
      }));
      if (measure.formula === 'max') return extreme(parts, 1);
      if (measure.formula === 'min') return extreme(parts, -1);
      return weightedSum(parts, measure.formula === 'mean');
    }
  }
};

/** Every measure of a checked scheme as a function. @throws where a measure needs itself: the check refuses that. */
export const compileMeasures = ({ measures, planStart }: JudgementScheme): ReadonlyMap<string, Compute> => {
  const compiled = new Map<string, Compute>();
  const open = new Set<string>();
  const ofKey = (measureKey: string): Compute => {
    const known = compiled.get(measureKey);
    if (known !== undefined) return known;
    const measure = Object.hasOwn(measures, measureKey) ? measures[measureKey] : undefined;
    if (measure === undefined || open.has(measureKey))
      throw new Error(`compileMeasures requires a checked scheme, not ${measureKey}`);
    open.add(measureKey);
    const compute = compile(measure, planStart, ofKey);
    compiled.set(measureKey, compute);
    return compute;
  };
  for (const measureKey of Object.keys(measures)) ofKey(measureKey);
  return compiled;
};
