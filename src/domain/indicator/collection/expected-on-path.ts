import {
  addFractions,
  divideFractions,
  fractionOf,
  multiplyFractions,
  roundFraction,
  subtractFractions,
  wholeFraction,
} from '../../kernel/fraction.ts';
import type { IndicatorRecord } from './asked.ts';

interface Point {
  readonly fiscalYear: number;
  readonly value: string;
}

/** Fixed points of the path, oldest first: the baseline and every target that is a number. */
const fixedPoints = ({
  baseline,
  targets,
}: Pick<IndicatorRecord, 'baseline' | 'targets'>): readonly Point[] =>
  [
    ...(baseline?.value == null ? [] : [{ fiscalYear: baseline.fiscalYear, value: baseline.value }]),
    ...targets.flatMap(({ fiscalYear, value }) => (value === null ? [] : [{ fiscalYear, value }])),
  ].toSorted((a, b) => a.fiscalYear - b.fiscalYear);

const between = (points: readonly Point[], fiscalYear: number, decimals: number): string | null => {
  const before = points.findLast((point) => point.fiscalYear <= fiscalYear);
  const after = points.find((point) => point.fiscalYear >= fiscalYear);
  if (before === undefined || after === undefined) return null;
  if (before.fiscalYear === after.fiscalYear) return after.value;
  const share = divideFractions(
    wholeFraction(fiscalYear - before.fiscalYear),
    wholeFraction(after.fiscalYear - before.fiscalYear),
  );
  if (share === null) return null;
  const from = fractionOf(before.value);
  const value = addFractions(
    from,
    multiplyFractions(share, subtractFractions(fractionOf(after.value), from)),
  );
  return roundFraction(value, decimals, 'half-away');
};

/**
 * The figure the path expects in a fiscal year, rounded to the indicator's places: as given, evenly between
 * baseline and targets, or that of the last survey. null: no path, or targets of another kind than the figures.
 */
export const expectedOnPath = (record: IndicatorRecord, fiscalYear: number): string | null => {
  const { indicator, baseline } = record;
  const { path, decimals, targetBasis, timeBehaviour } = indicator;
  if (targetBasis.behaviour !== null && targetBasis.behaviour !== timeBehaviour) return null;
  if (path.shape === 'given')
    return path.points.find((point) => point.fiscalYear === fiscalYear)?.value ?? null;
  const comparable = baseline === null || baseline.behaviour === null || baseline.behaviour === timeBehaviour;
  const points = fixedPoints(comparable ? record : { ...record, baseline: null });
  const year =
    path.shape === 'step'
      ? (path.surveyYears.toSorted((a, b) => a - b).findLast((each) => each <= fiscalYear) ?? fiscalYear)
      : fiscalYear;
  return between(points, year, decimals);
};
