import { errorAt, type Problem, placed } from '../../kernel/problem.ts';
import { cell, sexes } from '../population.ts';
import type { ExchangeQuestion } from '../project/exchange.ts';
import { checkCounts, checkLength } from './check-counts.ts';
import { checkStep, moveLabel } from './check-step.ts';

const near = 1e-9;

/** 配分率 of a step over all areas: whoever leaves must arrive somewhere. */
const checkShares = ({ ages, areas }: ExchangeQuestion, index: number): readonly Problem[] =>
  sexes.flatMap((sex) =>
    Array.from({ length: ages.groups.length - 1 }, (_, move) => move).flatMap((move) => {
      const sum = areas.reduce((all, { steps }) => all + (steps[index]?.inShare[sex][move] ?? 0), 0);
      return Math.abs(sum - 1) > near
        ? [errorAt('population-shares-sum', ['steps', index], { sum, sex, age: moveLabel(ages, move) })]
        : [];
    }),
  );

/** 多地域の前提の検査: each area as a pool step, the lengths, and shares that sum to 1. */
export const checkExchange = (question: ExchangeQuestion): readonly Problem[] => {
  const { ages, steps, areas } = question;
  const moves = ages.groups.length - 1;
  const lengths = [
    ...steps.flatMap(({ fromAbroad }, index) =>
      sexes.flatMap((sex) => checkLength(fromAbroad[sex], moves, ['steps', index, 'fromAbroad', sex])),
    ),
    ...areas.flatMap((area, place) => [
      ...checkLength(area.steps, steps.length, ['areas', place, 'steps']),
      ...area.steps.flatMap((step, index) =>
        sexes.flatMap((sex) => [
          ...checkLength(step.survival[sex], moves, ['areas', place, 'steps', index, 'survival', sex]),
          ...checkLength(step.inShare[sex], moves, ['areas', place, 'steps', index, 'inShare', sex]),
        ]),
      ),
    ]),
  ];
  if (lengths.length > 0) return lengths;
  return [
    ...areas.flatMap(({ base, steps: own }, place) => [
      ...checkCounts(base, {}, ages).map((problem) => placed(['areas', place, 'base'], problem)),
      ...own.flatMap((step, index) =>
        checkStep(
          {
            ...step,
            method: 'pool',
            toYear: cell(
              steps.map(({ toYear }) => toYear),
              index,
            ),
            inMigrants: step.inShare,
          },
          ages,
        ).map((problem) => placed(['areas', place, 'steps', index], problem)),
      ),
    ]),
    ...steps.flatMap((_, index) => checkShares(question, index)),
  ];
};
