import type { CommonDirection } from '../../domain/evaluation/common-direction.ts';
import type { RoundTiming } from '../../domain/evaluation/round.ts';
import type { TotalsWay } from '../../domain/evaluation/totals.ts';
import type { Language } from './text.ts';

/** Words of published evaluations. Names of directions, grades and stages are the town's own. */
export interface EvaluationWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly of: (year: string) => string;
  readonly ofLead: (year: string) => string;
  readonly timings: Readonly<Record<RoundTiming, string>>;
  readonly targets: { readonly programme: string; readonly 'plan-item': string };
  readonly years: string;
  readonly rounds: string;
  readonly publishedOn: (date: string) => string;
  readonly edition: (edition: number, reason: string) => string;
  readonly editions: string;
  readonly allOf: (year: string) => string;
  readonly budgets: string;
  readonly implementationPlans: string;
  readonly found: {
    readonly most: (year: string, count: number, word: string, most: number, percent: string) => string;
    readonly review: (review: number, more: number) => string;
    readonly amount: (amount: string, basis: string) => string;
    readonly nothing: (year: string, count: number) => string;
  };
  readonly noAmount: (count: number) => string;
  readonly notCounted: {
    readonly exempt: (count: number) => string;
    readonly undecided: (count: number) => string;
    readonly repeated: (count: number) => string;
    readonly rounded: string;
  };
  readonly basis: (basis: string) => string;
  readonly personnel: Readonly<Record<'yes' | 'no' | 'unknown' | 'mixed', string>>;
  readonly summary: string;
  readonly direction: string;
  readonly directions: Readonly<Record<CommonDirection, string>>;
  readonly exempt: string;
  readonly undecided: string;
  readonly grade: string;
  readonly priority: string;
  readonly noneOf: Readonly<Record<TotalsWay, string>>;
  readonly ways: Readonly<Record<TotalsWay, string>>;
  readonly by: string;
  readonly byFinding: (label: string, amount: string, percent: string) => string;
  readonly programmes: string;
  readonly count: (count: number) => string;
  readonly number: string;
  readonly share: string;
  readonly amount: string;
  readonly amountUnit: string;
  readonly amountShare: string;
  readonly total: string;
  readonly cross: (way: string) => string;
  readonly chart: string;
  readonly list: string;
  readonly search: string;
  readonly searchHint: string;
  readonly searchButton: string;
  readonly sort: string;
  readonly sorts: { readonly order: string; readonly cost: string; readonly 'cost-up': string };
  readonly matches: (count: number, all: number, amount: string) => string;
  readonly noMatch: string;
  readonly clear: string;
  readonly all: string;
  readonly page: (from: number, to: number, all: number) => string;
  readonly pages: string;
  readonly next: string;
  readonly previous: string;
  readonly data: string;
  readonly csv: string;
  readonly json: string;
  readonly source: string;
  readonly scheme: (name: string, version: number) => string;
  readonly perResident: (yen: string) => string;
}

/** 令和6年度決算（千円） → 令和6年度決算: the unit is said by the sentence. */
const withoutUnit = (basis: string): string => basis.replace(/\s*[（(]千円[）)]$/u, '');

const ja: EvaluationWords = {
  title: '事業の評価',
  lead: '町の事業を一つずつ評価し、次の年度にどうするかを決めた結果です。',
  none: '公表している評価は、まだありません。',
  of: (year) => `${year}の事業の評価`,
  ofLead: (year) => `${year}の事業の費用、評価、今後の方向を公表しています。`,
  timings: { before: '事前評価', during: '事中評価', after: '事後評価' },
  targets: { programme: '事務事業', 'plan-item': '計画の項目' },
  years: '評価した年度',
  rounds: 'この年度の評価',
  publishedOn: (date) => `${date} 公表`,
  edition: (edition, reason) => `第${edition}版（訂正: ${reason}）`,
  editions: '訂正の経過',
  allOf: (year) => `${year}の評価をすべて見る`,
  budgets: '予算',
  implementationPlans: '実施計画',
  found: {
    most: (year, count, word, most, percent) =>
      `${year}の${count}事業のうち、${most}事業（${percent}%）は「${word}」です。`,
    review: (review, more) =>
      review === 0 && more === 0
        ? '改善、縮小、終了や拡大とした事業はありません。'
        : `改善・縮小・統合・休止・廃止・完了は${review}事業、拡大は${more}事業です。`,
    amount: (amount, basis) => `費用は合わせて${amount}（${withoutUnit(basis)}）です。`,
    nothing: (year, count) => `${year}の${count}事業を評価しました。方向は示していません。`,
  },
  noAmount: (count) => `費用が分からない${count}事業は、金額に入っていません。`,
  notCounted: {
    exempt: (count) => `評価の対象外とした${count}事業は、方向を示していません。`,
    undecided: (count) => `${count}事業は、方向が示されていません。`,
    repeated: (count) => `複数の項目に関係する事業があり、合計より${count}多く数えています。`,
    rounded: '割合は四捨五入しているため、足して100%にならないことがあります。',
  },
  basis: (basis) => `金額は${withoutUnit(basis)}（千円）です。`,
  personnel: {
    yes: '職員の人件費を含みます。',
    no: '職員の人件費を含みません。',
    unknown: '職員の人件費を含むかどうかは、資料からは分かりません。',
    mixed: '職員の人件費を含む事業と含まない事業があります。',
  },
  summary: '結果のあらまし',
  direction: '今後の方向',
  directions: {
    expand: '拡大',
    continue: '現状のまま継続',
    improve: '改善',
    reduce: '縮小',
    merge: '統合',
    suspend: '休止',
    abolish: '廃止',
    complete: '完了',
  },
  exempt: '評価の対象外',
  undecided: '方向なし',
  grade: '評価',
  priority: '優先度',
  noneOf: {
    direction: '方向なし',
    common: '方向なし',
    unit: '担当の記載なし',
    item: '計画の項目との関係なし',
    place: '記載なし',
    type: '種類なし',
    grade: '評価の段階なし',
  },
  ways: {
    direction: '今後の方向',
    common: '方向の共通区分',
    unit: '担当',
    item: '計画の項目',
    place: '施策など（資料の記載）',
    type: '事業の種類',
    grade: '評価',
  },
  by: '分けて見る',
  byFinding: (label, amount, percent) => `費用がもっとも多いのは「${label}」の${amount}（${percent}%）です。`,
  programmes: '事業',
  count: (count) => `${count}事業`,
  number: '事業数',
  share: '割合',
  amount: '費用',
  amountUnit: '費用（千円）',
  amountShare: '費用の割合',
  total: '合計',
  cross: (way) => `${way}ごとの方向（事業数）`,
  chart: '方向ごとの事業数',
  list: '事業の一覧',
  search: '事業をさがす',
  searchHint: '事業の名前、番号、目的、担当など',
  searchButton: 'さがす',
  sort: '並べかた',
  sorts: { order: '資料の順', cost: '費用の多い順', 'cost-up': '費用の少ない順' },
  matches: (count, all, amount) =>
    count === all
      ? `全${all}事業、費用${amount}`
      : `${all}事業のうち${count}事業が当てはまります。費用${amount}`,
  noMatch: '当てはまる事業がありません。条件を減らしてみてください。',
  clear: '条件を消す',
  all: 'すべて',
  page: (from, to, all) => `${all}事業のうち ${from}〜${to}`,
  pages: 'ページ',
  next: '次の事業を見る',
  previous: '前の事業を見る',
  data: 'データと出典',
  csv: '評価をCSVで入手',
  json: '評価のデータ（JSON）',
  source: '出典：',
  scheme: (name, version) => `「${name}」第${version}版の様式と基準で評価しました。`,
  perResident: (yen) => `住民一人あたり${yen}円`,
};

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const programmes = (count: number): string => plural(count, 'programme', 'programmes');

const en: EvaluationWords = {
  title: 'Programmes evaluated',
  lead: 'The town evaluates its programmes one by one and decides how each goes on.',
  none: 'No evaluation has been published yet.',
  of: (year) => `Programmes of ${year}, evaluated`,
  ofLead: (year) => `What the programmes of ${year} cost, how they were judged, and how they go on.`,
  timings: { before: 'before the year', during: 'during the year', after: 'after the year' },
  targets: { programme: 'programmes', 'plan-item': 'items of a plan' },
  years: 'Year evaluated',
  rounds: 'Evaluations of this year',
  publishedOn: (date) => `published ${date}`,
  edition: (edition, reason) => `edition ${edition} (corrected: ${reason})`,
  editions: 'Corrections',
  allOf: (year) => `See all evaluations of ${year}`,
  budgets: 'Budget',
  implementationPlans: 'Implementation plan',
  found: {
    most: (year, count, word, most, percent) =>
      `Of ${programmes(count)} of ${year}, ${most} (${percent}%) go on as “${word}”.`,
    review: (review, more) =>
      review === 0 && more === 0
        ? 'None is to be improved, reduced, ended or expanded.'
        : `${review} are to be improved, reduced, merged, suspended, ended or completed; ${more} expanded.`,
    amount: (amount, basis) => `Together they cost ${amount} (${withoutUnit(basis)}).`,
    nothing: (year, count) => `${programmes(count)} of ${year} were evaluated; no direction is given.`,
  },
  noAmount: (count) => `${programmes(count)} without a known cost are not in the amounts.`,
  notCounted: {
    exempt: (count) => `${programmes(count)} were exempt from evaluation and have no direction.`,
    undecided: (count) => `${programmes(count)} have no direction.`,
    repeated: (count) => `Some programmes belong to several items: ${count} more are listed than there are.`,
    rounded: 'Shares are rounded and may not add up to 100%.',
  },
  basis: (basis) => `Amounts: ${withoutUnit(basis)}, in thousand yen.`,
  personnel: {
    yes: 'Staff costs are included.',
    no: 'Staff costs are not included.',
    unknown: 'The source does not say whether staff costs are included.',
    mixed: 'Staff costs are included for some programmes and not for others.',
  },
  summary: 'Results in brief',
  direction: 'Direction',
  directions: {
    expand: 'expand',
    continue: 'continue',
    improve: 'improve',
    reduce: 'reduce',
    merge: 'merge',
    suspend: 'suspend',
    abolish: 'end',
    complete: 'complete',
  },
  exempt: 'exempt',
  undecided: 'no direction',
  grade: 'Grade',
  priority: 'Priority',
  noneOf: {
    direction: 'no direction',
    common: 'no direction',
    unit: 'no unit named',
    item: 'in no plan item',
    place: 'not stated',
    type: 'no type',
    grade: 'no grade',
  },
  ways: {
    direction: 'Direction',
    common: 'Direction (common class)',
    unit: 'Unit in charge',
    item: 'Plan item',
    place: 'Place in the document',
    type: 'Type',
    grade: 'Grade',
  },
  by: 'In groups',
  byFinding: (label, amount, percent) => `“${label}” costs most: ${amount} (${percent}%).`,
  programmes: 'Programmes',
  count: programmes,
  number: 'Programmes',
  share: 'Share',
  amount: 'Cost',
  amountUnit: 'Cost (thousand yen)',
  amountShare: 'Share of cost',
  total: 'Total',
  cross: (way) => `Directions by: ${way} (programmes)`,
  chart: 'Programmes by direction',
  list: 'List of programmes',
  search: 'Find a programme',
  searchHint: 'name, number, purpose, unit …',
  searchButton: 'Search',
  sort: 'Order',
  sorts: { order: 'as in the document', cost: 'highest cost first', 'cost-up': 'lowest cost first' },
  matches: (count, all, amount) =>
    count === all ? `${programmes(all)}, cost ${amount}` : `${count} of ${all} match, cost ${amount}`,
  noMatch: 'No programme matches. Try fewer conditions.',
  clear: 'Clear conditions',
  all: 'all',
  page: (from, to, all) => `${from} to ${to} of ${all}`,
  pages: 'Pages',
  next: 'Next programmes',
  previous: 'Previous programmes',
  data: 'Data and sources',
  csv: 'Evaluations as CSV',
  json: 'Evaluations as data (JSON)',
  source: 'Source: ',
  scheme: (name, version) => `Evaluated by “${name}”, version ${version}.`,
  perResident: (yen) => `${yen} yen per resident`,
};

export const evaluationWords = (language: Language): EvaluationWords => (language === 'en' ? en : ja);
