import type { Sentences } from './sentences.ts';

const partNames: Readonly<Record<string, string>> = {
  programmeTypes: '事業の種類',
  staffRates: '人件費の単価',
  calendar: '年間の予定',
};

/** 年度サイクルの設定 */
export const cycleSentences: Sentences = {
  'cycle-type-label-missing': '種類の名前が空です。名前を書くか、行を消してください。',
  'cycle-type-twice': (p) => `種類「${p.label}」が2回書かれています。1つにしてください。`,
  'cycle-type-used': (p) =>
    `種類「${p.label}」の事務事業が${p.count}件あるため、消せません。先に、それらの種類を変えてください。`,
  'cycle-key-format': (p) =>
    `キー「${p.key}」は使えません。半角の小文字・数字・ハイフンで、40字までにしてください（例: soft）。`,
  'cycle-key-twice': (p) => `キー「${p.key}」が2回書かれています。別のキーにしてください。`,
  'cycle-rate-year': '年度を読めません。「令和7」や「2025」のように書いてください。',
  'cycle-rate-twice': (p) => `${p.fiscalYear}年度の単価が2回書かれています。1つにしてください。`,
  'cycle-rate-amount': (p) =>
    `1時間あたりの単価は、${p.from}円から${Number(p.to).toLocaleString('ja-JP')}円までの整数（円）で書いてください。`,
  'cycle-title-missing': '予定の名前が空です。名前を書くか、行を消してください。',
  'cycle-month': '月を選んでください。',
  'cycle-months-reversed': (p) =>
    `「${p.title}」の終わりの月（${p.to}月）が始まりの月（${p.from}月）より前です。年度は4月に始まり3月に終わります。年度をまたぐ予定は、2行に分けてください。`,
  'cycle-too-many': (p) => `行が多すぎます。${p.limit}行までにしてください。`,
  'cycle-changed-meanwhile': (p) =>
    `${(Array.isArray(p.parts) ? p.parts : []).map((part) => `「${partNames[String(part)] ?? part}」`).join('')}は、開いている間にほかの職員が変えました。まだ保存していません。`,
  'cycle-template-unknown': 'ひな形が選ばれていません。一つ選んでください。',
  'cycle-part-missing': '取り込む内容が選ばれていません。一つ以上選んでください。',
  'cycle-file-missing': 'ファイルが選ばれていません。年度サイクルの JSON ファイルを選んでください。',
};
