import type { Lever, Levers } from './levers/lever.ts';
import { totalOf } from './population.ts';
import { type Assumptions, project } from './project/project.ts';

/** 国の人口ビジョンの手引きの二つのシミュレーション: birth rate up to a goal, then net migration nought as well. */
export interface GuideQuestion {
  /** 合計特殊出生率 now, and the goal (the guide: 2.1) */
  readonly birthRateNow: number;
  readonly birthRateGoal: number;
  readonly byYear: number;
}

/** 影響度 of natural and of social change, 1 (small) to 5, and the totals they compare at the end. */
export interface GuideAnswer {
  readonly year: number;
  readonly base: number;
  readonly raisedBirths: number;
  readonly balancedMigration: number;
  readonly naturalImpact: number;
  readonly socialImpact: number;
}

/** How much larger one total is than another, as a level. Bounds: the national guide. */
const levelOf = (ratio: number, bounds: readonly number[]): number =>
  1 + bounds.filter((bound) => ratio >= bound).length;
const [naturalBounds, socialBounds] = [
  [1, 1.05, 1.1, 1.15],
  [1, 1.1, 1.2, 1.3],
];

/** Compares at the last year of the projection. Needs steps with a net migration to balance. */
export const guideSimulations = (
  assumptions: Assumptions,
  levers: Levers,
  { birthRateNow, birthRateGoal, byYear }: GuideQuestion,
): GuideAnswer => {
  const fromYear = assumptions.baseYear;
  const totalWith = (...more: readonly Lever[]): number => {
    const { populations } = project(assumptions, { ...levers, levers: [...levers.levers, ...more] });
    const last = populations.at(-1);
    return last === undefined ? 0 : totalOf(last);
  };
  const births: Lever = { kind: 'tfr', base: birthRateNow, path: { value: birthRateGoal, fromYear, byYear } };
  const balance: Lever = { kind: 'migration-scale', path: { value: 0, fromYear } };
  const [base, raisedBirths, balancedMigration] = [
    totalWith(),
    totalWith(births),
    totalWith(births, balance),
  ];
  return {
    year: assumptions.steps.at(-1)?.toYear ?? fromYear,
    base,
    raisedBirths,
    balancedMigration,
    naturalImpact: levelOf(raisedBirths / base, naturalBounds),
    socialImpact: levelOf(balancedMigration / raisedBirths, socialBounds),
  };
};
