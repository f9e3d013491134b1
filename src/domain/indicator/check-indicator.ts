import { isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type {
  Baseline,
  BreakdownDimension,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from './indicator.ts';

interface Defined {
  readonly indicator: Indicator;
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baseline: Baseline | null;
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly IndicatorValue[];
}

/** 'age:20s/score:7': each part a category of its dimension, in the order of the dimensions, none twice. */
const isCell = (breakdown: string, dimensions: readonly BreakdownDimension[]): boolean => {
  if (breakdown === '') return true;
  let next = 0;
  return breakdown.split('/').every((part) => {
    const [dimensionKey, categoryKey, ...rest] = part.split(':');
    const place = dimensions.findIndex(({ key }) => key === dimensionKey);
    if (place < next || rest.length > 0) return false;
    next = place + 1;
    return dimensions[place]?.categories.some(({ key }) => key === categoryKey) ?? false;
  });
};

const repeated = <T>(entries: readonly T[], keyOf: (entry: T) => string): readonly T[] => {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
};

const breakdownProblems = (
  dimensions: readonly BreakdownDimension[],
  at: (...path: (string | number)[]) => Problem['path'],
): readonly Problem[] => [
  ...repeated(dimensions, ({ key }) => key).map(({ key }) => errorAt('key-twice', at('breakdowns'), { key })),
  ...dimensions.flatMap(({ key: dimension, categories }) =>
    repeated(categories, ({ key }) => key).map(({ key }) =>
      errorAt('key-twice', at('breakdowns', dimension), { key }),
    ),
  ),
];

/** A new indicator with its figures. Paths: ['indicators', key, field, …]; a figure by its fiscal year. */
export const checkIndicator = (
  { indicator, referenceSeries, baseline, targets, values }: Defined,
  unitKeys: ReadonlySet<string>,
): readonly Problem[] => {
  const at = (...path: (string | number)[]): Problem['path'] => [
    'indicators',
    indicator.indicatorKey,
    ...path,
  ];
  const year = (fiscalYear: number, field: string): readonly Problem[] =>
    isFiscalYear(fiscalYear)
      ? []
      : [errorAt('fiscal-year-impossible', at(field), { input: String(fiscalYear) })];
  const series = new Set(['actual', ...referenceSeries.map((each) => each.series)]);
  return [
    ...(indicator.name.trim() === '' ? [errorAt('text-missing', at('name'))] : []),
    ...(indicator.unitKey === null || unitKeys.has(indicator.unitKey)
      ? []
      : [errorAt('unit-unknown', at('unitKey'), { title: indicator.name, key: indicator.unitKey })]),
    ...breakdownProblems(indicator.breakdowns, at),
    ...repeated([{ series: 'actual' }, ...referenceSeries], (each) => each.series).map((each) =>
      errorAt('key-twice', at('referenceSeries'), { key: each.series }),
    ),
    ...(baseline === null ? [] : year(baseline.fiscalYear, 'baseline')),
    ...targets.flatMap(({ fiscalYear }) => year(fiscalYear, 'targets')),
    ...repeated(targets, ({ fiscalYear }) => String(fiscalYear)).map(({ fiscalYear }) =>
      errorAt('fiscal-year-twice', at('targets'), { fiscalYear }),
    ),
    ...values.flatMap((value) => [
      ...year(value.fiscalYear, 'values'),
      ...(series.has(value.series)
        ? []
        : [errorAt('series-unknown', at('values', value.fiscalYear), { series: value.series })]),
      ...(isCell(value.breakdown, indicator.breakdowns)
        ? []
        : [
            errorAt('breakdown-unknown', at('values', value.fiscalYear), {
              breakdown: value.breakdown.slice(0, 80),
            }),
          ]),
    ]),
    ...repeated(values, (value) => JSON.stringify([value.series, value.fiscalYear, value.breakdown])).map(
      ({ series: of, fiscalYear, breakdown }) =>
        errorAt('value-twice', at('values', fiscalYear), { series: of, breakdown }),
    ),
  ];
};
