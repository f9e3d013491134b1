import type { ComputedRule, PathShape, TimeBehaviour } from '../../domain/indicator/indicator.ts';
import type { Language } from './text.ts';

/** Words of the less usual parts of an indicator, on its own page. */
interface IndicatorWords {
  readonly computed: string;
  readonly howComputed: string;
  readonly operations: Readonly<Record<ComputedRule['operation'], string>>;
  readonly computedLead: string;
  readonly madeOf: string;
  readonly cannotCompute: string;
  readonly earlierYears: string;
  readonly hidden: string;
  readonly standardError: (error: string) => string;
  readonly behaviours: Readonly<Record<TimeBehaviour, string>>;
  readonly behaviour: string;
  readonly targetBasis: string;
  readonly since: (year: string) => string;
  readonly baselineBehaviour: string;
  readonly range: string;
  readonly rangeOf: (from: string | null, to: string | null) => string;
  readonly path: string;
  readonly paths: Readonly<Record<PathShape['shape'], string>>;
  readonly surveyYears: (years: readonly string[]) => string;
  readonly point: (year: string, value: string) => string;
  readonly unitChanges: string;
  readonly unitChange: (year: string, unit: string, factor: string | null) => string;
  readonly available: string;
  readonly availableAfter: (months: number) => string;
  readonly common: string;
}

const ja: IndicatorWords = {
  computed: '計算値',
  howComputed: '計算のしかた',
  operations: { ratio: '比', sum: '合計', difference: '差', 'per-resident': '人口当たり' },
  computedLead: 'この指標の値は、次の指標の同じ年度の値から計算しています。',
  madeOf: '計算の元',
  cannotCompute: '計算できません',
  earlierYears: 'ほかの年度の計算',
  hidden: '（公開していない指標）',
  standardError: (error) => `標準誤差 ${error}`,
  behaviours: {
    point: '時点の値',
    flow: '一年間の値',
    cumulative: '累計',
    'period-total': '期間の合計',
    'period-average': '期間の平均',
  },
  behaviour: '値の性質',
  targetBasis: '目標の性質',
  since: (year) => `${year}から`,
  baselineBehaviour: '基準値の性質',
  range: '望ましい範囲',
  rangeOf: (from, to) => [from === null ? '' : `${from}以上`, to === null ? '' : `${to}以下`].join(''),
  path: '目標までの道筋',
  paths: { linear: '毎年同じだけ進む', step: '調査の年に段階的に進む', given: '年度ごとに定める' },
  surveyYears: (years) => `調査の年: ${years.join('、')}`,
  point: (year, value) => `${year} ${value}`,
  unitChanges: '単位の変更',
  unitChange: (year, unit, factor) =>
    `${year}から「${unit}」（${factor === null ? '前の値とは比べられません' : `前の値 × ${factor}`}）`,
  available: '値が分かる時期',
  availableAfter: (months) => (months === 0 ? '年度の終わり' : `年度の終わりから${months}か月後`),
  common: '共通指標',
};

const en: IndicatorWords = {
  computed: 'computed',
  howComputed: 'How it is computed',
  operations: { ratio: 'ratio', sum: 'sum', difference: 'difference', 'per-resident': 'per resident' },
  computedLead: 'The figures are computed from the figures of these indicators for the same year.',
  madeOf: 'Made of',
  cannotCompute: 'Cannot be computed',
  earlierYears: 'Other years',
  hidden: '(an indicator that is not public)',
  standardError: (error) => `standard error ${error}`,
  behaviours: {
    point: 'at a point in time',
    flow: 'of one year',
    cumulative: 'cumulative',
    'period-total': 'total of a period',
    'period-average': 'average of a period',
  },
  behaviour: 'Figures are',
  targetBasis: 'Targets are',
  since: (year) => `since ${year}`,
  baselineBehaviour: 'The baseline is',
  range: 'Desired range',
  rangeOf: (from, to) =>
    [from === null ? '' : `at least ${from}`, to === null ? '' : `at most ${to}`]
      .filter((part) => part !== '')
      .join(', '),
  path: 'Path to the target',
  paths: {
    linear: 'the same step every year',
    step: 'in steps, in survey years',
    given: 'given year by year',
  },
  surveyYears: (years) => `survey years: ${years.join(', ')}`,
  point: (year, value) => `${year}: ${value}`,
  unitChanges: 'Changes of unit',
  unitChange: (year, unit, factor) =>
    `${unit} since ${year} (${factor === null ? 'earlier figures are not comparable' : `earlier figures × ${factor}`})`,
  available: 'Figures are available',
  availableAfter: (months) =>
    months === 0 ? 'at the end of the fiscal year' : `${months} months after the end of the fiscal year`,
  common: 'Common indicator',
};

export const indicatorWords = (language: Language): IndicatorWords => (language === 'en' ? en : ja);
