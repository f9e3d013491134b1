import type { ReadIndicator } from '../../../../../app/indicator/computed-figures.ts';
import type { PathShape } from '../../../../../domain/indicator/indicator.ts';
import { judgeableOf } from '../../../../../domain/indicator/judgeable-of.ts';
import { isReason } from '../../../../../domain/indicator/judgement/figure.ts';
import { pathYears } from '../../../../../domain/indicator/path/target-path.ts';
import { approximateFraction } from '../../../../../domain/kernel/fraction.ts';

/** One year of an indicator's path as it is and as it would be; null where the path says nothing. */
export interface PathRow {
  readonly fiscalYear: number;
  readonly actual: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly target: number | null;
}

const expectedOf = (loaded: ReadIndicator, path: PathShape, first: number, last: number) => {
  const judgeable = judgeableOf({ ...loaded, indicator: { ...loaded.indicator, path } }, [], {});
  return new Map(
    pathYears(judgeable, first, last, 'stated-targets').map(({ fiscalYear, expected }) => [
      fiscalYear,
      isReason(expected) ? null : approximateFraction(expected),
    ]),
  );
};

/** From the baseline (or the first figure) to the last target. */
export const pathRows = (loaded: ReadIndicator, after: PathShape): readonly PathRow[] => {
  const { baseline, targets, values, indicator } = loaded;
  const actuals = new Map(
    values
      .filter(({ series, breakdown, value }) => series === 'actual' && breakdown === '' && value !== null)
      .map(({ fiscalYear, value }) => [fiscalYear, Number(value)]),
  );
  const known = [
    ...after.points.map(({ fiscalYear }) => fiscalYear),
    ...targets.map(({ fiscalYear }) => fiscalYear),
    ...(baseline === null ? [] : [baseline.fiscalYear]),
  ];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const [was, will] = [
    expectedOf(loaded, indicator.path, first, last),
    expectedOf(loaded, after, first, last),
  ];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const fiscalYear = first + at;
    const target = targets.find((each) => each.fiscalYear === fiscalYear)?.value ?? null;
    return {
      fiscalYear,
      actual: actuals.get(fiscalYear) ?? null,
      before: was.get(fiscalYear) ?? null,
      after: will.get(fiscalYear) ?? null,
      target: target === null ? null : Number(target),
    };
  });
};
