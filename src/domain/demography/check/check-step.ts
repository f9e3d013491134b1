import { errorAt, type Problem, warningAt } from '../../kernel/problem.ts';
import type { AgeGroups } from '../age-groups.ts';
import { cell, sexes } from '../population.ts';
import type { ExplicitStep, NetStep, Rates, RatioStep, Step } from '../project/step.ts';
import { checkLength, checkNotNegative } from './check-counts.ts';

/** 「0-4→5-9」: the cohort a rate belongs to. */
export const moveLabel = ({ groups }: AgeGroups, move: number): string => {
  const last = groups.length - 1;
  const label = (index: number): string => groups[index]?.label ?? '';
  if (move >= last) return label(last);
  return `${label(move)}→${label(move + 1)}`;
};

/** Rates by move: one less than groups; survival may have as many, the open group's own last. */
const checkRates = (rates: Rates, field: string, ages: AgeGroups, mayBeFull: boolean): readonly Problem[] =>
  sexes.flatMap((sex) => {
    const groups = ages.groups.length;
    const isFull = mayBeFull && rates[sex].length === groups;
    return isFull ? [] : checkLength(rates[sex], groups - 1, [field, sex]);
  });

const notNegative = (rates: Rates, field: string, ages: AgeGroups): readonly Problem[] =>
  sexes.flatMap((sex) => checkNotNegative(rates[sex], [field, sex], (move) => moveLabel(ages, move)));

const checkSurvival = (survival: Rates, ages: AgeGroups): readonly Problem[] => [
  ...notNegative(survival, 'survival', ages),
  ...sexes.flatMap((sex) =>
    survival[sex].flatMap((value, move) =>
      value > 1
        ? [
            warningAt('population-survival-above-one', ['survival', sex, move], {
              value,
              age: moveLabel(ages, move),
            }),
          ]
        : [],
    ),
  ),
];

/** Children a woman, boys a girl: beyond these a figure was written by the hundred or the thousand. */
const mostChildren = 5;
const mostBoys = 20;

const boysByTheHundred = (value: number, field: string): readonly Problem[] =>
  value > mostBoys ? [warningAt('population-sex-ratio-high', [field], { value })] : [];

const checkChildren = (step: RatioStep, ages: AgeGroups): readonly Problem[] => [
  ...(ages.childbearing === null ? [errorAt('population-childbearing-ages', ['childWomanRatio'])] : []),
  ...(step.childWomanRatio < 0
    ? [errorAt('population-negative', ['childWomanRatio'], { value: step.childWomanRatio, age: '' })]
    : []),
  ...(step.sexRatioAtAge0to4 <= 0
    ? [errorAt('population-sex-ratio', ['sexRatioAtAge0to4'], { value: step.sexRatioAtAge0to4 })]
    : []),
  ...(step.childWomanRatio > mostChildren
    ? [warningAt('population-children-high', ['childWomanRatio'], { value: step.childWomanRatio })]
    : []),
  ...boysByTheHundred(step.sexRatioAtAge0to4, 'sexRatioAtAge0to4'),
];

/** 生残率 + 純移動率 below zero would leave a negative number of people. */
const belowZero = (survival: Rates, net: Rates, ages: AgeGroups): readonly Problem[] =>
  sexes.flatMap((sex) =>
    net[sex].flatMap((rate, move) => {
      const sum = cell(survival[sex], move) + rate;
      return sum < 0
        ? [
            errorAt('population-rate-below-zero', ['netMigrationRate', sex, move], {
              sum,
              age: moveLabel(ages, move),
            }),
          ]
        : [];
    }),
  );

const aboveOne = (rates: Rates, field: string, ages: AgeGroups): readonly Problem[] =>
  sexes.flatMap((sex) =>
    rates[sex].flatMap((value, move) =>
      value > 1
        ? [errorAt('population-share-above-one', [field, sex, move], { value, age: moveLabel(ages, move) })]
        : [],
    ),
  );

const checkArrivals = (arrivals: NetStep['arrivals'], ages: AgeGroups): readonly Problem[] =>
  arrivals === undefined
    ? []
    : sexes.flatMap((sex) => [
        ...checkLength(arrivals[sex], ages.groups.length, ['arrivals', sex]),
        ...checkNotNegative(arrivals[sex], ['arrivals', sex], (group) => ages.groups[group]?.label ?? ''),
      ]);

const checkRatios = (step: RatioStep, ages: AgeGroups): readonly Problem[] => {
  if (step.method === 'cohort-change') {
    const lengths = checkRates(step.cohortChangeRatio, 'cohortChangeRatio', ages, true);
    return lengths.length > 0 ? lengths : notNegative(step.cohortChangeRatio, 'cohortChangeRatio', ages);
  }
  const moves = (rates: Rates, field: string): readonly Problem[] =>
    sexes.flatMap((sex) => checkLength(rates[sex], step.survival[sex].length, [field, sex]));
  const others = step.method === 'net' ? step.netMigrationRate : step.outMigrationRate;
  // Beside rates of the usual length a survival as long as the groups has one cell too many, not they one too few.
  const mayBeFull = sexes.every((sex) => others[sex].length !== ages.groups.length - 1);
  const ofSurvival = checkRates(step.survival, 'survival', ages, mayBeFull);
  if (ofSurvival.length > 0) return ofSurvival;
  if (step.method === 'net') {
    const lengths = moves(step.netMigrationRate, 'netMigrationRate');
    const arrived = checkArrivals(step.arrivals, ages);
    if (lengths.length + arrived.length > 0) return [...lengths, ...arrived];
    return [...checkSurvival(step.survival, ages), ...belowZero(step.survival, step.netMigrationRate, ages)];
  }
  const lengths = [
    ...moves(step.outMigrationRate, 'outMigrationRate'),
    ...moves(step.inMigrants, 'inMigrants'),
  ];
  if (lengths.length > 0) return lengths;
  return [
    ...checkSurvival(step.survival, ages),
    ...notNegative(step.outMigrationRate, 'outMigrationRate', ages),
    ...aboveOne(step.outMigrationRate, 'outMigrationRate', ages),
    ...notNegative(step.inMigrants, 'inMigrants', ages),
  ];
};

const checkExplicit = (step: ExplicitStep, ages: AgeGroups): readonly Problem[] => {
  const groups = ages.groups.length;
  const lengths = [
    ...checkRates(step.survival, 'survival', ages, true),
    ...checkLength(step.fertilityRate, groups, ['fertilityRate']),
    ...sexes.flatMap((sex) => checkLength(step.netMigrants[sex], groups, ['netMigrants', sex])),
  ];
  if (lengths.length > 0) return lengths;
  const age = (index: number): string => ages.groups[index]?.label ?? '';
  return [
    ...checkSurvival(step.survival, ages),
    ...checkNotNegative(step.fertilityRate, ['fertilityRate'], age),
    ...(step.sexRatioAtBirth <= 0
      ? [errorAt('population-sex-ratio', ['sexRatioAtBirth'], { value: step.sexRatioAtBirth })]
      : []),
    ...boysByTheHundred(step.sexRatioAtBirth, 'sexRatioAtBirth'),
  ];
};

/** Everything wrong with the numbers of one step; places from the step itself. */
export const checkStep = (step: Step, ages: AgeGroups): readonly Problem[] =>
  step.method === 'explicit-fertility'
    ? checkExplicit(step, ages)
    : [...checkChildren(step, ages), ...checkRatios(step, ages)];
