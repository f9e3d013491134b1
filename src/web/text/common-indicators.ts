import type { Difference } from '../../domain/indicator/comparability.ts';
import type { Language } from './text.ts';

/** Words of the comparison of towns. */
interface CommonWords {
  readonly title: string;
  readonly lead: string;
  readonly towns: (count: number) => string;
  readonly none: string;
  readonly comparison: (name: string) => string;
  readonly comparisonLead: string;
  readonly finding: (name: string, least: string, most: string, count: number) => string;
  readonly findingOne: (town: string, value: string) => string;
  readonly noFigures: string;
  readonly chart: string;
  readonly chartNote: string;
  readonly chartFirst: (count: number) => string;
  readonly table: string;
  readonly town: string;
  readonly care: string;
  readonly comparable: string;
  readonly notComparable: string;
  readonly withCare: string;
  readonly differences: Readonly<Record<Difference, string>>;
  readonly perResident: string;
  readonly noDefinition: string;
  readonly all: string;
  readonly page: (from: number, to: number, all: number) => string;
  readonly next: string;
  readonly previous: string;
  readonly link: string;
}

const ja: CommonWords = {
  title: '市町村の間でくらべる',
  lead: '同じ定義の指標を、市町村の間でくらべます。くらべられない値は、その理由を示します。',
  towns: (count) => `${count} の市町村`,
  none: '共通の指標は、まだ公開されていません。',
  comparison: (name) => `${name}を市町村の間でくらべる`,
  comparisonLead:
    '名前が同じでも、定義、単位、年度、調べ方が違えば、そのままではくらべられません。表の「くらべるときの注意」をご覧ください。順位をつけるものではありません。',
  finding: (name, least, most, count) => `${name}は、${count}市町村で${least}から${most}の間`,
  findingOne: (town, value) => `くらべられる値があるのは${town}（${value}）だけです`,
  noFigures: '値を公開している市町村が、まだありません。',
  chart: '図',
  chartNote:
    '塗った点はそのままくらべられる値、白い点は注意してくらべる値です。くらべられない値は図に入れていません。',
  chartFirst: (count) => `図には、はじめの ${count} 市町村を示しています。`,
  table: '値と、くらべるときの注意',
  town: '市町村',
  care: 'くらべるときの注意',
  comparable: 'そのままくらべられます',
  notComparable: 'くらべられません',
  withCare: '注意してくらべてください',
  differences: {
    'no-figure': '値が公開されていない',
    unit: '単位が違う',
    behaviour: '値の性質（時点・年間・累計）が違う',
    'per-resident': '人口あたりかどうかが違う',
    definition: '定義の言葉が違う',
    'no-definition': '定義が書かれていない',
    year: '年度が違う',
    survey: '調査が違う',
    provisional: '速報値',
    estimated: '推計値',
  },
  perResident: '人口あたり',
  noDefinition: '定義の記載なし',
  all: '市町村の間でくらべる指標の一覧',
  page: (from, to, all) => `${all} 市町村のうち ${from}〜${to}`,
  next: '次の市町村を見る',
  previous: '前の市町村を見る',
  link: 'ほかの市町村とくらべる',
};

const en: CommonWords = {
  title: 'Compare towns',
  lead: 'Indicators of the same definition, town by town. Where figures cannot be compared, the reason is given.',
  towns: (count) => `${count} ${count === 1 ? 'town' : 'towns'}`,
  none: 'No common indicator has been published yet.',
  comparison: (name) => `${name}, town by town`,
  comparisonLead:
    'The same name does not make figures comparable: definition, unit, year and survey may differ. See the column of cautions. This is no ranking.',
  finding: (name, least, most, count) => `${name}: between ${least} and ${most} in ${count} towns`,
  findingOne: (town, value) => `Only ${town} has a figure to compare (${value})`,
  noFigures: 'No town has published a figure yet.',
  chart: 'Chart',
  chartNote:
    'Filled: comparable as it stands. Open: compare with care. Figures that cannot be compared are not drawn.',
  chartFirst: (count) => `The chart shows the first ${count} towns.`,
  table: 'Figures, and what to mind',
  town: 'Town',
  care: 'Mind when comparing',
  comparable: 'comparable as it stands',
  notComparable: 'not comparable',
  withCare: 'compare with care',
  differences: {
    'no-figure': 'no figure is public',
    unit: 'another unit',
    behaviour: 'another nature (point in time, yearly, cumulative)',
    'per-resident': 'per resident or not',
    definition: 'defined in other words',
    'no-definition': 'no definition given',
    year: 'another year',
    survey: 'another survey',
    provisional: 'provisional',
    estimated: 'estimate',
  },
  perResident: 'per resident',
  noDefinition: 'no definition given',
  all: 'All indicators compared across towns',
  page: (from, to, all) => `Towns ${from} to ${to} of ${all}`,
  next: 'Next towns',
  previous: 'Previous towns',
  link: 'Compare with other towns',
};

export const commonWords = (language: Language): CommonWords => (language === 'en' ? en : ja);
