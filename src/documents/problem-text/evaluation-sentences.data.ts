import type { Sentences } from './sentences.ts';

const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '');

/** 評価の様式と、シートの答え */
export const evaluationSentences: Sentences = {
  'evaluation-answer-missing': (p) => `「${p.label}」がまだ答えられていません。答えてください。`,
  'evaluation-level-unknown': (p) =>
    `「${p.label}」に「${p.text}」という段階はありません。次から選んでください: ${list(p.choices)}。`,
  'evaluation-direction-unknown': (p) =>
    `方向性に「${p.text}」ということばはありません。次から選んでください: ${list(p.choices)}。`,
  'evaluation-grade-unknown': (p) =>
    `総合評価に「${p.text}」という段階はありません。次から選んでください: ${list(p.choices)}。`,
  'evaluation-priority-unknown': (p) =>
    `優先度に「${p.text}」ということばはありません。次から選んでください: ${list(p.choices)}。`,
  'evaluation-text-too-long': (p) =>
    `「${p.label}」は${p.length}字あります。${p.limit}字までに縮めてください。`,
  'evaluation-direction-reason-missing': (p) =>
    `方向性が「${p.word}」のときは、理由が要ります。「${p.label}」に書いてください。`,
  'evaluation-grade-reason-missing': (p) =>
    `計算では「${p.machine}」ですが、「${p.human}」が選ばれています。「${p.label}」に理由を書くか、計算に合わせてください。`,
  'evaluation-not-asked': (p) =>
    `「${p.label}」は、ほかの答えから、この事業では問いません。書かれている答えは数えません。`,
  'evaluation-field-unknown': (p) =>
    `「${p.field}」という欄は、この様式にありません。画面を開き直してください。`,
  'evaluation-scheme-key-twice': (p) =>
    `キー「${p.key}」が二度使われています。どちらかを別のキーにしてください。`,
  'evaluation-scheme-names-nothing': (p) =>
    `${p.what}に「${p.key}」はありません。あるものを選び直してください。`,
  'evaluation-scheme-no-stage': '段階が一つもありません。少なくとも一つ加えてください。',
  'evaluation-scheme-no-words': (p) =>
    `${p.what}が一つもないため、選べません。加えるか、「問わない」にしてください。`,
  'evaluation-scheme-asks-nothing': (p) =>
    `段階「${p.name}」で問うことがありません。評価項目や方向性を選ぶか、段階を消してください。`,
  'evaluation-scheme-no-stage-before': (p) =>
    `段階「${p.name}」は最初の段階のため、前の段階から写せません。「空から」にしてください。`,
  'evaluation-scheme-never-asked': (p) =>
    `「${p.name}」は、どの段階でも問われません。段階で選ぶか、消してください。`,
  'evaluation-scheme-first-some': (p) =>
    `最初の段階「${p.name}」が、選んだ事業だけになっています。すべての事業で始めるなら「すべて」にしてください。`,
  'evaluation-scheme-condition-empty': (p) =>
    `「${p.name}」がどの段階のときかが選ばれていません。段階を選ぶか、条件を消してください。`,
  'evaluation-scheme-condition-later': (p) =>
    `条件の「${p.name}」は、この項目より後にあります。条件にする項目を先に並べてください。`,
  'evaluation-scheme-condition-not-asked': (p) =>
    `段階「${p.stage}」で「${p.name}」を問いますが、条件の項目をその段階で問いません。条件の項目も問うか、この項目を外してください。`,
  'evaluation-scheme-proposal-length': (p) =>
    `達成率の境が${p.bounds}個、段階が${p.levels}個です。同じ数にしてください。`,
  'evaluation-scheme-open-bound': '下の境が空でよいのは、最後の段階だけです。数を書いてください。',
  'evaluation-scheme-bounds-order': (p) =>
    `下の境 ${p.from} が、一つ上の境 ${p.above} より小さくありません。上から下へ小さくなるようにしてください。`,
  'evaluation-scheme-no-levels': (p) =>
    `「${p.name}」に選べる段階がありません。加えるか、記入欄にしてください。`,
  'evaluation-scheme-one-level': (p) => `「${p.name}」の段階が一つだけで、選ぶことがありません。`,
  'evaluation-scheme-weight': (p) => `「${p.name}」の重みが0以下です。0より大きい数にしてください。`,
  'evaluation-scheme-no-bands': '総合評価の決め方に行がありません。加えるか、「人が決める」にしてください。',
  'evaluation-scheme-band-gap': (p) =>
    `点が${p.from}に届かないときの総合評価がありません。最後の行の境を空にすると、すべての点に決まります。`,
  'evaluation-scheme-no-points':
    'どの評価項目の段階にも点がないため、計算できません。点を書くか、「人が決める」にしてください。',
  'evaluation-scheme-level-without-points': (p) =>
    `「${p.name}」の段階「${list(p.levels)}」に点がありません。選ばれたときは、計算に入れません。`,
  'evaluation-scheme-row-always':
    '条件のない行があり、必ず当てはまります。条件を加えるか、「どれでもないとき」を使ってください。',
  'evaluation-scheme-grade-unused': 'どの段階でも総合評価を問わないため、計算した結果が使われません。',
  'evaluation-scheme-no-axis': (p) =>
    `判断の表「${p.name}」の軸にするものが、この様式にありません。軸を選び直してください。`,
  'evaluation-scheme-axes-same': (p) => `判断の表「${p.name}」の縦と横が同じです。どちらかを変えてください。`,
  'evaluation-scheme-draft-exists': (p) =>
    `「${p.name}」には、まだ採用していない下書きがあります。その下書きを直すか、消してから作ってください。`,
  'evaluation-scheme-not-found': 'この評価の様式はもうありません。一覧に戻って確かめてください。',
  'evaluation-scheme-adopted': (p) =>
    `「${p.name}」は採用済みのため、変えられません。「次の版を作る」から始めてください。`,
  'evaluation-scheme-in-use': (p) => `「${p.name}」は評価の回で使われているため、消せません。`,
};
