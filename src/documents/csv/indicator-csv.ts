import type {
  Baseline,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from '../../domain/indicator/indicator.ts';
import { arithmeticWords } from '../../domain/indicator/judgement/arithmetic-words.data.ts';
import type { MissingReason } from '../../domain/indicator/missing-reason.ts';
import type { Source } from '../../domain/kernel/source.ts';
import type { CsvField } from './csv-field.ts';
import { fiscalYearFields } from './fiscal-year-fields.ts';
import { fieldMaker } from './make-field.ts';
import { sourceField } from './source-field.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface IndicatorCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly indicators: readonly {
    readonly indicator: Indicator;
    readonly referenceSeries: readonly ReferenceSeries[];
    readonly baseline: Baseline | null;
    readonly targets: readonly IndicatorTarget[];
    readonly values: readonly IndicatorValue[];
  }[];
}

interface IndicatorRow {
  readonly municipality: IndicatorCsvInput['municipality'];
  readonly indicator: Indicator;
  readonly kind: '実績' | '基準値' | '目標' | '参考';
  readonly series: string;
  readonly fiscalYear: number;
  readonly asOf: string | null;
  readonly breakdown: string;
  readonly value: string | null;
  readonly text: string | null;
  readonly missing: MissingReason | null;
  readonly standardError: string | null;
  readonly computed: boolean;
  readonly comparison: string;
  readonly status: string;
  readonly note: string;
  readonly source: Source | null;
}

const comparisons = { 'at-least': '以上', 'at-most': '以下', exactly: '' } as const;
const statuses = { final: '確定', provisional: '速報', estimated: '推計' } as const;

const field = fieldMaker<IndicatorRow>();

/** 指標の値（縦持ち）の項目定義: one figure a line. */
export const indicatorFields: readonly CsvField<IndicatorRow>[] = [
  ...townFields,
  field(
    'indicator_key',
    '指標キー',
    'Indicator key',
    'text',
    (row) => row.indicator.indicatorKey,
    '名称が変わっても同じ',
    'Stays the same when the name changes',
  ),
  field('indicator_name', '指標名', 'Indicator', 'text', (row) => row.indicator.name),
  field('unit', '単位', 'Unit', 'text', (row) => row.indicator.unit),
  field(
    'kind',
    '区分',
    'Kind of figure',
    'text',
    (row) => row.kind,
    '実績・基準値・目標・参考（推計など）',
    'Actual, baseline, target or reference (projection)',
  ),
  field('series', '系列', 'Series', 'text', (row) => row.series),
  ...fiscalYearFields('年度', 'Fiscal year', (row: IndicatorRow) => row.fiscalYear),
  field(
    'as_of',
    '時点',
    'As of',
    'date',
    (row) => row.asOf,
    '時点の値の日付（YYYY-MM-DD）',
    'Date the figure is of',
  ),
  field('breakdown', '内訳', 'Breakdown', 'text', (row) => row.breakdown, '空は全体', 'Empty for the whole'),
  field(
    'value',
    '値',
    'Value',
    'decimal',
    (row) => row.value,
    '空は未定・登録なし',
    'Empty: to be set or not published',
  ),
  field(
    'text_value',
    '値（文字）',
    'Value in words',
    'text',
    (row) => row.text,
    '設置、策定など',
    'Milestones',
  ),
  field(
    'missing_reason',
    '値がない理由（コード）',
    'Reason without a value',
    'text',
    (row) => row.missing,
    'not-yet-due・not-surveyed・not-measurable・discontinued・definition-changed・suppressed・approximate-only',
    'Empty where there is a value, or nothing was entered',
  ),
  field(
    'missing_reason_name',
    '値がない理由',
    'Reason in words',
    'text',
    (row) => (row.missing === null ? null : arithmeticWords.ja.reasons[row.missing]),
    '未到来、調査のない年、秘匿など',
    'In Japanese',
  ),
  field(
    'standard_error',
    '標準誤差',
    'Standard error',
    'decimal',
    (row) => row.standardError,
    '標本調査の値だけ。値と同じ単位',
    'Of sample surveys, in the unit of the value',
  ),
  field(
    'computed',
    '計算値',
    'Computed',
    'boolean',
    (row) => row.computed,
    'ほかの指標から計算した値は1',
    '1 for figures computed from other indicators',
  ),
  field(
    'comparison',
    '以上・以下',
    'At least or at most',
    'text',
    (row) => row.comparison,
    '目標だけ',
    'Targets only',
  ),
  field('status', '確定・速報・推計', 'Status', 'text', (row) => row.status),
  field('note', '注', 'Note', 'text', (row) => row.note),
  sourceField(({ source }: IndicatorRow) => source),
];

const plain = {
  asOf: null,
  breakdown: '',
  text: null,
  missing: null,
  standardError: null,
  computed: false,
  comparison: '',
  status: '',
  note: '',
} as const;

/** 内訳の鍵 'age:20s/score:7' in the words of the indicator: 年代:20歳代/点数:7点 */
const breakdownName = (indicator: Indicator, breakdown: string): string =>
  breakdown
    .split('/')
    .map((part) => {
      const [dimensionKey = '', categoryKey = ''] = part.split(':');
      const dimension = indicator.breakdowns.find(({ key }) => key === dimensionKey);
      const category = dimension?.categories.find(({ key }) => key === categoryKey);
      return dimension === undefined ? part : `${dimension.name}:${category?.name ?? categoryKey}`;
    })
    .join('/');

export const indicatorRows = ({ municipality, indicators }: IndicatorCsvInput): IndicatorRow[] =>
  indicators.flatMap(({ indicator, referenceSeries, baseline, targets, values }): IndicatorRow[] => {
    const names = new Map(referenceSeries.map(({ series, name }) => [series, name]));
    return [
      ...(baseline === null
        ? []
        : [{ ...plain, ...baseline, municipality, indicator, kind: '基準値' as const, series: '基準値' }]),
      ...targets.map(({ comparison, reason, ...target }) => ({
        ...plain,
        ...target,
        municipality,
        indicator,
        kind: '目標' as const,
        series: '目標',
        comparison: comparisons[comparison],
        note: reason,
      })),
      ...values.map((value) => ({
        ...value,
        municipality,
        indicator,
        computed: value.series === 'actual' && indicator.computed !== null,
        kind: value.series === 'actual' ? ('実績' as const) : ('参考' as const),
        series: value.series === 'actual' ? '実績' : (names.get(value.series) ?? value.series),
        breakdown: breakdownName(indicator, value.breakdown),
        comparison: '',
        status: statuses[value.status],
      })),
    ];
  });

/** 指標の値のCSV（縦持ち）. */
export const indicatorCsv = (input: IndicatorCsvInput): string =>
  writeCsv(indicatorFields, indicatorRows(input));
