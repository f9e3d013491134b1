import type { GradeChange } from '../../domain/indicator/judgement/grade-change.ts';
import type { RollUpRule } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { Language } from './text.ts';

/** Words of judgements and their roll-ups on the public pages. Names of grades are the town's own. */
interface JudgementWords {
  readonly judgement: string;
  readonly of: (year: string) => string;
  readonly ofOld: (year: string) => string;
  readonly years: string;
  readonly ungraded: string;
  readonly ungradedBecause: (reason: string) => string;
  readonly rollUp: string;
  readonly rollUpOf: (year: string) => string;
  readonly count: (count: number) => string;
  readonly entries: (count: number) => string;
  readonly share: (percent: string) => string;
  readonly denominators: Readonly<Record<RollUpRule['percent']['denominator'], (count: number) => string>>;
  readonly outside: (names: string) => string;
  readonly named: (name: string, count: number) => string;
  readonly notJudged: (names: string) => string;
  readonly everything: string;
  readonly onlyFigures: string;
  readonly including: (name: string, count: number, percent: string | null) => string;
  readonly score: (name: string, text: string, entries: number, leftOut: number) => string;
  readonly repeated: (count: number) => string;
  readonly withoutGroup: (count: number) => string;
  readonly all: string;
  readonly group: string;
  readonly total: string;
  readonly by: string;
  readonly byUnit: string;
  readonly byPlan: string;
  readonly byNature: string;
  readonly byKind: string;
  readonly bar: string;
  readonly scheme: string;
  /** What stands before and after the name of the scheme, which is the town's own. */
  readonly schemeLead: (version: string) => readonly [before: string, after: string];
  readonly readings: string;
  readonly meaning: string;
  readonly legend: string;
  readonly arithmetic: string;
  readonly judgedHow: (year: string) => string;
  readonly machine: string;
  readonly human: string;
  readonly overriddenAs: (machine: string, human: string) => string;
  readonly humanReason: string;
  readonly published: string;
  readonly earlier: string;
  readonly earlierYears: string;
  readonly reasonOfScheme: string;
  readonly allJudgements: (year: string) => string;
  readonly allChanges: (year: string) => string;
  readonly list: string;
  readonly listLead: (year: string) => string;
  readonly listOf: string;
  readonly compare: (before: string) => string;
  readonly otherScheme: string;
  readonly changes: Readonly<Record<GradeChange, string>>;
  readonly changesLead: Readonly<Record<GradeChange, string>>;
  readonly fromTo: string;
  readonly none: string;
  readonly noneLead: string;
  readonly csv: string;
  readonly json: string;
  readonly filter: string;
  readonly facets: Readonly<Record<'grade' | 'item' | 'unit' | 'nature', string>>;
  readonly page: (from: number, to: number, all: number) => string;
  readonly nextPage: string;
  readonly previousPage: string;
  readonly noMatch: string;
  readonly matches: (count: number, all: number) => string;
}

const ja: JudgementWords = {
  judgement: '判定',
  of: (year) => `${year}の判定`,
  ofOld: (year) => `${year}までの値による判定`,
  years: '判定の年度',
  ungraded: '判定なし',
  ungradedBecause: (reason) => `判定なし（${reason}）`,
  rollUp: '判定のまとめ',
  rollUpOf: (year) => `${year}の判定のまとめ`,
  count: (count) => `${count}件`,
  entries: (count) => `指標 ${count} 件`,
  share: (percent) => `${percent}%`,
  denominators: {
    all: (count) => `割合は、全部の ${count} 件を100%としています。`,
    counted: (count) => `割合は、合計に数える ${count} 件を100%としています。`,
    judged: (count) => `割合は、良し悪しを判定できた ${count} 件を100%としています。`,
    'with-value': (count) => `割合は、実績のある ${count} 件を100%としています。`,
  },
  outside: (names) => `割合に数えていないもの：${names}。`,
  named: (name, count) => `${name} ${count}件`,
  notJudged: (names) => `判定のないもの：${names}。`,
  everything: '数えていない指標はありません。',
  onlyFigures: 'この年度は、段階をつけず数値だけを示す方式です。',
  including: (name, count, percent) => `うち${name}：${count}件${percent === null ? '' : `（${percent}%）`}`,
  score: (name, text, entries, leftOut) =>
    `${name}：${text}（${entries}件${leftOut === 0 ? '' : `。点のない ${leftOut}件は含まない`}）`,
  repeated: (count) => `二つ以上に属する指標があり、延べで ${count}件多く数えています。`,
  withoutGroup: (count) => `どこにも属さない ${count}件は、この表に入っていません。`,
  all: '全体',
  group: '区分',
  total: '計',
  by: '分けて見る',
  byUnit: '担当',
  byPlan: '計画',
  byNature: '主観・客観',
  byKind: '種類',
  bar: '内訳',
  scheme: '判定のしかた',
  schemeLead: (version) => ['この年度は「', `」（第${version}版）で判定しました。`],
  readings: '決まりに書かれていない点の扱い',
  meaning: '意味',
  legend: '段階',
  arithmetic: '計算の過程',
  judgedHow: (year) => `${year}の判定と、その計算`,
  machine: '計算による判定',
  human: '人による判定',
  overriddenAs: (machine, human) => `計算では「${machine}」ですが、「${human}」と判定しました。`,
  humanReason: '理由',
  published: '公表する数値',
  earlier: '前の年度の判定',
  earlierYears: '過去の判定',
  reasonOfScheme: 'この方式による理由',
  allJudgements: (year) => `${year}の判定をまとめて見る`,
  allChanges: (year) => `${year}に変わったことを見る`,
  list: '段階ごとの指標',
  listLead: (year) => `${year}の指標を、判定の段階ごとに並べています。`,
  listOf: '指標の一覧で見る',
  compare: (before) => `${before}の判定とくらべて`,
  otherScheme:
    '前の年度とは判定のしかたが違うため、段階の名前ではなく「良い・普通・悪い」の別でくらべています。',
  changes: {
    improved: 'よくなった',
    worsened: '悪くなった',
    same: '変わらない',
    'newly-judged': '新しく判定した',
    'no-longer-judged': '判定できなくなった',
  },
  changesLead: {
    improved: '判定が上がった指標です。',
    worsened: '判定が下がった指標です。',
    same: '判定が同じ指標です。',
    'newly-judged': '前の年度には判定がなかった指標です。',
    'no-longer-judged': '前の年度には判定があり、この年度にはない指標です。',
  },
  fromTo: 'から',
  none: '公開している判定は、まだありません。',
  noneLead: '指標の値と目標は、指標のページで見られます。',
  csv: '判定をCSVで入手',
  json: '判定のデータ（JSON）',
  filter: 'しぼりこむ',
  facets: { grade: '判定', item: '計画の項目', unit: '担当', nature: '主観・客観' },
  page: (from, to, all) => `${all} 件のうち ${from}〜${to} 件目`,
  nextPage: '次の指標を見る',
  previousPage: '前の指標を見る',
  noMatch: '当てはまる指標がありません。条件を減らしてみてください。',
  matches: (count, all) => (count === all ? `全 ${all} 件` : `${all} 件のうち ${count} 件が当てはまります`),
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: JudgementWords = {
  judgement: 'Judgement',
  of: (year) => `Judgement of ${year}`,
  ofOld: (year) => `Judged by figures up to ${year}`,
  years: 'Year judged',
  ungraded: 'not judged',
  ungradedBecause: (reason) => `not judged (${reason})`,
  rollUp: 'Judgements in sum',
  rollUpOf: (year) => `Judgements of ${year} in sum`,
  count: (count) => String(count),
  entries: (count) => plural(count, 'indicator', 'indicators'),
  share: (percent) => `${percent}%`,
  denominators: {
    all: (count) => `100 % is all ${count} indicators.`,
    counted: (count) => `100 % is the ${count} indicators that count towards the total.`,
    judged: (count) => `100 % is the ${count} indicators that could be judged.`,
    'with-value': (count) => `100 % is the ${count} indicators with a figure.`,
  },
  outside: (names) => `Not counted in the shares: ${names}.`,
  named: (name, count) => `${name} ${count}`,
  notJudged: (names) => `Without a judgement: ${names}.`,
  everything: 'Every indicator is counted.',
  onlyFigures: 'This year’s scheme gives figures only, no grades.',
  including: (name, count, percent) =>
    `Of these, ${name}: ${count}${percent === null ? '' : ` (${percent}%)`}`,
  score: (name, text, entries, leftOut) =>
    `${name}: ${text} (of ${entries}${leftOut === 0 ? '' : `, ${leftOut} without points left out`})`,
  repeated: (count) => `Some indicators belong to several: ${count} more are listed than there are.`,
  withoutGroup: (count) =>
    `${plural(count, 'indicator belongs', 'indicators belong')} nowhere and is not in this table.`,
  all: 'All',
  group: 'Group',
  total: 'Total',
  by: 'By group',
  byUnit: 'Unit in charge',
  byPlan: 'Plan',
  byNature: 'Subjective or objective',
  byKind: 'Kind',
  bar: 'Distribution',
  scheme: 'How it is judged',
  schemeLead: (version) => ['This year was judged by “', `”, version ${version}.`],
  readings: 'How gaps in the rules are read',
  meaning: 'Meaning',
  legend: 'Grades',
  arithmetic: 'The arithmetic',
  judgedHow: (year) => `Judgement of ${year} and its arithmetic`,
  machine: 'Judgement by calculation',
  human: 'Judgement by people',
  overriddenAs: (machine, human) => `The calculation gives “${machine}”; it was judged “${human}”.`,
  humanReason: 'Reason',
  published: 'Published figures',
  earlier: 'Judgement of the year before',
  earlierYears: 'Earlier judgements',
  reasonOfScheme: 'Why this scheme',
  allJudgements: (year) => `See all judgements of ${year}`,
  allChanges: (year) => `See what changed in ${year}`,
  list: 'Indicators by grade',
  listLead: (year) => `The indicators of ${year}, by grade.`,
  listOf: 'See in the list of indicators',
  compare: (before) => `Against the judgements of ${before}`,
  otherScheme:
    'The year before was judged by another scheme: only good, fair and poor are compared, not the grades themselves.',
  changes: {
    improved: 'Improved',
    worsened: 'Worsened',
    same: 'Unchanged',
    'newly-judged': 'Newly judged',
    'no-longer-judged': 'No longer judged',
  },
  changesLead: {
    improved: 'Indicators with a better grade.',
    worsened: 'Indicators with a worse grade.',
    same: 'Indicators with the same grade.',
    'newly-judged': 'Indicators without a judgement the year before.',
    'no-longer-judged': 'Indicators judged the year before and not this year.',
  },
  fromTo: 'to',
  none: 'No judgement has been published yet.',
  noneLead: 'Figures and targets are on the pages of the indicators.',
  csv: 'Judgements as CSV',
  json: 'Judgements as data (JSON)',
  filter: 'Filter',
  facets: {
    grade: 'Judgement',
    item: 'Plan item',
    unit: 'Unit in charge',
    nature: 'Subjective or objective',
  },
  page: (from, to, all) => `${from} to ${to} of ${all}`,
  nextPage: 'Next indicators',
  previousPage: 'Previous indicators',
  noMatch: 'No indicator matches. Try fewer conditions.',
  matches: (count, all) =>
    count === all ? plural(all, 'indicator', 'indicators') : `${count} of ${all} match`,
};

export const judgementWords = (language: Language): JudgementWords => (language === 'en' ? en : ja);
