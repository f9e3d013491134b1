import type { Language } from './text.ts';

/** Words of the population of districts. */
export interface DistrictWords {
  readonly title: string;
  readonly population: string;
  readonly emptyTitle: string;
  readonly empty: string;
  readonly unsuited: string;
  readonly finding: (
    count: number,
    years: { readonly base: string; readonly last: string },
    grow: number,
    halve: number,
  ) => string;
  readonly heldTo: (town: string) => string;
  readonly method: string;
  readonly pictures: (baseYear: string) => string;
  readonly picturesLead: string;
  readonly onlyLargest: (count: number) => string;
  readonly table: string;
  readonly district: string;
  readonly total: string;
  readonly change: string;
  readonly agedShare: string;
  readonly childShare: string;
  readonly together: (count: number) => string;
  readonly whole: string;
  readonly rule: (least: number, names: string) => string;
  readonly nobody: (names: string) => string;
  readonly all: string;
  readonly csv: string;
  readonly choose: string;
  readonly series: string;
  readonly days: string;
  readonly town: string;
  readonly show: string;
  readonly daysName: (earlier: string, base: string) => string;
  readonly differs: (sum: string, town: string) => string;
  readonly source: string;
  readonly and: string;
}

const ja: DistrictWords = {
  title: '地区別の人口の見通し',
  population: '人口',
  emptyTitle: '地区別の人口は、まだ公開していません',
  empty:
    '小学校区や町丁・字ごとの人口は、公開したときにここに出ます。市町村が、男女・年齢別の人口を5年あけた二つの日について登録すると、地区ごとの見通しを計算できます。',
  unsuited:
    '地区別の人口は公開していますが、見通しはまだありません。5年あけた二つの日の、男女・年齢別の人口がそろうと計算できます。',
  finding: (count, { base, last }, grow, halve) =>
    `${count}地区のうち、${last}の人口が${base}より多い見通しの地区は${grow}${
      halve === 0 ? '。' : `、半分に満たない見通しの地区は${halve}。`
    }`,
  heldTo: (town) => `地区の合計が、市町村全体の「${town}」と同じになるように計算しています。`,
  method:
    '地区ごとに、5年間で年齢の層がどれだけ増減したかを測り、それが続くとして計算します。人の少ない地区の増減は偶然に左右されるので、全地区の平均に近づけています。住宅の計画などは入っていません。',
  pictures: (baseYear) => `人口の変わり方（${baseYear}を100とする）`,
  picturesLead: '太い線が地区、細い灰色の線が全地区の合計です。',
  onlyLargest: (count) => `人口の多い${count}地区を図にしています。すべての地区は表にあります。`,
  table: '地区別の人口',
  district: '地区',
  total: '総数',
  change: '増減率',
  agedShare: '65歳以上の割合',
  childShare: '0～14歳の割合',
  together: (count) => `人数の少ない${count}地区の合計`,
  whole: '全地区の合計',
  rule: (least, names) =>
    `${least}人に満たない欄のある地区は、住んでいる人が分かってしまうおそれがあるため、ほかの地区と合わせて示します（合わせた地区: ${names}）。`,
  nobody: (names) => `基準の日に人が住んでいない地区: ${names}`,
  all: 'すべての地区の見通しと表',
  csv: '地区別の人口をCSVで取得',
  choose: '計算のもとを選ぶ',
  series: '地区別の人口',
  days: '二つの日',
  town: '市町村全体の見通し',
  show: '表示する',
  daysName: (earlier, base) => `${earlier} と ${base}`,
  differs: (sum, town) =>
    `基準の年の地区の合計（${sum}人）は、市町村全体の見通しの同じ年の人口（${town}人）と違います。調べ方や日が違うためです。`,
  source: '地区別の人口の出典',
  and: '、',
};

const en: DistrictWords = {
  title: 'Population outlook by district',
  population: 'Population',
  emptyTitle: 'No population by district has been published yet',
  empty:
    'Population by school district or neighbourhood will stand here once it is published. With population by sex and age on two days five years apart, an outlook can be calculated for every district.',
  unsuited:
    'Population by district is published, but there is no outlook yet. It needs population by sex and age on two days five years apart.',
  finding: (count, { base, last }, grow, halve) =>
    `Of ${count} districts, ${grow} are expected to have more people in ${last} than in ${base}${
      halve === 0 ? '.' : `; ${halve} fewer than half as many.`
    }`,
  heldTo: (town) => `The districts are made to add up to “${town}” for the whole municipality.`,
  method:
    'For every district it is measured how each age group grew or shrank over five years, and that is carried on. In districts of few people this is largely chance, so it is drawn towards the average of all districts. Plans for housing are not included.',
  pictures: (baseYear) => `Change of population (${baseYear} = 100)`,
  picturesLead: 'Thick line: the district; thin grey line: all districts.',
  onlyLargest: (count) => `The ${count} largest districts are drawn; all are in the table.`,
  table: 'Population by district',
  district: 'District',
  total: 'Total',
  change: 'Change',
  agedShare: 'Share aged 65 and over',
  childShare: 'Share aged 0–14',
  together: (count) => `${count} districts of few people together`,
  whole: 'All districts',
  rule: (least, names) =>
    `A district with a figure below ${least} is shown together with others, so that nobody can be recognised (together: ${names}).`,
  nobody: (names) => `Districts where nobody lived on the base day: ${names}`,
  all: 'Outlook and table of every district',
  csv: 'Population by district as CSV',
  choose: 'Choose what it is calculated from',
  series: 'Population by district',
  days: 'Two days',
  town: 'Outlook of the whole',
  show: 'Show',
  daysName: (earlier, base) => `${earlier} and ${base}`,
  differs: (sum, town) =>
    `In the base year the districts sum to ${sum}, the outlook of the whole has ${town}: they were counted differently or on different days.`,
  source: 'Source of the population by district',
  and: ', ',
};

export const districtWords = (language: Language): DistrictWords => (language === 'ja' ? ja : en);
