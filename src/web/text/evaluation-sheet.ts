import type { Language } from './text.ts';

/** Words of the page of one programme. */
export interface SheetWords {
  readonly finding: (year: string, amount: string, direction: string) => string;
  readonly findingAmount: (year: string, amount: string) => string;
  readonly findingDirection: (direction: string) => string;
  readonly exempt: (reason: string) => string;
  readonly what: string;
  readonly target: string;
  readonly means: string;
  readonly intent: string;
  readonly obligation: string;
  readonly items: string;
  readonly unit: string;
  readonly place: string;
  readonly type: string;
  readonly money: string;
  readonly moneyChart: (name: string) => string;
  readonly year: string;
  readonly budget: string;
  readonly settled: string;
  readonly personnel: string;
  readonly totalCost: string;
  readonly fundingOf: (year: string) => string;
  readonly sources: Readonly<Record<'national' | 'prefecture' | 'bond' | 'other' | 'general', string>>;
  readonly unknown: string;
  readonly figures: string;
  readonly kinds: { readonly output: string; readonly outcome: string };
  readonly targetFigure: string;
  readonly actual: string;
  readonly shared: (count: number) => string;
  readonly missing: Readonly<Record<string, string>>;
  readonly stages: string;
  readonly stagesLead: string;
  readonly question: string;
  readonly machineGrade: string;
  readonly humanGrade: string;
  readonly differs: (machine: string, human: string) => string;
  readonly reason: string;
  readonly nothingSaid: string;
  readonly remarks: string;
  readonly remarksLead: string;
  readonly remark: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly afterwards: string;
  readonly budgetAnswer: (word: string, year: string, change: string) => string;
  readonly budgetAnswerNew: (year: string, amount: string) => string;
  readonly budgetAnswerOpen: (word: string, year: string) => string;
  readonly budgetAnswerOpenNew: (year: string) => string;
  readonly more: (amount: string, percent: string) => string;
  readonly less: (amount: string, percent: string) => string;
  readonly same: string;
  readonly general: string;
  readonly requested: string;
  readonly allocated: string;
  readonly budgetPage: (year: string) => string;
  readonly noBudget: string;
  readonly earlier: string;
  readonly taken: (date: string) => string;
}

const ja: SheetWords = {
  finding: (year, amount, direction) => `${year}は${amount}を使いました。今後の方向は「${direction}」です。`,
  findingAmount: (year, amount) => `${year}は${amount}を使いました。`,
  findingDirection: (direction) => `今後の方向は「${direction}」です。`,
  exempt: (reason) => `評価の対象外です（${reason}）。`,
  what: '何のための事業か',
  target: '対象',
  means: '何をするか（手段）',
  intent: 'どうしたいか（意図）',
  obligation: '法令による義務',
  items: '計画の項目',
  unit: '担当',
  place: '施策など（資料の記載）',
  type: '事業の種類',
  money: '費用',
  moneyChart: (name) => `${name}の費用`,
  year: '年度',
  budget: '予算（千円）',
  settled: '決算（千円）',
  personnel: '人件費（千円）',
  totalCost: '総費用（千円）',
  fundingOf: (year) => `${year}の財源（千円）`,
  sources: {
    national: '国の支出金',
    prefecture: '県の支出金',
    bond: '地方債',
    other: 'その他',
    general: '一般財源',
  },
  unknown: '不明',
  figures: '活動と成果',
  kinds: { output: '活動指標', outcome: '成果指標' },
  targetFigure: '目標',
  actual: '実績',
  shared: (count) => `${count}事業で共通の指標`,
  missing: {
    'not-stated': '記載なし',
    'not-measured': '測定していない',
    'not-applicable': '設定しない',
  },
  stages: '評価',
  stagesLead: '段階ごとに、方向、評価とその理由をならべています。',
  question: '項目',
  machineGrade: '計算による評価',
  humanGrade: '評価',
  differs: (machine, human) => `計算では「${machine}」、判断は「${human}」です。`,
  reason: '理由',
  nothingSaid: '—',
  remarks: 'これまでの指摘と対応',
  remarksLead: '外部の評価などで受けた指摘と、その対応です。',
  remark: '指摘',
  answer: '対応',
  noAnswer: '対応はまだ示されていません。',
  afterwards: '予算への反映',
  budgetAnswer: (word, year, change) => `評価は「${word}」、${year}の予算は ${change}`,
  budgetAnswerNew: (year, amount) => `${year}の予算は ${amount}`,
  budgetAnswerOpen: (word, year) => `評価は「${word}」、${year}の予算の額は、まだ公表されていません`,
  budgetAnswerOpenNew: (year) => `${year}の予算の額は、まだ公表されていません`,
  more: (amount, percent) => `${amount}増${percent === '' ? '' : `（＋${percent}%）`}`,
  less: (amount, percent) => `${amount}減${percent === '' ? '' : `（△${percent}%）`}`,
  same: '増減なし',
  general: '金額は一般財源です。',
  requested: '要求',
  allocated: '配分',
  budgetPage: (year) => `${year}の予算を見る`,
  noBudget: 'この評価のあとの予算は、まだ公表していません。',
  earlier: 'ほかの年度の評価',
  taken: (date) => `数値は${date}に確定したものです。`,
};

const en: SheetWords = {
  finding: (year, amount, direction) => `It cost ${amount} in ${year} and goes on as “${direction}”.`,
  findingAmount: (year, amount) => `It cost ${amount} in ${year}.`,
  findingDirection: (direction) => `It goes on as “${direction}”.`,
  exempt: (reason) => `Exempt from evaluation (${reason}).`,
  what: 'What it is for',
  target: 'For whom',
  means: 'What is done',
  intent: 'What for',
  obligation: 'Required by law',
  items: 'Plan items',
  unit: 'Unit in charge',
  place: 'Place in the document',
  type: 'Type',
  money: 'Cost',
  moneyChart: (name) => `Cost of ${name}`,
  year: 'Year',
  budget: 'Budget (thousand yen)',
  settled: 'Settled (thousand yen)',
  personnel: 'Staff (thousand yen)',
  totalCost: 'In all (thousand yen)',
  fundingOf: (year) => `Funding in ${year} (thousand yen)`,
  sources: {
    national: 'State',
    prefecture: 'Prefecture',
    bond: 'Bonds',
    other: 'Other',
    general: 'General funds',
  },
  unknown: 'not known',
  figures: 'What was done, what came of it',
  kinds: { output: 'Output', outcome: 'Outcome' },
  targetFigure: 'Target',
  actual: 'Actual',
  shared: (count) => `shared by ${count} programmes`,
  missing: {
    'not-stated': 'not stated',
    'not-measured': 'not measured',
    'not-applicable': 'not set',
  },
  stages: 'Evaluation',
  stagesLead: 'Direction, grade and reasons, stage by stage.',
  question: 'Question',
  machineGrade: 'Grade by calculation',
  humanGrade: 'Grade',
  differs: (machine, human) => `The calculation gives “${machine}”; it was judged “${human}”.`,
  reason: 'Reason',
  nothingSaid: '—',
  remarks: 'Remarks and answers',
  remarksLead: 'What reviewers remarked, and what was done about it.',
  remark: 'Remark',
  answer: 'Answer',
  noAnswer: 'No answer has been given yet.',
  afterwards: 'In the budget',
  budgetAnswer: (word, year, change) => `Evaluated “${word}”; budget of ${year}: ${change}`,
  budgetAnswerNew: (year, amount) => `Budget of ${year}: ${amount}`,
  budgetAnswerOpen: (word, year) =>
    `Evaluated “${word}”; the amount in the budget of ${year} is not public yet`,
  budgetAnswerOpenNew: (year) => `The amount in the budget of ${year} is not public yet`,
  more: (amount, percent) => `${amount} more${percent === '' ? '' : ` (+${percent}%)`}`,
  less: (amount, percent) => `${amount} less${percent === '' ? '' : ` (−${percent}%)`}`,
  same: 'unchanged',
  general: 'Amounts are general funds.',
  requested: 'Requested',
  allocated: 'Allocated',
  budgetPage: (year) => `See the budget of ${year}`,
  noBudget: 'No budget after this evaluation has been published yet.',
  earlier: 'Evaluations of other years',
  taken: (date) => `Figures as of ${date}.`,
};

export const sheetWords = (language: Language): SheetWords => (language === 'en' ? en : ja);
