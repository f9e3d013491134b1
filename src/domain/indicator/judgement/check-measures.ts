import { fractionOf, signOfFraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import type { JudgementScheme } from './judgement-scheme.ts';
import type { Measure, RequiredShare } from './measure.ts';
import { areRising } from './required-share.ts';

const partsOf = (measure: Measure): readonly string[] =>
  'of' in measure ? measure.of.map((part) => part.measure) : [];

/** Rings of measures that need each other, each once, from its first measure on. */
const rings = (measures: JudgementScheme['measures']): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  const walk = (key: string, trail: readonly string[]): void => {
    const at = trail.indexOf(key);
    if (at >= 0) found.push(trail.slice(at));
    if (at >= 0 || done.has(key) || !Object.hasOwn(measures, key)) return;
    const measure = measures[key];
    for (const part of measure === undefined ? [] : partsOf(measure)) walk(part, [...trail, key]);
    done.add(key);
  };
  for (const key of Object.keys(measures)) walk(key, []);
  return found;
};

const checkRequired = (
  required: RequiredShare,
  planStart: number | null,
  path: Problem['path'],
): readonly Problem[] => {
  const fromThePlan =
    required.by === 'table' || (required.by === 'linear' && required.since === 'plan-start');
  return [
    ...(fromThePlan && planStart === null ? [errorAt('plan-start-missing', path)] : []),
    ...(required.by === 'table' && (required.shares.length === 0 || !areRising(required.shares))
      ? [errorAt('shares-not-rising', [...path, 'shares'])]
      : []),
  ];
};

const checkParts = (
  { of: parts }: { readonly of: readonly { readonly measure: string; readonly weight: string }[] },
  measures: JudgementScheme['measures'],
  path: Problem['path'],
): readonly Problem[] => {
  if (parts.length === 0) return [errorAt('measure-empty', path)];
  return parts.flatMap(({ measure, weight }, at) => [
    ...(Object.hasOwn(measures, measure)
      ? []
      : [errorAt('measure-unknown', [...path, 'of', at, 'measure'], { measure })]),
    ...(signOfFraction(fractionOf(weight)) > 0
      ? []
      : [errorAt('weight-not-positive', [...path, 'of', at, 'weight'], { weight })]),
  ]);
};

/** Far more than any town counts by, and few enough to be followed to their ends. */
const mostMeasures = 200;

/** Parts known and weighted, no measure needing itself, required shares that rise. Paths: ['measures', key, …]. */
export const checkMeasures = ({ measures, planStart }: JudgementScheme): readonly Problem[] => {
  const count = Object.keys(measures).length;
  if (count > mostMeasures)
    return [errorAt('measures-too-many', ['measures'], { count, limit: mostMeasures })];
  return [
    ...Object.entries(measures).flatMap(([key, measure]) => {
      const path = ['measures', key];
      if ('of' in measure) return checkParts(measure, measures, path);
      return 'required' in measure ? checkRequired(measure.required, planStart, [...path, 'required']) : [];
    }),
    ...rings(measures).map((ring) =>
      errorAt('measure-cycle', ['measures', ring[0] ?? ''], { measures: [...ring, ring[0] ?? ''] }),
    ),
  ];
};
