import type { Sentences } from './sentences.ts';

/** 判定基準の版、年度の判定、人による判定 */
export const judgementYearSentences: Sentences = {
  'scheme-not-found': '判定基準が見つかりません。一覧から選び直してください。',
  'scheme-file-missing': 'ファイルが選ばれていません。判定基準の JSON ファイルを選んでください。',
  'scheme-adopted': (p) =>
    `「${p.name}」は採用済みのため、変えられません。変えるときは、次の版を作ってください。`,
  'scheme-other-years': (p) =>
    `「${p.name}」は${p.from}年度${p.to === undefined ? '以降' : `から${p.to}年度まで`}の判定基準です。その年度を選ぶか、使う年度を直した次の版を作ってください。`,
  'scheme-not-adopted': (p) => `「${p.name}」はまだ下書きです。採用してから、年度の判定に使ってください。`,
  'scheme-draft-exists': (p) =>
    `この判定基準には、下書き「${p.name}」がもうあります。続きはその下書きに書くか、先に破棄してください。`,
  'judgement-year-unknown': (p) =>
    `${p.fiscalYear}年度を判定する判定基準が、まだ選ばれていません。先に判定基準を選んでください。`,
  'judgement-year-exists': (p) =>
    `${p.fiscalYear}年度の判定基準は、もう選ばれています。「判定」の画面で変えてください。`,
  'reason-required': '理由がありません。理由を書いてください。',
  'indicator-not-found': 'その指標はありません。一覧から選び直してください。',
  'judgement-subject-unknown':
    'いまの判定基準に、この軸や印はありません。画面を開き直して、書き直してください。',
};
