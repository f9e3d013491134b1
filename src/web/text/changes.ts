import type { YearChange } from '../../domain/indicator/change-of-year.ts';
import type { Language } from './text.ts';

/** Words of what changed in a year, for citizens. */
interface ChangeWords {
  readonly title: (year: string) => string;
  readonly lead: (year: string) => string;
  readonly years: string;
  readonly kinds: Readonly<Record<YearChange['kind'], string>>;
  readonly leads: Readonly<Record<YearChange['kind'], string>>;
  readonly sum: (compared: number, better: number, worse: number, same: number) => string;
  readonly nothing: string;
  readonly count: (count: number) => string;
  readonly up: (amount: string) => string;
  readonly down: (amount: string) => string;
  readonly unchanged: string;
  readonly wanted: (direction: string) => string;
  readonly reason: string;
  readonly note: string;
  readonly targets: string;
  readonly targetsLead: string;
  readonly noTargets: string;
  readonly targetOf: (year: string) => string;
  readonly plans: string;
  readonly missing: string;
  readonly missingLead: string;
  readonly judgements: (year: string) => string;
  readonly to: string;
}

const ja: ChangeWords = {
  title: (year) => `${year}に変わったこと`,
  lead: (year) =>
    `${year}の値を、その前に分かっていた値とくらべました。何がよくなり、何が悪くなったか、目標の何を変えたかを示します。`,
  years: '年度',
  kinds: {
    better: 'よくなったこと',
    worse: '悪くなったこと',
    same: '変わらないこと',
    moved: '良し悪しのない変化',
    first: 'はじめて分かった値',
    text: '文字で示す成果',
    'not-comparable': 'くらべられない値',
  },
  leads: {
    better: '望ましい向きに動いた指標です。',
    worse: '望ましい向きと逆に動いた指標です。目標を満たしたまま下がったものも含みます。',
    same: '値が同じか、望ましい範囲の中で動いた指標です。',
    moved: '望ましい向きが決まっていない指標です。',
    first: '前の値がないため、くらべていません。',
    text: '数ではなく、できたかどうかで示す指標です。',
    'not-comparable': '定義や単位が変わったため、前の値とくらべていません。',
  },
  sum: (compared, better, worse, same) =>
    `前の値とくらべられた指標は ${compared} 件です。よくなったものが ${better} 件、悪くなったものが ${worse} 件、変わらないものが ${same} 件ありました。`,
  nothing: 'この年度には、前の値とくらべられる指標がありません。',
  count: (count) => `${count}件`,
  up: (amount) => `${amount}増`,
  down: (amount) => `${amount}減`,
  unchanged: '増減なし',
  wanted: (direction) => `望ましい向き：${direction}`,
  reason: '理由',
  note: '注',
  targets: '変えた目標',
  targetsLead: 'この年度に目標を変えた指標と、その理由です。',
  noTargets: 'この年度に変えた目標はありません。',
  targetOf: (year) => `${year}の目標`,
  plans: '変えた計画',
  missing: '値のない指標',
  missingLead: 'この年度の値がない指標と、その理由です。',
  judgements: (year) => `${year}の判定を見る`,
  to: 'から',
};

const en: ChangeWords = {
  title: (year) => `What changed in ${year}`,
  lead: (year) =>
    `The figures of ${year} beside those known before: what got better, what got worse, which targets were changed.`,
  years: 'Fiscal year',
  kinds: {
    better: 'Better',
    worse: 'Worse',
    same: 'Unchanged',
    moved: 'Changed, neither good nor bad',
    first: 'Known for the first time',
    text: 'Results in words',
    'not-comparable': 'Not comparable',
  },
  leads: {
    better: 'Indicators that moved in the desired direction.',
    worse: 'Indicators that moved against the desired direction, even where the target is still met.',
    same: 'Indicators with the same figure, or moving within the desired range.',
    moved: 'Indicators without a desired direction.',
    first: 'There is no earlier figure to compare with.',
    text: 'Indicators told in words, not in numbers.',
    'not-comparable': 'Definition or unit has changed since the figure before.',
  },
  sum: (compared, better, worse, same) =>
    `${compared} indicators can be compared with their figure before: ${better} got better, ${worse} got worse, ${same} stayed the same.`,
  nothing: 'No indicator of this year can be compared with a figure before.',
  count: (count) => String(count),
  up: (amount) => `up ${amount}`,
  down: (amount) => `down ${amount}`,
  unchanged: 'no change',
  wanted: (direction) => `desired: ${direction}`,
  reason: 'Reason',
  note: 'Note',
  targets: 'Changed targets',
  targetsLead: 'Indicators whose target was changed this year, and why.',
  noTargets: 'No target was changed this year.',
  targetOf: (year) => `Target for ${year}`,
  plans: 'Changed plans',
  missing: 'Indicators without a figure',
  missingLead: 'Indicators without a figure for this year, and why.',
  judgements: (year) => `See the judgements of ${year}`,
  to: 'to',
};

export const changeWords = (language: Language): ChangeWords => (language === 'en' ? en : ja);
