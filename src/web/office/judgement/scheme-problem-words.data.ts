import type { Sentences } from '../../../documents/problem-text/sentences.ts';

const listed = (value: unknown, between = '、'): string =>
  Array.isArray(value) ? value.join(between) : String(value ?? '');

/** 0.8から1まで; '' is without end. */
const interval = (p: Readonly<Record<string, unknown>>): string => {
  const [from, to] = [String(p.from ?? ''), String(p.to ?? '')];
  if (from === '' && to === '') return '数の全体';
  if (from === '') return `${to}より下`;
  if (to === '') return `${from}より上`;
  return from === to ? `ちょうど ${from}` : `${from} から ${to} まで`;
};

/** What is wrong with a scheme, in the words of the page that edits it; the same codes in a file have words of their own. */
export const schemeProblemWords: Sentences = {
  'scheme-not-a-number': (p) =>
    `「${p.text}」は数として読めません。0.8 や 80% のように書いてください。許容の幅を使うときは +width-1 のように書きます。`,
  'scheme-whole-number': (p) => `「${p.text}」は使えません。0から${p.limit}までの整数で書いてください。`,
  'scheme-choose': '選ばれていません。選んでください。',
  'scheme-row-twice': '同じものが2行あります。1行にしてください。',
  // 期間
  'scheme-years-reversed': (p) =>
    `使い終わる年度（${p.to}年度）が、使い始める年度（${p.from}年度）より前です。`,
  'plan-start-missing':
    '計画の初年度がありません。必要な進み具合を計画の初めから数えるには、初年度が要ります。',
  // 数え方
  'measure-unknown': (p) =>
    p.measure === ''
      ? '数え方が選ばれていません。'
      : `数え方「${p.measure}」はありません。選び直してください。`,
  'measure-empty': '組み合わせる数え方がありません。一つ以上加えてください。',
  'measure-cycle': (p) => `数え方が互いを必要とし、計算が終わりません（${listed(p.measures, ' → ')}）。`,
  'weight-not-positive': (p) => `重み「${p.weight}」は使えません。0より大きい数にしてください。`,
  'shares-not-rising': '必要な割合は、年を追って増える（または同じ）並びで書いてください。例: 0.2、0.4、0.6',
  // 許容の幅
  'tolerance-negative': (p) => `許容の幅「${p.value}」が負です。0以上にしてください。`,
  'tolerance-unknown': (p) => `許容の幅「${p.tolerance}」はありません。先に許容の幅を加えてください。`,
  'tolerance-too-many': (p) => `許容の幅の組み合わせが多すぎて確かめられません（上限${p.limit}通り）。`,
  // 区切り
  'bands-none': '区切りがありません。一つ以上加えてください。',
  'band-gap': (p) => `すき間: ${interval(p)} が、どの区切りにも入りません。`,
  'band-overlap': (p) => `重なり: ${interval(p)} が、二つの区切りに入ります。`,
  'band-reversed': (p) => `上下が逆: 下の境 ${p.from} が、上の境 ${p.to} より上にあるか、同じです。`,
  // 段階と手順
  'grades-none': '段階がありません。一つ以上加えてください。',
  'grade-key-reserved': '段階の記号に next は使えません。別の記号にしてください。',
  'grade-unknown': (p) => `段階「${p.grade}」は、この軸にありません。選び直してください。`,
  'grade-never-given': (p) => `段階「${p.grade}」は、どの手順からも付きません。`,
  'axis-unknown': (p) => `軸「${p.axis}」はありません。選び直してください。`,
  'axis-later': (p) => `軸「${p.axis}」は後で決まります。先に決まる軸だけを使えます。`,
  'case-last-conditional':
    '最後の場合に条件が付いています。どれにも当てはまらない指標が残らないよう、最後は条件なしにしてください。',
  'case-unreachable':
    '前の場合がすべて受け取るため、ここまで来る指標がありません。順番か条件を直してください。',
  'steps-none': '手順がありません。一つ以上加えてください。',
  'step-unreachable':
    '前の手順で必ず決まるため、ここまで来ません。消すか、前の手順に「次の手順へ」を入れてください。',
  'step-last-next': '最後の手順が「次の手順へ」になっています。段階を選んでください。',
  'mark-key-unknown': (p) =>
    p.mark === '' ? '人の印が選ばれていません。' : `人の印「${p.mark}」はありません。選び直してください。`,
  'mark-choice-unknown': (p) => `「${p.choice}」は、この人の印の選択肢にありません。`,
  'mark-choice-missing': (p) => `選択肢「${p.choice}」のときの段階が選ばれていません。`,
  'missing-reason-ungraded': (p) =>
    `値がない理由のうち ${Array.isArray(p.reasons) ? p.reasons.length : 0}件に段階がありません。その指標は「判定なし」になります。`,
  // 集計
  'score-no-points': '点数の付いた段階がないため、点数を出せません。段階に点数を付けてください。',
  'count-empty': '何を数えるかが決まっていません。段階か、数え方を選んでください。',
};
