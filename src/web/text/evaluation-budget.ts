import type { ProposalKind } from '../../domain/budget/budget.ts';
import type { Language } from './text.ts';

/** Words of a published budget and of a published implementation plan. */
interface BudgetWords {
  readonly of: (year: string) => string;
  readonly lead: (year: string, before: string) => string;
  readonly finding: (year: string, amount: string, programmes: number) => string;
  readonly balance: (more: string, less: string) => string;
  readonly balanceTitle: string;
  readonly balanceLead: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<ProposalKind, string>>;
  readonly count: string;
  readonly base: (year: string) => string;
  readonly requested: string;
  readonly allocated: string;
  readonly change: string;
  readonly total: string;
  readonly general: string;
  readonly restsOn: string;
  readonly answers: string;
  readonly answersLead: string;
  readonly evaluation: string;
  readonly outcomes: { readonly more: string; readonly same: string; readonly less: string };
  readonly noEvaluation: string;
  readonly frames: string;
  readonly framesLead: string;
  readonly unit: string;
  readonly expenseClass: string;
  readonly frame: string;
  readonly rest: string;
  readonly arithmetic: string;
  readonly adjusted: (amount: string, reason: string) => string;
  readonly lines: string;
  readonly all: string;
  readonly filter: string;
  readonly programme: string;
  readonly reason: string;
  readonly offset: (name: string, amount: string) => string;
  readonly noReason: string;
  /** An amount that is not known yet. */
  readonly open: string;
  readonly making: {
    readonly lead: (year: string, before: string) => string;
    readonly title: string;
    readonly finding: (programmes: number, before: string, amount: string) => string;
    readonly openRequests: (number: number) => string;
  };
  readonly page: (from: number, to: number, all: number) => string;
  readonly next: string;
  readonly previous: string;
  readonly pages: string;
  readonly notes: string;
  readonly scheme: (name: string) => string;
  readonly csv: string;
  readonly json: string;
  readonly data: string;
  readonly plan: {
    readonly title: (period: string) => string;
    readonly lead: (years: number) => string;
    readonly modes: { readonly fixed: string; readonly rolling: string };
    readonly correction: (number: number) => string;
    readonly finding: (programmes: number, period: string, amount: string) => string;
    readonly table: string;
    readonly group: string;
    readonly noGroup: string;
    readonly sum: (name: string) => string;
    /** Years in which no programme has an amount. */
    readonly open: (years: string) => string;
    readonly original: (amount: string) => string;
    readonly corrections: string;
    readonly unit: string;
    readonly thousandYen: string;
    readonly years: string;
    readonly data: string;
    readonly csv: string;
    readonly json: string;
  };
}

const ja: BudgetWords = {
  of: (year) => `${year}の予算と評価`,
  lead: (year, before) =>
    `${year}の予算を、${before}と事業ごとにくらべ、評価の結果がどう反映されたかを示します。`,
  finding: (year, amount, programmes) =>
    `${year}は、${programmes}件の事業に一般財源${amount}を配分しました。`,
  balance: (more, less) => `新規と拡大で${more}増やし、縮小と廃止などで${less}減らしました。`,
  balanceTitle: '増やすものと減らすもの',
  balanceLead: '新しく始める、広げるための財源を、減らす、やめる事業から出しているかを見ます。',
  kind: '区分',
  kinds: { new: '新規', expand: '拡大', continue: '継続', reduce: '縮小', stop: '廃止' },
  count: '件数',
  base: (year) => `${year}（千円）`,
  requested: '要求（千円）',
  allocated: '配分（千円）',
  change: '増減（千円）',
  total: '合計',
  general: '金額は一般財源です。',
  restsOn: 'もとにした評価:',
  answers: '評価が言ったこと、予算がしたこと',
  answersLead: '評価の方向ごとに、予算が増えた事業、同じ事業、減った事業の数です。',
  evaluation: '評価',
  outcomes: { more: '増えた', same: '同じ', less: '減った' },
  noEvaluation: '評価なし',
  frames: '配分枠',
  framesLead: '部局ごとの枠と、その計算です。',
  unit: '部局',
  expenseClass: '経費区分',
  frame: '枠（千円）',
  rest: '残り（千円）',
  arithmetic: '計算',
  adjusted: (amount, reason) => `調整 ${amount}（${reason}）`,
  lines: '事業ごとの予算',
  all: 'すべて',
  filter: 'しぼりこむ',
  programme: '事業',
  reason: '理由',
  offset: (name, amount) => `財源: 「${name}」の見直し ${amount}`,
  noReason: '—',
  open: '未定',
  making: {
    lead: (year, before) =>
      `${year}の予算は編成の途中です。評価の結果と${before}の額を、事業ごとに示します。配分する額は、まだ決まっていません。`,
    title: '評価が言ったこと',
    finding: (programmes, before, amount) =>
      `${programmes}件の事業の${before}の額は、合わせて${amount}です。`,
    openRequests: (number) => `要求額がまだ出ていない事業は${number}件です。`,
  },
  page: (from, to, all) => `${all}件のうち ${from}〜${to}`,
  next: '次の事業を見る',
  previous: '前の事業を見る',
  pages: 'ページ',
  notes: '読むときの注意',
  scheme: (name) => `「${name}」により配分枠を計算しました。`,
  csv: '予算をCSVで入手',
  json: '予算のデータ（JSON）',
  data: 'データと出典',
  plan: {
    title: (period) => `実施計画（${period}）`,
    lead: (years) => `${years}年間に行う事業と、年度ごとの予定額です。`,
    modes: { fixed: '期間を固定し、途中は補正します。', rolling: '毎年度、期間を一年ずつ先へ送ります。' },
    correction: (number) => (number === 0 ? '当初の計画' : `第${number}回の補正`),
    finding: (programmes, period, amount) =>
      `${period}に${programmes}事業、合わせて${amount}を予定しています。`,
    table: '事業と予定額',
    group: '計画の項目',
    noGroup: '計画の項目との関係なし',
    sum: (name) => `${name} 計`,
    open: (years) => `${years}は、額の入った事業がありません（表では「—」）。`,
    original: (amount) => `当初 ${amount}`,
    corrections: '補正の理由',
    unit: '担当',
    thousandYen: '単位: 千円。※は補正で変わった額',
    years: '年度計',
    data: 'データ',
    csv: '実施計画をCSVで入手',
    json: '実施計画のデータ（JSON）',
  },
};

const en: BudgetWords = {
  of: (year) => `Budget of ${year} and evaluations`,
  lead: (year, before) => `The budget of ${year} against ${before}, and what became of the evaluations.`,
  finding: (year, amount, programmes) =>
    `In ${year}, ${amount} of general funds go to ${programmes} programmes.`,
  balance: (more, less) => `New and expanded: ${more} more; reduced and stopped: ${less} less.`,
  balanceTitle: 'What grows and what gives way',
  balanceLead: 'Whether what is new is paid for by what is reduced or stopped.',
  kind: 'Kind',
  kinds: { new: 'new', expand: 'expand', continue: 'continue', reduce: 'reduce', stop: 'stop' },
  count: 'Number',
  base: (year) => `${year} (thousand yen)`,
  requested: 'Requested (thousand yen)',
  allocated: 'Allocated (thousand yen)',
  change: 'Change (thousand yen)',
  total: 'Total',
  general: 'Amounts are general funds.',
  restsOn: 'Evaluation it rests on:',
  answers: 'What the evaluation said, what the budget did',
  answersLead: 'For each direction, how many programmes got more, the same, or less.',
  evaluation: 'Evaluation',
  outcomes: { more: 'more', same: 'the same', less: 'less' },
  noEvaluation: 'not evaluated',
  frames: 'Frames',
  framesLead: 'The frame of each department and its arithmetic.',
  unit: 'Department',
  expenseClass: 'Class of expense',
  frame: 'Frame (thousand yen)',
  rest: 'Left (thousand yen)',
  arithmetic: 'Arithmetic',
  adjusted: (amount, reason) => `adjusted ${amount} (${reason})`,
  lines: 'Programme by programme',
  all: 'all',
  filter: 'Filter',
  programme: 'Programme',
  reason: 'Reason',
  offset: (name, amount) => `paid for by “${name}”: ${amount}`,
  noReason: '—',
  open: 'open',
  making: {
    lead: (year, before) =>
      `The budget of ${year} is being made. Each programme with what its evaluation said and its amount of ${before}; nothing is allocated yet.`,
    title: 'What the evaluation said',
    finding: (programmes, before, amount) =>
      `${programmes} programmes had ${amount} in ${before}, all together.`,
    openRequests: (number) => `Of ${number} programmes the request is still open.`,
  },
  page: (from, to, all) => `${from} to ${to} of ${all}`,
  next: 'Next programmes',
  previous: 'Previous programmes',
  pages: 'Pages',
  notes: 'Mind when reading',
  scheme: (name) => `Frames were computed by “${name}”.`,
  csv: 'Budget as CSV',
  json: 'Budget as data (JSON)',
  data: 'Data and sources',
  plan: {
    title: (period) => `Implementation plan ${period}`,
    lead: (years) => `What is planned for ${years} years, year by year.`,
    modes: {
      fixed: 'The years are fixed; changes are corrections.',
      rolling: 'Every year the plan moves on by one year.',
    },
    correction: (number) => (number === 0 ? 'as first made' : `correction ${number}`),
    finding: (programmes, period, amount) => `${programmes} programmes in ${period}: ${amount} in all.`,
    table: 'Programmes and amounts',
    group: 'Plan item',
    noGroup: 'in no plan item',
    sum: (name) => `${name}, sum`,
    open: (years) => `No programme has an amount in ${years} (— in the table).`,
    original: (amount) => `first ${amount}`,
    corrections: 'Why it was corrected',
    unit: 'Unit in charge',
    thousandYen: 'Thousand yen. ※: changed by a correction',
    years: 'Sum of the year',
    data: 'Data',
    csv: 'Implementation plan as CSV',
    json: 'Implementation plan as data (JSON)',
  },
};

export const budgetWords = (language: Language): BudgetWords => (language === 'en' ? en : ja);
