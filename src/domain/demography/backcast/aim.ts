import { totalsOf } from '../interpolate/annual.ts';
import { type Interpolation, interpolate } from '../interpolate/interpolation.ts';
import type { Estate, Lever } from '../levers/lever.ts';
import { type Assumptions, project } from '../project/project.ts';

/** 目標人口: a total in a year, census or not; between points by the interpolation named. */
export interface Aim {
  readonly year: number;
  readonly total: number;
  readonly interpolation: Interpolation;
}

/** A lever to be solved for: its path's value is what is looked for, within bounds. */
export interface SolvedLever {
  readonly lever: Lever;
  readonly least: number;
  readonly most: number;
  /** 重み of least effort: how dear one squared unit of the lever is */
  readonly weight: number;
}

/** A projection to be bent to an aim, with what is settled already. */
export interface Question {
  readonly assumptions: Assumptions;
  /** Pulled already, whatever is solved for */
  readonly settled: readonly Lever[];
  readonly estates: readonly Estate[];
  readonly levers: readonly SolvedLever[];
  readonly aim: Aim;
}

/** The same lever at another value. */
export const leverWith = (lever: Lever, value: number): Lever => ({
  ...lever,
  path: { ...lever.path, value },
});

/** Total of the aim's year with the levers at these values; one value a lever of the question. */
export const totalWith = (question: Question, values: readonly (number | null)[]): number => {
  const pulled = question.levers.flatMap(({ lever }, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [leverWith(lever, value)];
  });
  const projection = project(question.assumptions, {
    levers: [...question.settled, ...pulled],
    estates: question.estates,
  });
  return interpolate(totalsOf(projection), question.aim.year, question.aim.interpolation);
};
