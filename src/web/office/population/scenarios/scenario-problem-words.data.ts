import type { Sentences } from '../../../../documents/problem-text/sentences.ts';

/** What stands in the way of a scenario in the words of the page that edits it. */
export const scenarioProblemWords: Sentences = {
  'scenario-not-a-number': (p) =>
    `「${p.text}」は数として読めません。1.8 や 65000 のように、数字だけで書いてください。`,
  'scenario-not-a-year': (p) =>
    `「${p.text}」は年として読めません。2032、R14、令和14年 のように書いてください。`,
  'scenario-lever-without-value':
    '理由や年が書かれていますが、値がありません。値を書くか、理由と年を消してください。',
  'scenario-baseline-missing': '基準となる推計が選ばれていません。一つ選んでください。',
  'text-missing': '空です。書いてください。',
  'changed-meanwhile':
    'その間に、ほかの職員がこのシナリオを変えました。いまの内容を確かめて、もう一度押してください。何も変わっていません。',
};
