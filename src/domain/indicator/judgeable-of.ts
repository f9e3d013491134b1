import type { Baseline, Indicator, IndicatorTarget, IndicatorValue } from './indicator.ts';
import type { HumanMark, Judgeable } from './judgement/judgeable.ts';

export interface KnownIndicator {
  readonly indicator: Indicator;
  readonly baseline: Baseline | null;
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly IndicatorValue[];
}

/** The whole's actual figures, one a fiscal year. */
const actualOf = (values: readonly IndicatorValue[]): readonly IndicatorValue[] =>
  values.filter((value) => value.series === 'actual' && value.breakdown === '');

/**
 * What a judgement needs of an indicator as it is kept. `values`: one figure a year, in the stage that is judged.
 * The baseline takes its standard error from the figure of its own year.
 */
export const judgeableOf = (
  { indicator, baseline, targets, values }: KnownIndicator,
  marks: readonly HumanMark[],
  groups: Judgeable['groups'],
): Judgeable => {
  const actual = actualOf(values);
  const atBaseline = actual.find((value) => value.fiscalYear === baseline?.fiscalYear);
  return {
    indicatorKey: indicator.indicatorKey,
    name: indicator.name,
    unit: indicator.unit,
    direction: indicator.direction,
    range: indicator.range,
    kind: indicator.kind,
    subjective: indicator.subjective,
    timeBehaviour: indicator.timeBehaviour,
    frequency: indicator.frequency,
    tags: [],
    targetBasis: {
      behaviour: indicator.targetBasis.behaviour ?? indicator.timeBehaviour,
      since: indicator.targetBasis.since,
    },
    baseline:
      baseline === null
        ? null
        : {
            fiscalYear: baseline.fiscalYear,
            value: baseline.value,
            behaviour: baseline.behaviour ?? indicator.timeBehaviour,
            standardError: atBaseline?.standardError ?? null,
          },
    targets,
    path: indicator.path,
    values: actual,
    marks,
    unitChanges: indicator.unitChanges.map(({ fiscalYear, ...change }) => ({
      ...change,
      fromFiscalYear: fiscalYear,
    })),
    groups,
    weight: null,
  };
};
