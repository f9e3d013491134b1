import type { Sentences } from '../../../../documents/problem-text/sentences.ts';

const figure = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('ja-JP') : `${value}`;

/** What stands in the way of a scenario in the words of the page that edits it. */
export const scenarioProblemWords: Sentences = {
  'scenario-not-a-number': (p) =>
    `「${p.text}」は数として読めません。1.8 や 65000 のように、数字だけで書いてください。`,
  'scenario-not-a-year': (p) =>
    `「${p.text}」は年として読めません。2032、R14、令和14年 のように書いてください。`,
  'scenario-lever-without-value':
    '理由や年が書かれていますが、値がありません。値を書くか、理由と年を消してください。',
  'scenario-not-whole': (p) => `「${p.text}」は人数になりません。端数のない数で書いてください。`,
  'scenario-birth-rate-without-value':
    '出典だけが書かれています。いまの合計特殊出生率の値を書くか、出典を消してください。',
  'scenario-ask-year-outside': (p) =>
    `${p.year}年の後からは考えられません。${p.from}年から${Number(p.to) - 1}年までの年にするか、空欄にしてください。`,
  'scenario-pair-same': '一つ目と同じです。一つ目とは違う前提を選んでください。',
  'population-number-outside': (p) => `${figure(p.least)}から${figure(p.most)}までの数にしてください。`,
  'population-year-outside': (p) =>
    `${p.year}年は推計の期間（${p.from}～${p.to}年）の外です。期間の中の年にしてください。「最近の変化が続く」を基準にするときは、「何年まで」を先の年にすると期間が延びます。`,
  'scenario-baseline-missing': '基準となる推計が選ばれていません。一つ選んでください。',
  'text-missing': '空です。書いてください。',
  'changed-meanwhile':
    'その間に、ほかの職員がこのシナリオを変えました。いまの内容を確かめて、もう一度押してください。何も変わっていません。',
};
