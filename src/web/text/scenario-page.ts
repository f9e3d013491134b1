import type { Interpolation } from '../../domain/demography/interpolate/interpolation.ts';
import type { ScenarioContent, ScenarioLever } from '../../domain/population/scenario.ts';
import type { Language } from './text.ts';

/** Words of the page of one published 人口シナリオ. */
interface ScenarioPageWords {
  readonly population: string;
  readonly kicker: string;
  readonly lead: string;
  readonly finding: (year: string, total: string) => string;
  readonly aimFinding: (aim: string, probability: string) => string;
  readonly percent: (percent: number) => string;
  readonly baselineFinding: (more: boolean, persons: string) => string;
  readonly sameAsBaseline: string;
  readonly former: (edition: number) => string;
  readonly newest: string;
  readonly totals: string;
  readonly totalsLead: string;
  readonly chart: string;
  readonly year: string;
  readonly actual: (name: string) => string;
  readonly actualShort: string;
  readonly scenario: string;
  readonly baseline: string;
  readonly difference: string;
  readonly band: string;
  /** The darker band of the picture */
  readonly bandHalf: string;
  readonly bandNote: Readonly<Record<ScenarioContent['errors'], string>>;
  readonly between: Readonly<Record<Interpolation, string>>;
  readonly aim: string;
  readonly aimOf: (total: string) => string;
  readonly baseYear: string;
  readonly noBand: string;
  readonly persons: string;
  readonly showTable: string;
  readonly ages: string;
  readonly agesFinding: (year: string, children: string, aged: string) => string;
  readonly pyramid: (year: string) => string;
  readonly pyramidDescription: (year: string, base: string) => string;
  readonly chooseYear: string;
  readonly male: string;
  readonly female: string;
  readonly age: string;
  readonly byAge: (year: string) => string;
  readonly groups: readonly [children: string, working: string, aged: string];
  readonly from75: string;
  readonly agedShare: string;
  readonly groupTable: string;
  readonly assumptions: string;
  readonly assumptionsLead: string;
  readonly startsFrom: string;
  readonly follows: (name: string) => string;
  readonly continues: (name: string, from: string, to: string, until: string) => string;
  readonly birthRate: string;
  readonly estimated: string;
  readonly source: string;
  readonly whenOf: (from: string | null, by: string | null) => string;
  readonly shapes: Readonly<Record<ScenarioLever['shape'], string>>;
  readonly nothingMoved: string;
  readonly estate: (name: string) => string;
  readonly estateValue: (persons: string) => string;
  readonly once: (year: string) => string;
  readonly notStated: string;
  readonly sources: string;
  readonly sourcesLead: string;
  readonly series: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly terms: string;
  readonly usedBy: string;
  readonly editions: string;
  readonly edition: (edition: number) => string;
  readonly shown: string;
  readonly data: string;
  readonly csv: string;
  readonly assumptionsCsv: string;
  readonly json: string;
}

const ja: ScenarioPageWords = {
  population: '人口',
  kicker: '人口シナリオ',
  lead: '前提を変えると人口がどうなるかを計算したものです。予測ではありません。前提と理由を下に示します。',
  finding: (year, total) => `${year}の人口は約${total}人の見込みです。`,
  aimFinding: (aim, probability) => `目標の${aim}人以上になる確率は、${probability}です。`,
  percent: (percent) => `${percent}％`,
  baselineFinding: (more, persons) =>
    `前提を動かさないときより、約${persons}人${more ? '多く' : '少なく'}なります。`,
  sameAsBaseline: '前提を動かさないときと、ほぼ同じです。',
  former: (edition) => `これは第${edition}版です。その後、新しい版を公表しています。`,
  newest: '最新の版を見る',
  totals: '総人口',
  totalsLead: '各年の10月1日の人口です。',
  chart: '総人口の見込み',
  year: '年',
  actual: (name) => `実績（${name}）`,
  actualShort: '実績',
  scenario: 'このシナリオ',
  baseline: '前提を動かさないとき',
  difference: '差',
  band: '予測の幅（80％）',
  bandHalf: '予測の幅（50％）',
  bandNote: {
    'cohort-change':
      '予測の幅は、全国の市町村で、過去の変化から推計した人口（コーホート変化率法）が実際の国勢調査とどれだけ違ったかに合わせています。10回のうち8回は、この幅に入り、2回に1回は、その中の濃い帯に入る見込みです。',
    ipss: '予測の幅は、全国の市町村で、社人研の過去の推計が実際の国勢調査とどれだけ違ったかに合わせています。10回のうち8回は、この幅に入り、2回に1回は、その中の濃い帯に入る見込みです。',
  },
  between: {
    linear: '5年ごとの推計のあいだの年は、直線で結んで求めました。',
    geometric: '5年ごとの推計のあいだの年は、一定の率で変わるとして求めました。',
    monotone: '5年ごとの推計のあいだの年は、山や谷を作らない曲線で結んで求めました。',
    natural: '5年ごとの推計のあいだの年は、スプライン曲線（自然境界）で結んで求めました。',
    forsythe: '5年ごとの推計のあいだの年は、スプライン曲線（フォーサイスらの端）で結んで求めました。',
  },
  aim: '目標',
  aimOf: (total) => `目標 ${total}人`,
  baseYear: '基準年',
  noBand: '—',
  persons: '人',
  showTable: '図の数値を表で見る',
  ages: '年齢別の人口',
  agesFinding: (year, children, aged) =>
    `${year}は、15歳未満が${children}％、65歳以上が${aged}％の見込みです。`,
  pyramid: (year) => `${year}の人口ピラミッド`,
  pyramidDescription: (year, base) => `棒が${year}、線が${base}の人数です。左が男、右が女です。`,
  chooseYear: '年を選ぶ',
  male: '男',
  female: '女',
  age: '年齢',
  byAge: (year) => `${year}の男女・年齢別の人口`,
  groups: ['15歳未満', '15～64歳', '65歳以上'],
  from75: 'うち75歳以上',
  agedShare: '65歳以上の割合',
  groupTable: '年齢3区分の人口',
  assumptions: '前提とその理由',
  assumptionsLead: '基準となる推計から、次のことだけを変えて計算しています。',
  startsFrom: '基準となる推計',
  follows: (name) => `「${name}」に沿う`,
  continues: (name, from, to, until) => `「${name}」の${from}から${to}までの変化が、${until}まで続く`,
  birthRate: 'いまの合計特殊出生率',
  estimated: '0～4歳の子どもと15～49歳の女性の数から見積もった値',
  source: '根拠',
  whenOf: (from, by) =>
    from === null && by === null
      ? '基準年から'
      : [from === null ? '' : `${from}の後から`, by === null ? '' : `${by}までに`]
          .filter((part) => part !== '')
          .join('、'),
  shapes: { linear: '毎年同じだけ近づく', logistic: 'はじめゆっくり、途中で速く近づく' },
  nothingMoved: '動かした前提はありません。基準となる推計のままです。',
  estate: (name) => `一度だけの転入: ${name}`,
  estateValue: (persons) => `${persons}人`,
  once: (year) => `${year}に一度`,
  notStated: '—',
  sources: 'もとにした数値',
  sourcesLead: 'このシナリオは、次の数値をもとに計算しています。',
  series: '数値',
  publisher: '公表した機関',
  publishedOn: '公表',
  terms: '利用条件',
  usedBy: 'このシナリオを目標までの道筋にしている指標',
  editions: '版と公表日',
  edition: (edition) => `第${edition}版`,
  shown: '（表示中）',
  data: 'データ',
  csv: '結果（CSV）',
  assumptionsCsv: '前提（CSV）',
  json: 'すべて（JSON）',
};

const en: ScenarioPageWords = {
  population: 'Population',
  kicker: 'Population scenario',
  lead: 'What becomes of the population when assumptions change. It is no forecast; assumptions and reasons are below.',
  finding: (year, total) => `In ${year} the population would be about ${total}.`,
  aimFinding: (aim, probability) => `The probability of reaching the aim of ${aim} is ${probability}.`,
  percent: (percent) => `${percent}%`,
  baselineFinding: (more, persons) =>
    `That is about ${persons} ${more ? 'more' : 'fewer'} than with nothing changed.`,
  sameAsBaseline: 'That is about the same as with nothing changed.',
  former: (edition) => `This is edition ${edition}. A later one has been published.`,
  newest: 'See the newest edition',
  totals: 'Total population',
  totalsLead: 'Population on 1 October of each year.',
  chart: 'Expected total population',
  year: 'Year',
  actual: (name) => `Counted (${name})`,
  actualShort: 'Counted',
  scenario: 'This scenario',
  baseline: 'Nothing changed',
  difference: 'Difference',
  band: 'Range (80%)',
  bandHalf: 'Range (50%)',
  bandNote: {
    'cohort-change':
      'The range fits how far projections by cohort change have been from the census in all municipalities of Japan. Eight times in ten the population is expected to lie within it, one time in two within its darker part.',
    ipss: 'The range fits how far the past projections of the national institute (IPSS) have been from the census in all municipalities. Eight times in ten the population is expected to lie within it, one time in two within its darker part.',
  },
  between: {
    linear: 'Years between the five-year steps are joined by straight lines.',
    geometric: 'Years between the five-year steps change at a constant rate.',
    monotone: 'Years between the five-year steps lie on a curve that makes no new peaks.',
    natural: 'Years between the five-year steps lie on a natural spline.',
    forsythe: 'Years between the five-year steps lie on a spline (ends of Forsythe and others).',
  },
  aim: 'Aim',
  aimOf: (total) => `Aim ${total}`,
  baseYear: 'base year',
  noBand: '—',
  persons: 'people',
  showTable: 'The figures as a table',
  ages: 'Population by age',
  agesFinding: (year, children, aged) =>
    `In ${year}, ${children}% would be under 15 and ${aged}% 65 or over.`,
  pyramid: (year) => `Population pyramid of ${year}`,
  pyramidDescription: (year, base) => `Bars: ${year}; line: ${base}. Men to the left, women to the right.`,
  chooseYear: 'Choose a year',
  male: 'Men',
  female: 'Women',
  age: 'Age',
  byAge: (year) => `Population of ${year} by sex and age`,
  groups: ['Under 15', '15–64', '65 and over'],
  from75: 'of them 75 and over',
  agedShare: 'Share of 65 and over',
  groupTable: 'Population in three age groups',
  assumptions: 'Assumptions and reasons',
  assumptionsLead: 'Only this differs from the projection it starts from.',
  startsFrom: 'Starts from',
  follows: (name) => `As projected: ${name}`,
  continues: (name, from, to, until) => `The change from ${from} to ${to} (${name}) goes on until ${until}`,
  birthRate: 'Total fertility rate now',
  estimated: 'estimated from children of 0–4 and women of 15–49',
  source: 'Source',
  whenOf: (from, by) =>
    from === null && by === null
      ? 'from the base year on'
      : [from === null ? '' : `after ${from}`, by === null ? '' : `reached by ${by}`]
          .filter((part) => part !== '')
          .join(', '),
  shapes: { linear: 'by equal steps', logistic: 'slowly, then faster, then slowly' },
  nothingMoved: 'Nothing is changed: this is the projection it starts from.',
  estate: (name) => `Arriving once: ${name}`,
  estateValue: (persons) => `${persons} people`,
  once: (year) => `once, in ${year}`,
  notStated: '—',
  sources: 'Figures it rests on',
  sourcesLead: 'The scenario is computed from these figures.',
  series: 'Figures',
  publisher: 'Publisher',
  publishedOn: 'Published',
  terms: 'Terms',
  usedBy: 'Indicators whose path follows this scenario',
  editions: 'Editions',
  edition: (edition) => `Edition ${edition}`,
  shown: '(shown)',
  data: 'Data',
  csv: 'Results (CSV)',
  assumptionsCsv: 'Assumptions (CSV)',
  json: 'Everything (JSON)',
};

export const scenarioPageWords = (language: Language): ScenarioPageWords => (language === 'en' ? en : ja);
