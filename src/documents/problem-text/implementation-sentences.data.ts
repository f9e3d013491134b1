import type { Sentences } from './sentences.ts';

const yen = (value: unknown): string => Number(value).toLocaleString('ja-JP');

/** 実施計画 */
export const implementationSentences: Sentences = {
  'implementation-start': '始まりの年度を読めません。「令和8」や「2026」のように書いてください。',
  'implementation-years': (p) => `年数は1から${p.longest}までの整数で書いてください。`,
  'implementation-exists': (p) =>
    `${p.year}に始まる実施計画「${p.title}」がもうあります。それを直すか、別の年度を選んでください。`,
  'implementation-overlap': (p) =>
    `固定の実施計画「${p.title}」と年度が重なります。重ならない年度にするか、その計画を補正してください。`,
  'implementation-unknown': '実施計画が見つかりません。一覧から選び直してください。',
  'implementation-changed': (p) =>
    `「${p.title}」は、開いている間にほかの職員が変えました。何もしていません。いまの内容を確かめて、もう一度押してください。`,
  'implementation-settled': (p) =>
    `「${p.title}」は確定済みです。額を変えるときは、補正として理由とともに入力してください。`,
  'implementation-not-settled': (p) => `「${p.title}」はまだ確定していません。先に確定してください。`,
  'implementation-public': (p) => `「${p.title}」は、いまの内容で公表済みです。`,
  'implementation-empty': (p) =>
    `「${p.title}」には、まだ額が一つもありません。額を入れてから確定してください。`,
  'implementation-rolling':
    '毎年度見直す方式の計画は、確定した後に補正しません。「次の計画へ送る」で翌年度からの計画を作り、そこで直してください。',
  'implementation-amount': (p) =>
    `「${p.typed}」は額として読めません。千円単位の0以上の整数で書いてください（例: 1,200）。`,
  'implementation-general-alone':
    '一般財源だけがあり、事業費がありません。事業費を書くか、一般財源を消してください。',
  'implementation-general-over': (p) =>
    `一般財源 ${yen(p.general)}千円が、事業費 ${yen(p.amount)}千円を超えています。どちらかを直してください。`,
  'implementation-year': (p) => `${p.fiscalYear}年度は、この計画の年度ではありません。`,
  'implementation-met': (p) =>
    `${p.fiscalYear}年度の額は、開いている間にほかの職員が変えました（いまの値: ${p.stored}）。確かめて、保存し直してください。`,
  'implementation-nought': (p) =>
    `${p.fiscalYear}年度の額が空です。確定した計画の額は消せません。なくすときは0にして、理由を書いてください。`,
  'implementation-reason': '補正の理由がありません。変えた事業ごとに理由を書いてください。',
  'implementation-programme-unknown': (p) =>
    `事務事業「${p.key}」が登録されていません。画面を開き直してください。`,
  'implementation-programme-gone': (p) => `額のある事務事業「${p.key}」が、いまの一覧にありません。`,
  'implementation-hard-missing': (p) =>
    `ハード事業「${p.name}」の額がありません。実施計画で予算を決める種類の事業です。`,
  'implementation-general-missing': (p) =>
    `ハード事業「${p.name}」に、一般財源の分からない年度があります。予算の枠に渡す額を書いてください。`,
  'implementation-no-unit': (p) => `「${p.name}」の担当の課が決まっていません。`,
  'implementation-outside': (p) =>
    `「${p.name}」は事業の期間（${p.from}〜${p.to}年度）の外の${p.fiscalYear}年度に額があります。`,
  'implementation-block-empty': '貼り付ける内容が空です。表計算の行を写して貼り付けてください。',
  'implementation-block-row': (p) => `貼り付けた${p.line}行目の「${p.name}」は、この表にない事業です。`,
  'implementation-block-twice': (p) => `貼り付けた${p.line}行目の「${p.name}」は、前の行にもあります。`,
};
