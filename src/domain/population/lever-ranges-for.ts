import { type LeverRange, leverRanges } from './lever-ranges.data.ts';
import type { ScenarioLeverKind } from './scenario.ts';

/** Size of town the ranges in persons are written for. */
const writtenFor = 70_000;
const inPersons: readonly ScenarioLeverKind[] = ['families-per-year', 'young-adults-per-year'];

/** One, two or five times a power of ten, at least as large and no less than one. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return power * ([1, 2, 5, 10].find((times) => times * power >= value) ?? 10);
};

const scaled = (range: LeverRange, share: number): LeverRange => ({
  ...range,
  least: -roundUp(-range.least * share),
  most: roundUp(range.most * share),
  step: roundUp(range.step * share),
});

/** 前提を動かす範囲 for a town of this many people: those in persons grow with the town. */
export const leverRangesFor = (townTotal: number): Readonly<Record<ScenarioLeverKind, LeverRange>> => {
  const share = townTotal / writtenFor;
  const persons = inPersons.map((kind) => [kind, scaled(leverRanges[kind], share)] as const);
  return { ...leverRanges, ...Object.fromEntries(persons) };
};
