import type { Sentences } from './sentences.ts';

const choices = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? `もしかして: ${value.join('、')}` : '';

/** 団体コード, 年度, 日付, 文字. */
export const kernelSentences: Sentences = {
  'municipality-code-format': (p) =>
    `「${p.input}」は全国地方公共団体コードの形ではありません。6桁の数字で書いてください。`,
  'municipality-code-five-digits': (p) =>
    `「${p.input}」は5桁です。検査数字を含む6桁で書いてください。${choices(p.suggestions)}`,
  'municipality-code-check-digit': (p) =>
    `「${p.input}」は検査数字（6桁目）が合いません。番号を確かめてください。${choices(p.suggestions)}`,
  'municipality-code-prefecture': (p) =>
    `「${p.input}」は都道府県のコードです。市区町村のコードを書いてください。`,
  'municipality-code-ward': (p) =>
    `「${p.input}」は行政区のコードです。市のコードを書いてください。${choices(p.suggestions)}`,
  'municipality-code-unknown': (p) =>
    `「${p.input}」というコードの市区町村は一覧にありません。番号を確かめてください。`,
  'fiscal-year-format': (p) =>
    `「${p.input}」は年度として読めません。2024、R6、令和6年度 のように書いてください。`,
  'fiscal-year-impossible': (p) =>
    `「${p.input}」という年度はありません。元号と年、または1868〜2200の西暦を確かめてください。`,
  'fiscal-year-after-era': (p) =>
    `「${p.input}」は${p.era}の続く年ではありません。${p.suggestion}のことなら、そう書いてください。`,
  'fiscal-year-never-began': (p) =>
    `「${p.input}」という年度はありません。その年の1月の元号の変わる前の日は、${p.containing}の内です。4月からの年度は${p.suggestion}と書いてください。`,
  'fiscal-year-contradiction': (p) => `「${p.input}」の元号と西暦が一致しません。どちらかを直してください。`,
  'fiscal-year-twice': (p) => `${p.fiscalYear}年度が2回書かれています。1つにしてください。`,
  'date-format': (p) =>
    `「${p.input}」は日付として読めません。2024-04-01 か 令和6年4月1日 のように書いてください。`,
  'date-impossible': (p) => `「${p.input}」という日はありません。日付を確かめてください。`,
  'date-outside-era': (p) =>
    `「${p.input}」は${p.era}の期間の日ではありません。${p.suggestion}のことなら、そう書いてください。`,
  'date-before-solar-calendar': (p) =>
    `「${p.input}」は明治6年より前で、暦が異なるため扱えません。西暦の日付を確かめてください。`,
  'text-missing': '空です。書いてください。',
  'text-too-long': (p) => `${p.length}字あります。${p.limit}字までにしてください。`,
  'text-control-character': (p) =>
    `${p.place}字目に使えない制御文字があります。PDFなどから写した跡を消してください。`,
  'url-format': (p) =>
    `「${p.text}」はアドレスとして使えません。https:// から始まるアドレスを入力してください。`,
  'key-twice': (p) => `「${p.key}」が2回書かれています。1つにしてください。`,
  'not-allowed': 'この操作をする権限がありません。',
  'changed-meanwhile': 'その間にほかの人が変えました。開き直して確かめてください。',
  'municipality-other': (p) =>
    `ファイルは団体 ${p.given} のものですが、指定した団体は ${p.expected} です。どちらかを直してください。`,
  'municipality-differs-from-list': (p) =>
    `「${p.given}」はコードの一覧の「${p.expected}」と異なります。コードか名称を直してください。`,
  'municipality-exists': (p) =>
    `団体 ${p.code} はもう登録されています。追加だけなら municipality を除いてください。`,
  'municipality-not-found': (p) =>
    `団体 ${p.code} はまだ登録されていません。municipality を書いたファイルを加えてください。`,
  'municipality-twice': (p) => `団体の情報（municipality）が ${p.first} にもあります。1つにしてください。`,
};
