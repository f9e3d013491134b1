import { compareDecimals } from '../kernel/decimal.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { Baseline, Indicator, IndicatorTarget, PathShape, UnitChange } from './indicator.ts';
import { repeated } from './repeated.ts';
import { implausibleYear, isSensibleYear } from './sensible-year.ts';

type At = (...path: (string | number)[]) => Problem['path'];

const yearProblems = (fiscalYear: number, path: Problem['path']): readonly Problem[] =>
  isSensibleYear(fiscalYear) ? [] : [errorAt('fiscal-year-implausible', path, implausibleYear(fiscalYear))];

const rangeProblems = ({ range, direction }: Indicator, at: At): readonly Problem[] => {
  if (range === null) return [];
  const { from, to } = range;
  return [
    ...(direction === 'range' ? [] : [errorAt('range-without-direction', at('range'))]),
    ...(from !== null && to !== null && compareDecimals(from, to) > 0
      ? [errorAt('range-reversed', at('range'), { from, to })]
      : []),
  ];
};

const twice = (years: readonly number[], path: Problem['path']): readonly Problem[] =>
  repeated(years, String).map((fiscalYear) => errorAt('fiscal-year-twice', path, { fiscalYear }));

/** Years a path speaks of: after its beginning, up to its last target. Open where either is not decided. */
const pathProblems = (
  { shape, points, surveyYears }: PathShape,
  baseline: Baseline | null,
  targets: readonly IndicatorTarget[],
  at: At,
): readonly Problem[] => {
  const first = baseline?.fiscalYear ?? null;
  const last = targets.length === 0 ? null : Math.max(...targets.map(({ fiscalYear }) => fiscalYear));
  const outside = (fiscalYear: number, path: Problem['path']): readonly Problem[] =>
    !isSensibleYear(fiscalYear)
      ? yearProblems(fiscalYear, path)
      : (first !== null && fiscalYear < first) || (last !== null && fiscalYear > last)
        ? [
            errorAt('path-year-outside', path, {
              fiscalYear,
              ...(first === null ? {} : { first }),
              ...(last === null ? {} : { last }),
            }),
          ]
        : [];
  const pointYears = points.map(({ fiscalYear }) => fiscalYear);
  return [
    ...(shape === 'given' && points.length === 0
      ? [errorAt('path-points-missing', at('path', 'points'))]
      : []),
    ...(shape === 'step' && surveyYears.length === 0
      ? [errorAt('path-survey-years-missing', at('path', 'surveyYears'))]
      : []),
    ...twice(pointYears, at('path', 'points')),
    ...twice(surveyYears, at('path', 'surveyYears')),
    ...points.flatMap(({ fiscalYear }, index) =>
      outside(fiscalYear, at('path', 'points', index, 'fiscalYear')),
    ),
    ...surveyYears.flatMap((fiscalYear) => outside(fiscalYear, at('path', 'surveyYears'))),
  ];
};

const unitChangeProblems = (
  { unitChanges, unit }: { readonly unitChanges: readonly UnitChange[]; readonly unit: string },
  at: At,
): readonly Problem[] => {
  const last = unitChanges.reduce<UnitChange | null>(
    (newest, each) => (newest === null || each.fiscalYear > newest.fiscalYear ? each : newest),
    null,
  );
  return [
    ...twice(
      unitChanges.map(({ fiscalYear }) => fiscalYear),
      at('unitChanges'),
    ),
    ...unitChanges.flatMap(({ fiscalYear, factor }, index) => [
      ...yearProblems(fiscalYear, at('unitChanges', index, 'fiscalYear')),
      ...(factor !== null && compareDecimals(factor, '0') <= 0
        ? [errorAt('unit-factor-not-positive', at('unitChanges', index, 'factor'), { factor })]
        : []),
    ]),
    ...(last === null || last.unit === unit
      ? []
      : [errorAt('unit-change-last', at('unitChanges'), { unit: last.unit, now: unit })]),
  ];
};

/**
 * What an indicator says about its targets, path, units and publication, apart from its figures. `at` begins the paths;
 * entries of lists are named by their place: ['path', 'points', 0, 'fiscalYear'].
 */
export const checkDefinition = (
  indicator: Indicator,
  baseline: Baseline | null,
  targets: readonly IndicatorTarget[],
  at: At,
): readonly Problem[] => {
  const { targetBasis, availableAfterMonths, commonKey } = indicator;
  return [
    ...(targetBasis.since === null ? [] : yearProblems(targetBasis.since, at('targetBasis', 'since'))),
    ...rangeProblems(indicator, at),
    ...pathProblems(indicator.path, baseline, targets, at),
    ...unitChangeProblems(indicator, at),
    ...(availableAfterMonths === null ||
    (Number.isInteger(availableAfterMonths) && availableAfterMonths >= 0 && availableAfterMonths <= 120)
      ? []
      : [
          errorAt('available-months-range', at('availableAfterMonths'), {
            text: String(availableAfterMonths),
          }),
        ]),
    ...(commonKey === null || /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(commonKey)
      ? []
      : [errorAt('common-key-format', at('commonKey'), { text: commonKey.slice(0, 80) })]),
  ];
};
