import type {
  Judgeable,
  JudgeableTarget,
  JudgeableValue,
} from '../../src/domain/indicator/judgement/judgeable.ts';

/** An indicator with nothing said of it but what a test says. */
export const judgeableOf = (said: Partial<Judgeable>): Judgeable => ({
  indicatorKey: 'x',
  name: '指標',
  unit: '',
  direction: 'up',
  range: null,
  kind: 'outcome',
  subjective: false,
  timeBehaviour: 'point',
  frequency: '',
  tags: [],
  targetBasis: { behaviour: said.timeBehaviour ?? 'point', since: null },
  baseline: null,
  targets: [],
  path: { shape: 'linear', points: [], surveyYears: [] },
  values: [],
  marks: [],
  unitChanges: [],
  groups: {},
  weight: null,
  ...said,
});

export const actualOf = (
  fiscalYear: number,
  value: string | null,
  more: Partial<JudgeableValue> = {},
): JudgeableValue => ({
  fiscalYear,
  asOf: null,
  value,
  text: null,
  missing: null,
  standardError: null,
  status: 'final',
  ...more,
});

export const targetOf = (
  fiscalYear: number,
  value: string | null,
  more: Partial<JudgeableTarget> = {},
): JudgeableTarget => ({ fiscalYear, value, text: null, comparison: 'at-least', ...more });

export const baselineOf = (
  fiscalYear: number,
  value: string | null,
  more: Partial<NonNullable<Judgeable['baseline']>> = {},
): Judgeable['baseline'] => ({ fiscalYear, value, behaviour: 'point', standardError: null, ...more });
