import type { Sentences } from './sentences.ts';

/** 組織, エリア, 指標 */
export const townSentences: Sentences = {
  'unit-unknown': (p) =>
    `組織「${p.key}」はこの団体に登録されていません。組織を先に登録するか、キーを直してください。`,
  'unit-exists': (p) => `組織「${p.name}」のキーは、別の内容で登録済みです。キーか内容を直してください。`,
  'unit-key-duplicate': (p) => `組織のキー「${p.key}」が2回使われています。別のキーにしてください。`,
  'unit-dates-reversed': (p) =>
    `組織「${p.name}」の終わりの日（${p.to}）が始まりの日（${p.from}）より前です。`,
  'unit-parent-unknown': (p) => `組織「${p.name}」の上の組織「${p.parent}」が登録されていません。`,
  'unit-cycle': (p) => `組織「${p.name}」の上をたどると自分に戻ります。上の組織を直してください。`,
  'unit-outlives-parent': (p) => `組織「${p.name}」は、上の組織「${p.parent}」がない日にも存在します。`,
  'unit-name-overlap': (p) => `同じ時期に同じ場所に「${p.name}」が2つあります。名称か期間を直してください。`,
  'succession-to-itself': (p) => `「${p.name}」が自分自身に引き継がれています。`,
  'succession-successor-absent': (p) => `${p.on}に、引き継ぎ先「${p.successor}」は存在しません。`,
  'succession-before-predecessor': (p) =>
    `引き継ぎの日（${p.on}）が、元の組織「${p.predecessor}」の始まりより前です。`,
  'succession-gap': (p) =>
    `「${p.predecessor}」は${p.lastDay}までですが、引き継ぎの日（${p.on}）との間が空いています。`,
  'succession-cycle': (p) => `組織「${p.key}」の引き継ぎをたどると元に戻ります。`,
  'area-exists': (p) => `エリア「${p.name}」のキーは、別の内容で登録済みです。キーか内容を直してください。`,
  'area-key-duplicate': (p) => `エリアのキー「${p.key}」が2回使われています。別のキーにしてください。`,
  'area-parent-unknown': (p) => `エリア「${p.name}」を含むエリア「${p.parent}」がありません。`,
  'area-not-wider': (p) => `エリア「${p.parent}」は「${p.name}」より広い範囲ではありません。`,
  'area-unknown': (p) => `エリア「${p.key}」はこの団体に登録されていません。キーを直してください。`,
  'indicator-exists': (p) => `指標「${p.name}」のキーは、もう使われています。別のキーにしてください。`,
  'indicator-unknown': (p) => `指標「${p.key}」はこの団体に登録されていません。キーを直してください。`,
  'series-unknown': (p) =>
    `系列「${p.series}」は指標に定義されていません。referenceSeries に加えてください。`,
  'breakdown-unknown': (p) => `内訳「${p.breakdown}」は指標の内訳の定義にありません。`,
  'value-twice': (p) =>
    `同じ年度・系列「${p.series}」・内訳「${p.breakdown}」の値が2回書かれています。1つにしてください。`,
};
