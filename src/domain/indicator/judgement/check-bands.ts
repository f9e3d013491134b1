import { compareFractions, exactDecimal, type Fraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { boundValue, orderBands, type ToleranceChoice } from './band-order.ts';
import { toleranceChoices } from './compile-bands.ts';
import type { Band, Bound, JudgementScheme } from './judgement-scheme.ts';

interface Interval {
  readonly from: Fraction | null;
  readonly to: Fraction | null;
  readonly band: Band;
}

const print = (bound: Fraction | null): string => (bound === null ? '' : (exactDecimal(bound) ?? ''));

/** '' is without end, so that a number line can be drawn from the problem alone. */
const onTheLine = (
  code: 'band-gap' | 'band-overlap' | 'band-reversed',
  path: Problem['path'],
  from: Fraction | null,
  to: Fraction | null,
): Problem => errorAt(code, path, { from: print(from), to: print(to) });

const seam = (path: Problem['path'], below: Interval, above: Interval): readonly Problem[] => {
  if (below.to === null || above.from === null)
    return [onTheLine('band-overlap', path, above.from, below.to)];
  const order = compareFractions(below.to, above.from);
  if (order < 0) return [onTheLine('band-gap', path, below.to, above.from)];
  if (order > 0) return [onTheLine('band-overlap', path, above.from, below.to)];
  if (below.band.toInclusive !== above.band.fromInclusive) return [];
  const code = below.band.toInclusive ? 'band-overlap' : 'band-gap';
  return [onTheLine(code, path, below.to, above.from)];
};

const isReversed = ({ from, to, band }: Interval): boolean => {
  if (from === null || to === null) return false;
  const order = compareFractions(from, to);
  return order > 0 || (order === 0 && !(band.fromInclusive && band.toInclusive));
};

const checkChoice = (
  bands: readonly Band[],
  tolerances: JudgementScheme['tolerances'],
  choice: ToleranceChoice,
  path: Problem['path'],
): readonly Problem[] => {
  const numberOf = (bound: Bound | null): Fraction | null =>
    bound === null ? null : boundValue(bound, tolerances, choice);
  const line = bands.map((band): Interval => ({ from: numberOf(band.from), to: numberOf(band.to), band }));
  const reversed = line.filter(isReversed);
  if (reversed.length > 0) return reversed.map(({ from, to }) => onTheLine('band-reversed', path, from, to));
  const [first, last] = [line[0], line[line.length - 1]];
  return [
    ...(first?.from == null ? [] : [onTheLine('band-gap', path, null, first.from)]),
    ...line.flatMap((above, at) => {
      const below = line[at - 1];
      return below === undefined ? [] : seam(path, below, above);
    }),
    ...(last?.to == null ? [] : [onTheLine('band-gap', path, last.to, null)]),
  ];
};

/** More combinations than this are no scheme a person can check by eye either. */
const mostChoices = 256;

/** Bands cover the number line without gap or overlap, whichever row of its tolerances applies. */
export const checkBands = (
  bands: readonly Band[],
  tolerances: JudgementScheme['tolerances'],
  path: Problem['path'],
): readonly Problem[] => {
  if (bands.length === 0) return [errorAt('bands-none', path)];
  const unknown = bands
    .flatMap(({ from, to }) => [from, to])
    .flatMap((bound) =>
      bound !== null && typeof bound === 'object' && !Object.hasOwn(tolerances, bound.tolerance)
        ? [errorAt('tolerance-unknown', path, { tolerance: bound.tolerance })]
        : [],
    );
  if (unknown.length > 0) return unknown;
  const choices = toleranceChoices(bands, tolerances);
  if (choices.length > mostChoices) return [errorAt('tolerance-too-many', path, { limit: mostChoices })];
  const ordered = orderBands(bands, tolerances);
  const problems = choices.flatMap((choice) => checkChoice(ordered, tolerances, choice, path));
  // The same gap under several tolerances is one gap.
  return problems.filter(
    (one, at) => problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
  );
};
