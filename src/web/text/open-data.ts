import type { CsvField } from '../../documents/csv/csv-field.ts';
import type { CyclePublicationKind } from '../../domain/evaluation/publication.ts';
import type { Language } from './text.ts';

type FieldType = CsvField<never>['type'];

interface OpenDataWords {
  readonly title: string;
  readonly lead: string;
  readonly licence: string;
  readonly licenceLead: (town: string) => string;
  readonly credit: string;
  readonly creditExample: (town: string) => string;
  readonly files: string;
  readonly filesLead: string;
  readonly columns: {
    readonly file: string;
    readonly content: string;
    readonly download: string;
    readonly updated: string;
  };
  readonly planItems: (period: string) => string;
  readonly indicators: string;
  readonly indicatorsContent: (count: number) => string;
  readonly csv: string;
  readonly json: string;
  readonly formerRevisions: string;
  readonly stable: string;
  readonly stableLead: string;
  readonly api: string;
  readonly apiLead: string;
  readonly apiDescription: string;
  readonly feed: string;
  readonly feedLead: string;
  readonly dictionary: string;
  readonly dictionaryLead: string;
  readonly judgements: string;
  readonly judgementsContent: (years: string) => string;
  readonly population: string;
  readonly populationContent: (series: number) => string;
  readonly scenarioContent: (edition: number) => string;
  readonly scenarioAssumptions: (title: string) => string;
  readonly assumptionsContent: string;
  readonly publications: Readonly<Record<CyclePublicationKind, (year: string) => string>>;
  readonly dictionaryOf: {
    readonly plan: string;
    readonly indicators: string;
    readonly judgements: string;
    readonly evaluations: string;
    readonly budgets: string;
    readonly implementationPlans: string;
    readonly population: string;
    readonly scenarios: string;
    readonly scenarioAssumptions: string;
  };
  readonly field: {
    readonly name: string;
    readonly key: string;
    readonly type: string;
    readonly note: string;
  };
  readonly types: Readonly<Record<FieldType, string>>;
  readonly feedEntries: {
    readonly revision: (plan: string, label: string) => string;
    readonly values: (indicator: string) => string;
    readonly target: (indicator: string, year: string) => string;
    readonly change: (old: string, now: string) => string;
    readonly publication: (title: string) => string;
    readonly series: (name: string) => string;
    readonly scenario: (title: string) => string;
  };
}

const ja: OpenDataWords = {
  title: 'オープンデータ',
  lead: '計画と指標を、だれでも自由に使えるデータで公開しています。登録はいりません。',
  licence: '利用条件',
  licenceLead: (town) => `${town}が権利を持つ内容は、次の条件で利用できます。`,
  credit: '出典の書き方',
  creditExample: (town) => `出典：${town}「オープンデータ」`,
  files: 'データの一覧',
  filesLead: 'CSVは文字コードUTF-8（BOM付き）で、表計算ソフトでそのまま開けます。JSONはプログラム向けです。',
  columns: { file: 'データ', content: '内容', download: '入手', updated: '更新日' },
  planItems: (period) => `計画の項目（${period}）。ありたい姿、課題、担当、SDGsなど`,
  indicators: '指標の値',
  indicatorsContent: (count) => `${count} の指標の基準値、目標、実績、推計（1行に1つの値）`,
  csv: 'CSV',
  json: 'JSON',
  formerRevisions:
    '過去の版は、アドレスの終わりに ?revision=版の番号 を付けると入手できます。公開した版の内容は変わりません。',
  stable: '変わらないアドレス',
  stableLead: 'ここに示すアドレスと、項目・指標のキーは、計画を改定しても変わりません。',
  api: 'プログラムから読む（API）',
  apiLead: '同じデータをAPIで読めます。登録も鍵もいりません。',
  apiDescription: 'APIの説明（OpenAPI 3.1）',
  feed: '更新情報（フィード）',
  feedLead: '改定、値の公開、目標の変更を、フィードで知ることができます。',
  dictionary: '項目定義',
  dictionaryLead: 'CSVの列の意味です。',
  judgements: '指標の判定',
  judgementsContent: (years) => `${years}の判定、段階、公表する数値、計算の過程（1行に1つの判定）`,
  population: '人口',
  populationContent: (series) =>
    `国勢調査、将来推計など ${series} の系列の、地区・男女・年齢別の人口（1行に1つの値）`,
  scenarioContent: (edition) =>
    `人口シナリオ（第${edition}版）の総人口、予測の幅、年齢別の人口（1行に1つの値）`,
  scenarioAssumptions: (title) => `${title}の前提`,
  assumptionsContent: '動かした前提の値、時期、理由、根拠（1行に1つの前提）',
  publications: {
    evaluation: (year) => `${year}の事業の費用、評価、今後の方向（1行に1事業）`,
    budget: (year) => `${year}の予算の配分枠と、事業ごとの予算と評価（1行に1提案）`,
    'implementation-plan': (year) => `${year}から始まる実施計画の事業費と補正（1行に1事業の1年度）`,
  },
  dictionaryOf: {
    plan: '計画の項目',
    indicators: '指標の値',
    judgements: '指標の判定',
    evaluations: '事業の評価',
    budgets: '予算と評価',
    implementationPlans: '実施計画',
    population: '人口',
    scenarios: '人口シナリオの結果',
    scenarioAssumptions: '人口シナリオの前提',
  },
  field: { name: '列の名前', key: '英語名', type: '型', note: '説明' },
  types: {
    text: '文字',
    list: '文字の並び（;区切り）',
    integer: '整数',
    decimal: '数',
    date: '日付',
    boolean: '0か1',
  },
  feedEntries: {
    revision: (plan, label) => `「${plan}」${label}を公開しました`,
    values: (indicator) => `指標「${indicator}」の値を公開しました`,
    target: (indicator, year) => `指標「${indicator}」の${year}の目標を変えました`,
    change: (old, now) => `${old} から ${now} へ`,
    publication: (title) => `「${title}」を公表しました`,
    series: (name) => `人口の数値「${name}」を公開しました`,
    scenario: (title) => `人口シナリオ「${title}」を公表しました`,
  },
};

const en: OpenDataWords = {
  title: 'Open data',
  lead: 'Plans and indicators as data that anyone may use. No registration.',
  licence: 'Terms of use',
  licenceLead: (town) => `Content whose rights ${town} holds may be used under these terms.`,
  credit: 'How to name the source',
  creditExample: (town) => `Source: ${town}, Open data`,
  files: 'Files',
  filesLead:
    'CSV files are UTF-8 with byte order mark and open in spreadsheets as they are. JSON is for programs.',
  columns: { file: 'Data', content: 'Content', download: 'Download', updated: 'Updated' },
  planItems: (period) =>
    `Items of the plan (${period}): desired state, issue, responsible unit, SDGs and more`,
  indicators: 'Figures of the indicators',
  indicatorsContent: (count) =>
    `Baselines, targets, actual values and projections of ${count} indicators, one figure a line`,
  csv: 'CSV',
  json: 'JSON',
  formerRevisions:
    'For an earlier version add ?revision=number to the address. What was published never changes.',
  stable: 'Stable addresses',
  stableLead: 'These addresses, and the keys of items and indicators, stay the same when a plan is revised.',
  api: 'For programs (API)',
  apiLead: 'The same data can be read through an API. No registration, no key.',
  apiDescription: 'Description of the API (OpenAPI 3.1)',
  feed: 'Feed of changes',
  feedLead: 'Revisions, published figures and changed targets are announced in a feed.',
  dictionary: 'Field dictionary',
  dictionaryLead: 'What the columns of the CSV files mean.',
  judgements: 'Judgements of the indicators',
  judgementsContent: (years) =>
    `Judgements of ${years}: grades, published figures and the arithmetic, one judgement a line`,
  population: 'Population',
  populationContent: (series) =>
    `Census, projections and others: ${series} series by area, sex and age, one figure a line`,
  scenarioContent: (edition) =>
    `Population scenario (edition ${edition}): totals, range and population by age, one figure a line`,
  scenarioAssumptions: (title) => `Assumptions of ${title}`,
  assumptionsContent: 'What is assumed, from when, why and after which source, one assumption a line',
  publications: {
    evaluation: (year) => `Programmes of ${year}: cost, evaluation, direction, one programme a line`,
    budget: (year) => `Budget of ${year}: frames, programmes and their evaluation, one proposal a line`,
    'implementation-plan': (year) =>
      `Implementation plan from ${year}: amounts and corrections, one programme and year a line`,
  },
  dictionaryOf: {
    plan: 'Items of a plan',
    indicators: 'Figures of the indicators',
    judgements: 'Judgements of the indicators',
    evaluations: 'Programmes evaluated',
    budgets: 'Budget and evaluations',
    implementationPlans: 'Implementation plan',
    population: 'Population',
    scenarios: 'Results of a population scenario',
    scenarioAssumptions: 'Assumptions of a population scenario',
  },
  field: { name: 'Column', key: 'English name', type: 'Type', note: 'Meaning' },
  types: {
    text: 'text',
    list: 'texts, separated by ;',
    integer: 'integer',
    decimal: 'number',
    date: 'date',
    boolean: '0 or 1',
  },
  feedEntries: {
    revision: (plan, label) => `Published: ${plan}, ${label}`,
    values: (indicator) => `Figures published: ${indicator}`,
    target: (indicator, year) => `Target for ${year} changed: ${indicator}`,
    change: (old, now) => `${old} to ${now}`,
    publication: (title) => `“${title}” was published`,
    series: (name) => `Population figures published: ${name}`,
    scenario: (title) => `Population scenario published: ${title}`,
  },
};

export const openDataWords = (language: Language): OpenDataWords => (language === 'en' ? en : ja);
