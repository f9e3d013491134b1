import {
  approximateFraction,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  wholeFraction,
} from '../../kernel/fraction.ts';
import { type Problem, warningAt } from '../../kernel/problem.ts';
import { shortDecimal } from '../value-text/short-decimal.ts';

/** A figure of another year, in the same unit; decimal string. */
export interface NeighbourFigure {
  readonly fiscalYear: number;
  readonly value: string;
}

/** When a figure looks mistyped. Data: a town with jumpier indicators sets it wider. */
export interface SuspicionRules {
  /** More than so many times the usual step a year … */
  readonly times: number;
  /** … where the usual step is at least this share of the usual figure: a flat line is no proof of precision */
  readonly leastStep: number;
  /** With fewer than three steps: a change of more than this share of the figure before */
  readonly shareWhenFew: number;
  /** A correction is named where it lies within so many usual steps */
  readonly timesOfCorrection: number;
}

export const usualSuspicion: SuspicionRules = {
  times: 5,
  leastStep: 0.01,
  shareWhenFew: 0.5,
  timesOfCorrection: 2,
};

interface Point {
  readonly fiscalYear: number;
  readonly value: number;
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((total, each) => total + each, 0) / Math.max(1, middle.length);
};

/** Distance a year from the figure before, or from the line between the neighbours where there is one after as well. */
const surprise = (points: readonly Point[], fiscalYear: number, value: number): number => {
  const before = points.findLast((point) => point.fiscalYear < fiscalYear);
  const after = points.find((point) => point.fiscalYear > fiscalYear);
  if (before !== undefined && after !== undefined) {
    const share = (fiscalYear - before.fiscalYear) / (after.fiscalYear - before.fiscalYear);
    return Math.abs(value - before.value - share * (after.value - before.value));
  }
  const near = before ?? after;
  return near === undefined ? 0 : Math.abs(value - near.value) / Math.abs(fiscalYear - near.fiscalYear);
};

interface Usual {
  readonly step: number;
  readonly limit: number;
  readonly near: number;
  readonly isFew: boolean;
}

const usualOf = (points: readonly Point[], rules: SuspicionRules): Usual => {
  const level = median(points.map(({ value }) => Math.abs(value)));
  const steps = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    return Math.abs(point.value - before.value) / (point.fiscalYear - before.fiscalYear);
  });
  // The median: one year of upheaval does not make every later slip look usual.
  const step = Math.max(median(steps), rules.leastStep * level);
  if (steps.length < 3)
    return { step, limit: rules.shareWhenFew * level, near: (rules.shareWhenFew * level) / 2, isFew: true };
  return { step, limit: rules.times * step, near: rules.timesOfCorrection * step, isFew: false };
};

interface Correction {
  readonly code: string;
  readonly value: Fraction;
  readonly params: Readonly<Record<string, string>>;
}

const powers = ['10', '100', '1000', '10000'];

const swappedDigits = (value: string): readonly string[] =>
  Array.from({ length: value.length - 1 }, (_, at) => at).flatMap((at) => {
    const [first = '', second = ''] = [value[at], value[at + 1]];
    if (!/^\d\d$/u.test(first + second) || first === second) return [];
    const swapped = `${value.slice(0, at)}${second}${first}${value.slice(at + 2)}`;
    return /^-?0\d/u.test(swapped) ? [] : [swapped];
  });

/** Swapped digits are named only where the usual step is known: a short series has room for too many of them. */
const correctionsOf = (value: string, isFew: boolean): readonly Correction[] => {
  const figure = fractionOf(value);
  return [
    ...powers.flatMap((times): readonly Correction[] => {
      const smaller = shortDecimal(figure, fractionOf(times));
      return [
        ...(smaller === null
          ? []
          : [{ code: 'implausible-tenfold', value: fractionOf(smaller), params: { times } }]),
        {
          code: 'implausible-tenth',
          value: multiplyFractions(figure, fractionOf(times)),
          params: { times },
        },
      ];
    }),
    { code: 'implausible-sign', value: negateFraction(figure), params: {} },
    ...(isFew ? [] : swappedDigits(value)).map((swapped) => ({
      code: 'implausible-digits-swapped',
      value: fractionOf(swapped),
      params: {},
    })),
  ];
};

/**
 * What makes a figure look mistyped when it is entered; null when nothing does. The step from its neighbours is
 * compared with the median step of the other years; where another figure close to them is one slip away (a factor of
 * ten, a sign, two digits swapped) the slip is named, with the figure it would be. It is a warning: it hinders nobody.
 * `others`: any order, without the year entered. Params: value, last, lastYear, usual, and suggestion, times.
 */
export const suspiciousFigure = (
  others: readonly NeighbourFigure[],
  entered: NeighbourFigure,
  path: Problem['path'],
  rules: SuspicionRules = usualSuspicion,
): Problem | null => {
  const points = others
    .map(({ fiscalYear, value }): Point => ({ fiscalYear, value: approximateFraction(fractionOf(value)) }))
    .toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  const usual = usualOf(points, rules);
  const offBy = (value: Fraction): number => surprise(points, entered.fiscalYear, approximateFraction(value));
  const figure = fractionOf(entered.value);
  // Figures that never were anything but zero say nothing of how large the next one may be.
  if (usual.limit === 0 || offBy(figure) <= usual.limit) return null;
  const last = others
    .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
    .reduce<NeighbourFigure | undefined>(
      (near, each) => (near === undefined || each.fiscalYear < entered.fiscalYear ? each : near),
      undefined,
    );
  const params = {
    value: entered.value,
    last: last?.value ?? '',
    lastYear: last?.fiscalYear ?? '',
    usual: String(Number(usual.step.toPrecision(3))),
  };
  const [best] = correctionsOf(entered.value, usual.isFew)
    .map((correction) => ({ ...correction, off: offBy(correction.value) }))
    .filter(({ off }) => off <= usual.near)
    .toSorted((a, b) => a.off - b.off);
  if (best === undefined) return warningAt('implausible-jump', path, params);
  const suggestion = shortDecimal(best.value, wholeFraction(1)) ?? '';
  return warningAt(best.code, path, { ...params, ...best.params, suggestion });
};
