import type { Question, SolvedLever } from '../demography/backcast/aim.ts';
import { isoTargetCurve } from '../demography/backcast/iso-target.ts';
import { leastEffort } from '../demography/backcast/least-effort.ts';
import { type Solved, solveEachAlone } from '../demography/backcast/solve-lever.ts';
import { cell, totalOf } from '../demography/population.ts';
import type { Assumptions } from '../demography/project/project.ts';
import { birthRateNow } from './birth-rate-now.ts';
import { engineLever, engineLevers } from './engine-levers.ts';
import type { LeverRange } from './lever-ranges.data.ts';
import { leverRangesFor } from './lever-ranges-for.ts';
import { isPossible, possibleEffort, withinPossible } from './possible-answers.ts';
import { chanceOfAim } from './run-scenario.ts';
import type { ScenarioAim, ScenarioContent, ScenarioLever, ScenarioLeverKind } from './scenario.ts';

/** One lever by itself: what it takes, or, out of reach, the value within its range that comes nearest. */
export interface LeverAlone {
  readonly kind: ScenarioLeverKind;
  readonly reached: boolean;
  readonly value: number;
  /** Total of the aim's year at the value */
  readonly total: number;
}

/** 二つのレバーの組み合わせ that reach the aim. */
export interface LeverPair {
  readonly kinds: readonly [ScenarioLeverKind, ScenarioLeverKind];
  /** `second` null: with `first` at this value the second cannot reach it */
  readonly points: readonly { readonly first: number; readonly second: number | null }[];
}

/** 「目標から逆に考える」の答え */
export interface BackcastAnswer {
  readonly aim: Pick<ScenarioAim, 'year' | 'total'>;
  /** With the asked-for levers at rest and all others of the scenario pulled */
  readonly withoutMeasures: { readonly total: number; readonly probability: number };
  readonly alone: readonly LeverAlone[];
  /** Of the first two kinds; null: fewer were asked for */
  readonly pair: LeverPair | null;
  /** 最も無理の少ない組み合わせ; `reached` false: as far as the ranges and the people there allow, and how near that is */
  readonly leastEffort: {
    readonly reached: boolean;
    readonly total: number;
    readonly values: readonly { readonly kind: ScenarioLeverKind; readonly value: number }[];
  } | null;
}

/** Points of the curve of a pair: enough for a smooth line and a table that is still read. */
const curvePoints = 13;

const aloneOf = (kind: ScenarioLeverKind, solved: Solved, aim: number): LeverAlone =>
  solved.reached
    ? { kind, reached: true, value: solved.value, total: aim }
    : { kind, reached: false, value: solved.nearestValue, total: solved.nearestTotal };

/** Persons are solved for by the step, as the engine takes them, and told by the year. */
const perYear = (kind: ScenarioLeverKind, { ages }: Assumptions): number =>
  kind === 'families-per-year' || kind === 'young-adults-per-year' ? ages.widthYears : 1;

interface Asked {
  readonly kind: ScenarioLeverKind;
  readonly solved: SolvedLever;
  /** Engine's units in one of the scenario's */
  readonly times: number;
}

const askedFor = (
  kind: ScenarioLeverKind,
  lever: ScenarioLever,
  { least, most }: LeverRange,
  assumptions: Assumptions,
  birthRate: number,
): Asked => {
  const times = perYear(kind, assumptions);
  return {
    kind,
    times,
    solved: {
      lever: engineLever(lever, assumptions, birthRate),
      least: least * times,
      most: most * times,
      // Effort is told in shares of what a lever can do: its whole range weighs the same for all.
      weight: 1 / ((most - least) * times) ** 2,
    },
  };
};

/**
 * 逆算: what of each lever alone, of a pair and of all together (least effort: squares of the shares of their ranges)
 * reaches the aim. A lever of the scenario that is asked for moves along its own path in time; one it has not got, from
 * `fromYear` at once. The other levers and the estates stay pulled. The year must lie within the baseline, and a birth
 * rate asked for must be known: see `checkAgainstBaseline`. No answer drives people below nought: a range ends where it
 * would, and what comes nearest is looked for within.
 */
export const answerBackcast = (
  content: ScenarioContent,
  assumptions: Assumptions,
  aim: Pick<ScenarioAim, 'year' | 'total'>,
  kinds: readonly ScenarioLeverKind[],
  fromYear: number | null = null,
): BackcastAnswer => {
  const birthRate = birthRateNow(content, assumptions).value;
  const ranges = leverRangesFor(totalOf(assumptions.base));
  const asked = kinds.map((kind) => {
    const own = content.levers.find((lever) => lever.kind === kind);
    const range = ranges[kind];
    const rest = { kind, value: 0, fromYear, byYear: null, shape: 'linear' as const, reason: '', source: '' };
    return askedFor(kind, own ?? rest, range, assumptions, birthRate);
  });
  const others: ScenarioContent = {
    ...content,
    levers: content.levers.filter(({ kind }) => !kinds.includes(kind)),
  };
  const settled = engineLevers(others, assumptions);
  const question: Question = withinPossible({
    assumptions,
    settled: settled.levers,
    estates: settled.estates,
    levers: asked.map(({ solved }) => solved),
    aim: { ...aim, interpolation: content.interpolation },
  });
  const alone = solveEachAlone(question);
  return {
    aim,
    withoutMeasures: chanceOfAim(others, assumptions, aim),
    alone: alone.map((solved, index) => {
      const { kind, times } = atIndex(asked, index);
      const one = aloneOf(kind, solved, aim.total);
      return { ...one, value: one.value / times };
    }),
    pair: pairOf(question, asked),
    leastEffort: asked.length === 0 ? null : leastOf(question, asked, alone),
  };
};

const atIndex = (asked: readonly Asked[], index: number): Asked => {
  const one = asked[index];
  if (one === undefined) throw new Error(`atIndex requires a lever asked for, not ${index}`);
  return one;
};

const pairOf = (question: Question, [first, second]: readonly Asked[]): LeverPair | null => {
  if (first === undefined || second === undefined) return null;
  return {
    kinds: [first.kind, second.kind],
    points: isoTargetCurve(question, [0, 1], curvePoints).map(({ first: one, second: other }) => ({
      first: one / first.times,
      second: other.reached && isPossible(question, [one, other.value]) ? other.value / second.times : null,
    })),
  };
};

const leastOf = (
  question: Question,
  asked: readonly Asked[],
  alone: readonly Solved[],
): BackcastAnswer['leastEffort'] => {
  const { reached, total, values } = possibleEffort(question, leastEffort(question, alone), alone);
  return {
    reached,
    total,
    values: asked.map(({ kind, times }, index) => ({ kind, value: cell(values, index) / times })),
  };
};
