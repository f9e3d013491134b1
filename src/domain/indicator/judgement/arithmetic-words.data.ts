import { formatFiscalYear } from '../../kernel/fiscal-year.ts';
import type { Language, Reason } from './judgement.ts';

/** The words of the arithmetic in one language. Names and labels of the scheme stay as the town wrote them. */
export interface ArithmeticWords {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly planYear: (nth: number) => string;
  readonly progress: string;
  readonly required: string;
  readonly expected: string;
  readonly smaller: string;
  readonly larger: string;
  readonly lacks: (name: string, reason: string) => string;
  readonly atLeast: (bound: string) => string;
  readonly above: (bound: string) => string;
  readonly atMost: (bound: string) => string;
  readonly below: (bound: string) => string;
  readonly anything: string;
  readonly join: (from: string, to: string) => string;
  readonly inBand: (name: string, value: string, band: string) => string;
  readonly nextStep: string;
  readonly ungraded: string;
  readonly mark: (name: string, label: string) => string;
  readonly unmarked: (name: string) => string;
  readonly withheld: (name: string) => string;
  readonly text: (text: string) => string;
  readonly noText: string;
  readonly without: (reason: string) => string;
  readonly given: string;
  readonly otherwise: string;
  readonly and: string;
  readonly standsIn: (used: number, judged: number) => string;
  readonly status: Readonly<Record<'provisional' | 'estimated', string>>;
  readonly sum: (from: number, to: number) => string;
  readonly mean: (from: number, to: number) => string;
  readonly fromZero: string;
}

const english = (fiscalYear: number): string => `FY${fiscalYear}`;
const japanese = (fiscalYear: number): string => formatFiscalYear(fiscalYear, 'wareki');

export const arithmeticWords: Readonly<Record<Language, ArithmeticWords>> = {
  ja: {
    reasons: {
      'not-yet-due': '未到来',
      'not-surveyed': '調査のない年',
      'not-measurable': '測定できない',
      discontinued: '終了・廃止',
      'definition-changed': '定義が変わった',
      suppressed: '秘匿',
      'approximate-only': '概数のみ',
      'no-value': '実績が入力されていない',
      'not-numeric': '実績が数でない',
      'no-target': '目標値がない',
      'target-text': '目標が数でない',
      'no-baseline': '基準値がない',
      'target-is-baseline': '目標値が基準値と同じで、割れない',
      'division-by-zero': '0で割ることになる',
      negative: '負の数に対する比になる',
      'not-comparable': '比べられない（累計と単年、または単位の変更）',
      'no-direction': '望ましい方向が決まっていない',
      'only-baseline': '基準値のほかに実績がない',
      'incomplete-series': '合計する年度の一部に実績がない',
      'no-previous': '比べる前の年度の実績がない',
      'no-expected': 'その年度の期待値がない',
      'outside-plan': '計画の期間の外',
      'no-standard-error': '標準誤差がない',
      unmarked: '評価が付けられていない',
      'mark-withheld': '人による評価によるところで、団体が公表していない',
      'mark-unknown': '判定基準にない評価が付けられている',
      'no-rule': '当てはまる決まりがない',
    },
    planYear: (nth) => `計画${nth}年目`,
    progress: '進捗',
    required: '必要な進捗',
    expected: '期待値',
    smaller: '小さいほう',
    larger: '大きいほう',
    lacks: (name, reason) => `${name}は計算できません（${reason}）`,
    atLeast: (bound) => `${bound}以上`,
    above: (bound) => `${bound}超`,
    atMost: (bound) => `${bound}以下`,
    below: (bound) => `${bound}未満`,
    anything: 'すべて',
    join: (from, to) => `${from}${to}`,
    inBand: (name, value, band) => `${name} ${value}（${band}）`,
    nextStep: '次の条件へ',
    ungraded: '判定なし',
    mark: (name, label) => `${name}「${label}」`,
    unmarked: (name) => `${name}なし`,
    withheld: (name) => `${name}（公表していない）`,
    text: (text) => `実績「${text}」`,
    noText: '文字の実績なし',
    without: (reason) => `実績の数値なし（${reason}）`,
    given: '一律',
    otherwise: 'ほかの組合せ',
    and: '、',
    standsIn: (used, judged) => `${japanese(judged)}の実績がないため、${japanese(used)}の実績を用いた`,
    status: { provisional: '速報値', estimated: '推計値' },
    sum: (from, to) => `${japanese(from)}から${japanese(to)}までの合計`,
    mean: (from, to) => `${japanese(from)}から${japanese(to)}までの平均`,
    fromZero: '基準値は目標値と種類が異なるため差し引かず、0から数える',
  },
  en: {
    reasons: {
      'not-yet-due': 'not yet due',
      'not-surveyed': 'not surveyed that year',
      'not-measurable': 'not measurable',
      discontinued: 'discontinued',
      'definition-changed': 'definition changed',
      suppressed: 'suppressed',
      'approximate-only': 'approximate only',
      'no-value': 'no figure entered',
      'not-numeric': 'the result is no number',
      'no-target': 'no target',
      'target-text': 'the target is no number',
      'no-baseline': 'no baseline',
      'target-is-baseline': 'target equals baseline, nothing to divide by',
      'division-by-zero': 'division by zero',
      negative: 'share of a negative number',
      'not-comparable': 'not comparable (cumulative against yearly, or a change of unit)',
      'no-direction': 'no desired direction is set',
      'only-baseline': 'nothing measured since the baseline',
      'incomplete-series': 'a year of the sum has no figure',
      'no-previous': 'no earlier figure to compare with',
      'no-expected': 'no figure expected of that year',
      'outside-plan': 'outside the period of the plan',
      'no-standard-error': 'no standard error',
      unmarked: 'no mark given',
      'mark-withheld': 'rests on an assessment by people that the town does not publish',
      'mark-unknown': 'marked with a word the scheme does not have',
      'no-rule': 'no rule fits',
    },
    planYear: (nth) => `year ${nth} of the plan`,
    progress: 'progress',
    required: 'required progress',
    expected: 'expected',
    smaller: 'smaller of',
    larger: 'larger of',
    lacks: (name, reason) => `${name} cannot be computed (${reason})`,
    atLeast: (bound) => `at least ${bound}`,
    above: (bound) => `above ${bound}`,
    atMost: (bound) => `at most ${bound}`,
    below: (bound) => `below ${bound}`,
    anything: 'any',
    join: (from, to) => `${from} and ${to}`,
    inBand: (name, value, band) => `${name} ${value} (${band})`,
    nextStep: 'next rule',
    ungraded: 'no grade',
    mark: (name, label) => `${name}: ${label}`,
    unmarked: (name) => `${name}: none`,
    withheld: (name) => `${name} (not published)`,
    text: (text) => `result: ${text}`,
    noText: 'no result in words',
    without: (reason) => `no figure (${reason})`,
    given: 'always',
    otherwise: 'any other combination',
    and: ', ',
    standsIn: (used, judged) => `${english(judged)} has no figure: that of ${english(used)} stands in`,
    status: { provisional: 'provisional', estimated: 'estimated' },
    sum: (from, to) => `sum of ${english(from)} to ${english(to)}`,
    mean: (from, to) => `mean of ${english(from)} to ${english(to)}`,
    fromZero: 'the baseline is of another kind than the target: not subtracted, counted from 0',
  },
};
