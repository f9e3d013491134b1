import { errorAt, type Problem } from '../kernel/problem.ts';
import { checkDefinition } from './check-definition.ts';
import { saysNothing } from './decide-values.ts';
import type {
  Baseline,
  BreakdownDimension,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from './indicator.ts';
import { repeated } from './repeated.ts';
import { implausibleYear, isSensibleYear } from './sensible-year.ts';

interface Defined {
  readonly indicator: Indicator;
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baseline: Baseline | null;
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly IndicatorValue[];
}

/** 'age:20s/score:7': each part a category of its dimension, in the order of the dimensions, none twice. */
export const isCellOf = (breakdown: string, dimensions: readonly BreakdownDimension[]): boolean => {
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

/** One cell says one thing: a number, words, or why there is neither. */
const cellProblems = (value: IndicatorValue, path: Problem['path']): readonly Problem[] => {
  const { standardError } = value;
  return [
    ...(value.value !== null && value.text !== null ? [errorAt('two-values', path)] : []),
    ...(value.missing !== null && (value.value !== null || value.text !== null)
      ? [errorAt('missing-beside-value', path)]
      : []),
    ...(standardError?.startsWith('-') === true
      ? [errorAt('standard-error-negative', path, { text: standardError })]
      : []),
    ...(standardError !== null && value.value === null ? [errorAt('standard-error-alone', path)] : []),
  ];
};

/** A computed indicator has no actual figures of its own, of the whole or of its parts. */
export const typedBesideRule = (
  { indicatorKey, computed }: Pick<Indicator, 'indicatorKey' | 'computed'>,
  values: readonly IndicatorValue[],
): readonly Problem[] => {
  const typed = values.filter((value) => value.series === 'actual' && !saysNothing(value));
  const years = [...new Set(typed.map(({ fiscalYear }) => String(fiscalYear)))];
  return computed === null || years.length === 0
    ? []
    : [errorAt('computed-has-figures', ['indicators', indicatorKey, 'computed'], { years })];
};

/**
 * A new indicator with its figures. Paths: ['indicators', key, field, …]; a figure by its fiscal year. Whether its rule
 * can be computed among the others of its town is asked by `checkComputed`.
 */
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
    isSensibleYear(fiscalYear)
      ? []
      : [errorAt('fiscal-year-implausible', at(field), implausibleYear(fiscalYear))];
  const series = new Set(['actual', ...referenceSeries.map((each) => each.series)]);
  return [
    ...(indicator.name.trim() === '' ? [errorAt('text-missing', at('name'))] : []),
    ...(indicator.unitKey === null || unitKeys.has(indicator.unitKey)
      ? []
      : [errorAt('unit-unknown', at('unitKey'), { title: indicator.name, key: indicator.unitKey })]),
    ...checkDefinition(indicator, baseline, targets, at),
    ...breakdownProblems(indicator.breakdowns, at),
    ...repeated([{ series: 'actual' }, ...referenceSeries], (each) => each.series).map((each) =>
      errorAt('key-twice', at('referenceSeries'), { key: each.series }),
    ),
    ...(baseline === null ? [] : year(baseline.fiscalYear, 'baseline')),
    ...targets.flatMap(({ fiscalYear }) => year(fiscalYear, 'targets')),
    ...repeated(targets, ({ fiscalYear }) => String(fiscalYear)).map(({ fiscalYear }) =>
      errorAt('fiscal-year-twice', at('targets'), { fiscalYear }),
    ),
    ...typedBesideRule(indicator, values),
    ...values.flatMap((value) => [
      ...year(value.fiscalYear, 'values'),
      ...cellProblems(value, at('values', value.fiscalYear)),
      ...(series.has(value.series)
        ? []
        : [errorAt('series-unknown', at('values', value.fiscalYear), { series: value.series })]),
      ...(isCellOf(value.breakdown, indicator.breakdowns)
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
