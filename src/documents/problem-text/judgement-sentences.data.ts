import type { Sentences } from './sentences.ts';

const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '');

/** A stretch of the number line, '' being without end: 「0.5から0.8まで」「0.8」「0.8より上」. */
const stretch = ({ from, to }: Readonly<Record<string, unknown>>): string => {
  if (from === to) return `${from}`;
  if (from === '') return `${to}より下`;
  return to === '' ? `${from}より上` : `${from}から${to}まで`;
};

/** 判定基準と、判定する指標 */
export const judgementSentences: Sentences = {
  'scheme-years-reversed': (p) =>
    `始まりの年度 ${p.from} が終わりの年度 ${p.to} より後です。年度を確かめてください。`,
  'scheme-years-overlap': (p) =>
    `版「${p.version}」と版「${p.other}」が、${p.from}${p.to === '' ? '年度から先' : `〜${p.to}年度`}で重なります。どちらかの期間を直してください。`,
  'scheme-year-outside': (p) =>
    `${p.fiscalYear}年度は、この判定基準の期間（${p.from}〜${p.to === '' ? '' : p.to}年度）の外です。その年度の版を使うか、--year を直してください。`,
  'judge-year-missing':
    'どの年度を判定するか分かりません。--year か、ファイルの fiscalYear に書いてください。',
  'plan-start-missing':
    '計画の初年度（planStart）が書かれていないため、必要到達率を決められません。書き加えてください。',
  'shares-not-rising': '必要到達率は0より大きく、年ごとに増え、1（100%）までの数を並べてください。',
  'measures-too-many': (p) => `尺度が${p.count}個あります。${p.limit}個までにしてください。`,
  'measure-unknown': (p) => `「${p.measure}」という尺度は measures にありません。綴りを確かめてください。`,
  'measure-empty': '組み合わせる尺度がありません。1つ以上書いてください。',
  'measure-cycle': (p) =>
    `尺度が互いを必要とし、計算が終わりません（${Array.isArray(p.measures) ? p.measures.join(' → ') : ''}）。輪を切ってください。`,
  'weight-not-positive': (p) => `重み ${p.weight} は正の数ではありません。0より大きい数にしてください。`,
  'tolerance-unknown': (p) =>
    `「${p.tolerance}」という許容幅は tolerances にありません。綴りを確かめてください。`,
  'tolerance-negative': (p) => `許容幅 ${p.value} が負です。0以上の数にしてください。`,
  'tolerance-too-many': (p) => `許容幅の組合せが${p.limit}通りを超えます。行を減らしてください。`,
  'band-gap': (p) =>
    `どの帯にも入らない値があります: ${stretch(p)}。境の値と「以上・未満」を直してください。`,
  'band-overlap': (p) =>
    `二つの帯に入る値があります: ${stretch(p)}。境の値と「以上・未満」を直してください。`,
  'band-reversed': (p) =>
    `下の境 ${p.from} と上の境 ${p.to} の間に値がありません。境を入れ替えるか、両端を含めてください。`,
  'bands-none': '帯がありません。1つ以上書いてください。',
  'steps-none': '手順がありません。1つ以上書いてください。',
  'step-unreachable':
    '前の手順が必ず決めるため、この手順は使われません。前の手順に "next" を加えるか、消してください。',
  'step-last-next': '最後の手順の "next" は行き先がありません。段階を書いてください。',
  'grade-unknown': (p) => `「${p.grade}」という段階はありません。次のどれかにしてください: ${list(p.grades)}`,
  'grade-key-reserved':
    '"next" は「次の手順へ」の意味なので、段階の key には使えません。別の key にしてください。',
  'grades-none': '段階がありません。1つ以上書いてください。',
  'grade-never-given': (p) => `段階「${p.grade}」になる道がありません。要らなければ消してください。`,
  'case-last-conditional':
    '最後の場合分けに for があると、どれにも当てはまらない指標が残ります。for のないものを最後に置いてください。',
  'case-unreachable':
    '前の場合分けがすべて引き受けるため、ここは使われません。順序を入れ替えるか、消してください。',
  'missing-reason-ungraded': (p) =>
    `値がない理由のうち、段階の決まっていないものがあります: ${list(p.reasons)}。判定なしとして理由を示します。`,
  'axis-unknown': (p) => `「${p.axis}」という軸はありません。綴りを確かめてください。`,
  'axis-later': (p) => `軸「${p.axis}」はまだ判定されていません。この軸より前に置いてください。`,
  'mark-key-unknown': (p) => `「${p.mark}」という評価の欄は marks にありません。綴りを確かめてください。`,
  'mark-choice-unknown': (p) =>
    `評価の欄「${p.mark}」に「${p.choice}」という選択肢はありません。次のどれかにしてください: ${list(p.choices)}`,
  'mark-choice-missing': (p) => `選択肢「${p.choice}」のときの段階が書かれていません。書き加えてください。`,
  'score-no-points': '点数のある段階がない軸です。段階に points を書くか、軸を直してください。',
  'count-empty': '何を数えるかが書かれていません。grades か measure を書いてください。',
  'range-missing': '範囲の指標には range の from か to が要ります。書き加えてください。',
  'range-reversed': (p) => `範囲の下限 ${p.from} が上限 ${p.to} より大きくなっています。入れ替えてください。`,
  'value-and-missing': (p) =>
    `${p.fiscalYear}年度に値と「値がない理由」の両方があります。どちらかを消してください。`,
  'factor-not-positive': (p) =>
    `換算の率 ${p.factor} は正の数ではありません。0より大きい数か null にしてください。`,
  'target-equals-baseline': (p) =>
    `目標値 ${p.value} が基準値と同じで、進捗を計算できません。維持の指標なら direction を直してください。`,
};
