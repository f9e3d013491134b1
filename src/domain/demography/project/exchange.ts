import type { AgeGroups } from '../age-groups.ts';
import type { Levers } from '../levers/lever.ts';
import { type Pulled, pull } from '../levers/pulled.ts';
import { bySex, cell, type Population, type Sex } from '../population.ts';
import type { PoolStep, Projection, Rates } from './step.ts';
import { transit } from './transit.ts';
import { survivalUnder, transitionOf } from './transition-of.ts';

/** One area's part of a step: as in the pool model, but who comes is a share of all who left anywhere. */
export interface ExchangeStep extends Omit<PoolStep, 'method' | 'toYear' | 'inMigrants'> {
  /** 転入配分率 by the group moved; over all areas they sum to 1 */
  readonly inShare: Rates;
}

export interface ExchangeArea {
  readonly base: Population;
  /** One a step of the question */
  readonly steps: readonly ExchangeStep[];
  readonly levers: Levers;
}

/** 多地域プールモデル (IPSS H30, R5): areas that exchange people with each other and with abroad. */
export interface ExchangeQuestion {
  readonly ages: AgeGroups;
  readonly baseYear: number;
  readonly steps: readonly {
    readonly toYear: number;
    /** 国際純移動, persons by the group moved, shared out like the rest */
    readonly fromAbroad: Rates;
  }[];
  readonly areas: readonly ExchangeArea[];
}

/** An area in the midst of a step. */
interface Moving {
  readonly start: Population;
  readonly step: ExchangeStep;
  readonly pulled: Pulled;
}

/** Persons who leave an area with a move: survivors × 転出率. */
const leaving = ({ start, step, pulled }: Moving, sex: Sex, move: number, open: number): number => {
  const from = cell(start[sex], move) + (move === open - 1 ? cell(start[sex], open) : 0);
  const survivors = from * survivalUnder(cell(step.survival[sex], move), pulled.hazard[sex]);
  return survivors * cell(step.outMigrationRate[sex], move) * cell(pulled.scaleOut[sex], move + 1);
};

/** How strongly an area draws; a lever on 転入 pulls people from the other areas, not from nowhere. */
const drawOf = ({ step, pulled }: Moving, sex: Sex, move: number): number =>
  cell(step.inShare[sex], move) * cell(pulled.scaleIn[sex], move + 1);

/**
 * Projects areas together: O = P·S·o leave each, the pool ΣO and those from abroad is shared out by 配分率 (with levers
 * on it: by the shares multiplied and brought back to 1), then each area goes its step. Nobody is lost: without deaths,
 * births and migration from abroad the sum of the areas stays. Last rates move the two oldest groups together. Shape:
 * one projection an area. Checked by `checkExchange`.
 */
export const projectTogether = ({
  ages,
  baseYear,
  steps,
  areas,
}: ExchangeQuestion): readonly Projection[] => {
  const open = ages.groups.length - 1;
  const everyArea: Population[][] = areas.map(({ base }) => [base]);
  let year = baseYear;
  for (const [index, { toYear, fromAbroad }] of steps.entries()) {
    const moving = areas.map((area, place) =>
      movingOf(area, everyArea[place]?.at(-1), index, year, toYear, ages),
    );
    const rates = (make: (sex: Sex, move: number) => number): Rates =>
      bySex((sex) => Array.from({ length: open }, (_, move) => make(sex, move)));
    const sum = (of: (one: Moving) => number): number => moving.reduce((all, one) => all + of(one), 0);
    const pool = rates(
      (sex, move) => cell(fromAbroad[sex], move) + sum((one) => leaving(one, sex, move, open)),
    );
    const draws = rates((sex, move) => sum((one) => drawOf(one, sex, move)));
    for (const [place, one] of moving.entries()) {
      const inMigrants = rates((sex, move) => {
        const whole = cell(draws[sex], move);
        return whole === 0 ? 0 : (cell(pool[sex], move) * drawOf(one, sex, move)) / whole;
      });
      const step: PoolStep = { ...one.step, method: 'pool', toYear, inMigrants };
      // The levers on 転入 are in the shares already.
      const pulled = { ...one.pulled, scaleIn: bySex(() => ages.groups.map(() => 1)) };
      everyArea[place]?.push(transit(one.start, transitionOf(step, pulled, ages.groups.length), ages));
    }
    year = toYear;
  }
  return everyArea.map((populations) => ({
    years: [baseYear, ...steps.map(({ toYear }) => toYear)],
    populations,
  }));
};

const movingOf = (
  { steps, levers }: ExchangeArea,
  start: Population | undefined,
  index: number,
  year: number,
  toYear: number,
  ages: AgeGroups,
): Moving => {
  const step = steps[index];
  if (start === undefined || step === undefined)
    throw new Error(`projectTogether requires a step ${index} of every area`);
  return { start, step, pulled: pull(levers, year, toYear, ages) };
};
