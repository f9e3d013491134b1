import { compareFractions, type Fraction } from '../domain/kernel/fraction.ts';

/** One stretch of the line that is given a name. null: without end. */
export interface LineBand {
  readonly label: string;
  readonly from: Fraction | null;
  readonly fromInclusive: boolean;
  readonly to: Fraction | null;
  readonly toInclusive: boolean;
}

/** A stretch between two neighbouring bounds, or a bound itself, from the greatest down; and who claims it. */
export interface LinePiece {
  readonly above: Fraction | null;
  readonly below: Fraction | null;
  readonly isPoint: boolean;
  /** Places of the bands it lies in: none is a gap, two are an overlap. */
  readonly bands: readonly number[];
}

const boundsOf = (bands: readonly LineBand[]): readonly Fraction[] =>
  bands
    .flatMap(({ from, to }) => [from, to])
    .filter((bound) => bound !== null)
    .toSorted((a, b) => compareFractions(b, a))
    .filter((bound, at, all) => at === 0 || compareFractions(all[at - 1] ?? bound, bound) !== 0);

const holdsPoint = ({ from, fromInclusive, to, toInclusive }: LineBand, point: Fraction): boolean => {
  const low = from === null ? 1 : compareFractions(point, from);
  const high = to === null ? -1 : compareFractions(point, to);
  return (low > 0 || (low === 0 && fromInclusive)) && (high < 0 || (high === 0 && toInclusive));
};

const holdsStretch = ({ from, to }: LineBand, below: Fraction | null, above: Fraction | null): boolean =>
  (from === null || (below !== null && compareFractions(from, below) <= 0)) &&
  (to === null || (above !== null && compareFractions(to, above) >= 0)) &&
  (from === null || to === null || compareFractions(from, to) < 0);

/** The whole line, cut at every bound. Every number lies in exactly one piece. */
export const piecesOf = (bands: readonly LineBand[]): readonly LinePiece[] => {
  const bounds = boundsOf(bands);
  const places = (holds: (band: LineBand) => boolean): readonly number[] =>
    bands.flatMap((band, at) => (holds(band) ? [at] : []));
  const stretch = (above: Fraction | null, below: Fraction | null): LinePiece => ({
    above,
    below,
    isPoint: false,
    bands: places((band) => holdsStretch(band, below, above)),
  });
  return [
    stretch(null, bounds[0] ?? null),
    ...bounds.flatMap((bound, at) => [
      { above: bound, below: bound, isPoint: true, bands: places((band) => holdsPoint(band, bound)) },
      stretch(bound, bounds[at + 1] ?? null),
    ]),
  ];
};
