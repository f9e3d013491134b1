import type { Judgeable, JudgeableValue } from '../../src/domain/indicator/judgement/judgeable.ts';

/** Final figures by fiscal year: { 2022: '6.41' } */
export const yearlyValues = (
  figures: Readonly<Record<number, string>>,
  rest: Partial<JudgeableValue> = {},
): readonly JudgeableValue[] =>
  Object.entries(figures).map(([fiscalYear, value]) => ({
    fiscalYear: Number(fiscalYear),
    asOf: null,
    value,
    text: null,
    missing: null,
    standardError: null,
    status: 'final',
    ...rest,
  }));

/** From 35.0 % in 2022 evenly to 45.0 % in 2027, nothing measured since; every part may be given. */
export const aJudgeable = (rest: Partial<Judgeable> = {}): Judgeable => ({
  indicatorKey: 'share',
  name: '満足している人の割合',
  unit: '%',
  direction: 'up',
  range: null,
  kind: 'outcome',
  subjective: false,
  timeBehaviour: 'point',
  frequency: '毎年',
  tags: [],
  targetBasis: { behaviour: rest.timeBehaviour ?? 'point', since: null },
  baseline: {
    fiscalYear: 2022,
    value: '35.0',
    behaviour: rest.timeBehaviour ?? 'point',
    standardError: null,
  },
  targets: [{ fiscalYear: 2027, value: '45.0', text: null, comparison: 'at-least' }],
  path: { shape: 'linear', points: [], surveyYears: [] },
  values: [],
  marks: [],
  unitChanges: [],
  groups: {},
  weight: null,
  ...rest,
});
