import type { ComparedClass, TownDifference } from '../../domain/evaluation/compare-towns.ts';
import type { Language } from './text.ts';

/** Words of the comparison of towns' evaluations. */
interface ComparisonWords {
  readonly title: string;
  readonly lead: string;
  readonly caution: string;
  readonly none: string;
  readonly link: string;
  readonly classes: Readonly<Record<ComparedClass, string>>;
  readonly classesNote: string;
  readonly finding: (towns: number, least: string, most: string, word: string) => string;
  readonly counts: string;
  readonly costs: string;
  readonly perResident: string;
  readonly perResidentUnit: string;
  readonly town: string;
  readonly programmes: string;
  readonly amount: string;
  readonly sharesNote: string;
  readonly costsFinding: (least: string, most: string) => string;
  readonly differencesTitle: string;
  readonly differences: Readonly<Record<TownDifference, string>>;
  readonly comparable: string;
  readonly basis: string;
  readonly population: string;
  readonly persons: (persons: string) => string;
  readonly notes: string;
  readonly source: string;
  readonly here: string;
  readonly reference: string;
  readonly open: string;
  readonly all: string;
}

const ja: ComparisonWords = {
  title: '事業の評価を市町村の間でくらべる',
  lead: '事業を拡大するのか、そのまま続けるのか、減らすのか。評価の結果と、住民一人あたりの費用をくらべます。',
  caution:
    '言葉も、費用に人件費を含むかどうかも、一つの評価が何を指すかも、市町村ごとに違います。多い少ないをそのまま良し悪しと読まないでください。',
  none: 'くらべられる評価は、まだありません。',
  link: 'ほかの市町村とくらべる',
  classes: {
    expand: '拡大',
    continue: '現状のまま継続',
    improve: '改善',
    reduce: '縮小',
    end: '統合・休止・廃止',
    complete: '完了',
  },
  classesNote: '町ごとの言葉を、共通の6つの区分に読みかえています。',
  finding: (towns, least, most, word) => `「${word}」の割合は、${towns}市町村で${least}%から${most}%です`,
  counts: '方向ごとの事業数と割合',
  costs: '方向ごとの費用の割合',
  perResident: '住民一人あたりの費用',
  perResidentUnit: '住民一人あたりの費用（円）',
  town: '市町村',
  programmes: '事業数',
  amount: '費用（千円）',
  sharesNote: '割合は、方向のある事業に対するものです。',
  costsFinding: (least, most) => `評価した事業の費用は、住民一人あたり${least}円から${most}円です`,
  differencesTitle: 'くらべるときの注意',
  differences: {
    'personnel-included': '費用に職員の人件費を含みます',
    'personnel-unknown': '費用に職員の人件費を含むかどうかが分かりません',
    'other-unit': '一つの評価が複数の事業をまとめた施策に対するもので、その言葉を各事業に当てています',
    'coarse-words': '方向の言葉が少なく、拡大や縮小を言い分けていません',
    'other-basis': '費用が決算額ではなく、人件費などを足した総費用です',
    'other-year': '年度が違います',
    'classes-by-extractor': '共通の区分への読みかえは、公表資料を整理した第三者によるものです',
    'amounts-missing': '費用の分からない事業があります',
    'no-population': '人口が分からず、一人あたりの費用を出せません',
  },
  comparable: 'とくにありません',
  basis: '費用の中身',
  population: '人口',
  persons: (persons) => `${persons}人`,
  notes: '補足',
  source: '出典',
  here: '羅針で公表',
  reference: '公表資料から',
  open: '評価を見る',
  all: 'まちの計画を読む',
};

const en: ComparisonWords = {
  title: 'Evaluations of programmes, town by town',
  lead: 'Expand, go on, cut back? What towns decided about their programmes, and what these cost per resident.',
  caution:
    'Towns differ in their words, in whether staff is in the cost, and in what one evaluation is of. More or less is not better or worse.',
  none: 'There is no evaluation to compare yet.',
  link: 'Compare with other towns',
  classes: {
    expand: 'expand',
    continue: 'continue',
    improve: 'improve',
    reduce: 'reduce',
    end: 'merge, suspend or end',
    complete: 'complete',
  },
  classesNote: 'Each town’s own words are read as six common classes.',
  finding: (towns, least, most, word) =>
    `The share of “${word}” is between ${least}% and ${most}% in ${towns} ${towns === 1 ? 'town' : 'towns'}`,
  counts: 'Programmes and shares by direction',
  costs: 'Shares of cost by direction',
  perResident: 'Cost per resident',
  perResidentUnit: 'Cost per resident (yen)',
  town: 'Town',
  programmes: 'Programmes',
  amount: 'Cost (thousand yen)',
  sharesNote: 'Shares are of the programmes that have a direction.',
  costsFinding: (least, most) => `The programmes cost between ${least} and ${most} yen per resident`,
  differencesTitle: 'Mind when comparing',
  differences: {
    'personnel-included': 'staff costs are included',
    'personnel-unknown': 'it is not known whether staff costs are included',
    'other-unit': 'one evaluation is of a group of programmes; its word is taken for each of them',
    'coarse-words': 'few words of direction, which do not tell expansion from reduction',
    'other-basis': 'the cost is the total cost with staff and the like, not the settled amount',
    'other-year': 'another year',
    'classes-by-extractor': 'the common classes were read from the published papers by a third party',
    'amounts-missing': 'the cost of some programmes is not known',
    'no-population': 'the population is not known',
  },
  comparable: 'nothing in particular',
  basis: 'What the cost is',
  population: 'Population',
  persons: (persons) => persons,
  notes: 'Notes',
  source: 'Source',
  here: 'published here',
  reference: 'from published papers',
  open: 'See the evaluation',
  all: 'All towns',
};

export const comparisonWords = (language: Language): ComparisonWords => (language === 'en' ? en : ja);
