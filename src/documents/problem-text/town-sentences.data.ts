import type { Sentences } from './sentences.ts';

const listed = (value: unknown): string =>
  Array.isArray(value) ? value.map((each) => `「${each}」`).join('、') : '';
const inTurn = (value: unknown): string =>
  Array.isArray(value) ? value.map((each) => `「${each}」`).join(' → ') : '';
const years = (value: unknown): string =>
  Array.isArray(value) ? value.map((each) => `${each}年度`).join('、') : '';

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
  'fiscal-year-implausible': (p) =>
    `「${p.input}」は年度の書き間違いではありませんか。${p.first}年度から${p.last}年度までの年度を書いてください。`,
  'standard-error-alone': '標準誤差だけがあり、値がありません。値を書くか、標準誤差を消してください。',
  'range-without-direction':
    '望ましい範囲は、向きが「範囲に収める」の指標にだけ定めます。向きを変えるか、範囲を空にしてください。',
  'range-reversed': (p) => `範囲の下限 ${p.from} が上限 ${p.to} より大きくなっています。入れ替えてください。`,
  'path-points-missing': '道筋を年度ごとに定めるときは、年度と値を1つ以上書いてください。',
  'path-survey-years-missing': '調査の年に段階的に進む道筋には、調査の年度を1つ以上書いてください。',
  'path-year-outside': (p) =>
    `${p.fiscalYear}年度は、道筋の期間（${p.first === undefined ? '' : `基準の${p.first}年度`}から${
      p.last === undefined ? '' : `目標の${p.last}年度`
    }まで）の外です。`,
  'unit-factor-not-positive': (p) =>
    `換算の数が ${p.factor} です。前の値に掛けると新しい単位になる、0より大きい数を書いてください。比べられないときは空にします。`,
  'unit-change-last': (p) =>
    `最後に変えた後の単位は「${p.unit}」ですが、指標の単位は「${p.now}」です。どちらかを直してください。`,
  'available-months-range': (p) =>
    `「${p.text}」は月数として使えません。0から120までの整数で書いてください。`,
  'common-key-format': (p) =>
    `共通指標のキー「${p.text}」は使えません。半角の小文字・数字・ハイフンで書いてください（例: total-fertility-rate）。`,
  'computed-operation-missing':
    '計算に使う指標が選ばれていますが、計算が選ばれていません。計算を選ぶか、指標の選択を外してください。',
  'computed-operand-count': (p) =>
    p.operation === 'sum'
      ? `合計する指標が${p.count}つです。2つ以上選んでください。`
      : `計算に使う指標が${p.count}つです。2つ選んでください。`,
  'computed-factor-not-positive': (p) =>
    `掛ける数が ${p.factor} です。百分率なら 100、人口千人当たりなら 1000 のように、0より大きい数を書いてください。`,
  'computed-of-itself': (p) =>
    `「${p.name}」をこの指標自身の計算に使うことはできません。ほかの指標を選んでください。`,
  'computed-operand-unknown': (p) =>
    `指標「${p.key}」は登録されていません。先に定めるか、ほかの指標を選んでください。`,
  'computed-operand-twice': (p) => `「${p.name}」が二度使われています。一つにしてください。`,
  'computed-operand-text': (p) =>
    `「${p.name}」は段階（文字）の指標で、数がありません。数の指標を選んでください。`,
  'computed-cycle': (p) =>
    `計算の元をたどると元に戻ります（${inTurn(p.names)}）。どれかの計算の元を変えてください。`,
  'computed-other-unit': (p) =>
    `単位が合わないため、足したり引いたりできません: ${listed(p.operands)}。結果の単位は「${p.unit}」です。単位をそろえてください。`,
  'used-in-computed': (p) =>
    `この指標から計算している${listed(p.names)}が、計算できなくなります。先にその計算を変えてください。`,
  'computed-has-figures': (p) =>
    `計算する指標に、手で入れた値があります（${years(p.years)}）。値を消すか、計算をやめてください。`,
  'figure-for-computed': '計算する指標です。値は元の指標から計算します。元の指標の値を入力してください。',
  'category-has-figures': (p) =>
    `「${p.name}」には値があるため、外せません（${years(p.years)}）。名前だけなら変えられます。`,
  'series-has-figures': (p) =>
    `「${p.name}」には値があるため、外せません（${years(p.years)}）。先に値を消して公開してください。`,
  'dimension-without-categories': (p) => `軸「${p.name}」の区分がありません。1つ以上書いてください。`,
  'breakdown-name-twice': (p) => `「${p.name}」という名前が二つあります。別の名前にしてください。`,
  'category-of-no-dimension': '区分だけがあり、軸の名前がありません。軸の名前を書いてください。',
};
