import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import type { Sentences } from './sentences.ts';

const persons = (value: unknown): string => `${Number(Number(value).toFixed(3)).toLocaleString('ja-JP')}人`;
const day = (value: unknown): string => formatJapaneseDate(String(value));
const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value));

/** 人口ファイルの読み取り */
export const populationFileSentences: Sentences = {
  'population-file-format':
    'CSV としても Excel（.xlsx）としても読めません。UTF-8 か Shift_JIS の CSV、または .xlsx で保存し直してください。',
  'xlsx-broken':
    'Excel のファイルが壊れているか、途中で切れています。Excel で開き、.xlsx で保存し直してください。',
  'xlsx-too-large': (p) =>
    `Excel のファイルを開くと ${p.megabytes}MB を超えます。使うシートだけを、新しいファイルに保存してください。`,
  'xlsx-too-many-cells': (p) =>
    `セルが多すぎます（上限は${Number(p.limit).toLocaleString('ja-JP')}）。使う行だけを、新しいファイルに保存してください。`,
  'population-file-too-long': (p) =>
    `${Number(p.lines).toLocaleString('ja-JP')}行あります（上限は${Number(p.limit).toLocaleString('ja-JP')}行）。使う行だけを、新しいファイルに保存してください。`,
  'population-file-too-wide': (p) =>
    `列が${Number(p.limit).toLocaleString('ja-JP')}を超えています。使う列だけを、新しいファイルに保存してください。`,
  'population-file-too-many-tables': (p) =>
    `地区と日の組が${Number(p.count).toLocaleString('ja-JP')}あり、一つの系列の上限（${Number(p.limit).toLocaleString('ja-JP')}）を超えます。年か地区で分けたファイルを取り込んでください。`,
  'xls-encrypted':
    'パスワードのかかった Excel のファイルです。パスワードを外して、.xlsx で保存し直してください。',
  'xls-old': '古い形式の Excel（.xls）です。Excel で開き、「名前を付けて保存」で .xlsx にしてください。',
  'population-file-not-chosen': 'ファイルが選ばれていません。選んで、もう一度押してください。',
  'population-file-month-day-unread': (p) =>
    `「${p.text}」は月日として読めません。1月1日 のように書いてください。`,
  'population-file-unknown':
    '人口の表が見つかりません。見出しの行に「総人口」「男性」「0-4歳の男性」「年齢」などが、その下に数があるか確かめてください。',
  'population-file-no-figures': '見出しの下に、人口の数がありません。シートと行を確かめてください。',
  'population-file-other-town': (p) =>
    `${p.town}の数がありません。書いてあるのは ${list(p.found)} です。ファイルを確かめてください。`,
  'population-file-other-rows': (p) =>
    `ほかの団体の行（${list(p.found)}）がまじっています。その行は読みません。`,
  'population-file-cell-missing': (p) =>
    `${p.age}歳の数がありません。数を書いてください。いないときは 0 と書いてください。`,
  'population-file-cell-unread': (p) => `「${p.text}」は人数として読めません。数に直してください。`,
  'population-file-cell-negative': (p) => `負の数（${p.value}）です。0以上の数に直してください。`,
  'population-file-cell-twice': (p) =>
    `${day(p.date)}の同じ欄が二度あり、数が違います（初めは ${p.first}）。どちらかを消してください。`,
  'population-file-sex-unread': (p) =>
    `「${p.text}」は男女の別として読めません。男・女・計 のどれかにしてください。`,
  'population-file-sex-missing':
    '男女の別の欄が空です。男・女・計 のどれかを書いてください。結合したセルは、どの行にも書いてください。',
  'population-file-row-date-missing':
    'いつの人口かの欄が空です。年か日付を書いてください。結合したセルは、どの行にも書いてください。',
  'population-file-one-area': (p) =>
    `あるのは「${p.area}」の数だけで、${p.town}の全域の数がありません。ほかの団体のファイルでないか確かめ、全域の行を加えてください。`,
  'population-file-date-unread': (p) =>
    `「${p.text}」は日付として読めません。2025-01-01 や 令和7年1月1日 のように書いてください。`,
  'population-file-year-unread': (p) =>
    `「${p.text}」は年として読めません。2025 や 令和7年 のように書いてください。`,
  'population-file-date-missing':
    'いつの人口か、ファイルに書いてありません。「基準日」の欄に日付を書いてください。',
  'population-file-date-impossible': (p) =>
    `日付（${list(p.dates)}）が人口の表としてありえません。ファイルの日付を直してください。`,
  'population-file-day-ahead': (p) =>
    `日付（${list(p.dates)}）がまだ来ていません。日付を直してください。将来推計のときは、種類で将来推計のものを選んでください。`,
  'population-file-held': (p) =>
    `系列「${p.name}」に、すべて同じ数で入っています。取り込むものはありません。`,
  'population-file-date-differs': (p) =>
    `ファイルの基準日は${day(p.stated)}、欄に書いた基準日は${day(p.given)}です。どちらかを直してください。`,
  'population-file-date-of-name': (p) =>
    `基準日を、ファイルの名前から${day(p.date)}としました。違うときは「基準日」の欄に書いて、もう一度確かめてください。`,
  'population-file-name-differs': (p) =>
    `表の題の日付は${day(p.stated)}、ファイルの名前の日付は${day(p.named)}です。${day(p.stated)}としました。`,
  'population-file-day-assumed':
    '年だけが書いてあるので、各年10月1日（国勢調査の日）の人口としました。違うときは「月日」の欄に書いてください。',
  'population-file-day-differs': (p) =>
    `${p.count}地区（${list(p.areas)}）だけ、日付が${day(p.date)}です。書き誤りでないか確かめてください。`,
  'population-file-age-gap': (p) =>
    `年齢が0歳から切れ目なく続いていません（${p.after === '' ? '' : `「${p.after}」の次、`}${p.expected}歳から始まる階級がありません）。足りない年齢の列か行を加えてください。`,
  'population-file-one-age-band': (p) =>
    `年齢が「${p.age}」だけの表です。社人研の結果表2のように年齢ごとにファイルが分かれているときは、結果表1（総人口）と、0～14歳・15～64歳・65歳以上の表を、シートとして一つの Excel にまとめてください。5歳ごとの数が要るときは「男女・年齢（5歳）階級別」の結果一覧を使ってください。`,
  'population-file-age-of-one-sex': (p) =>
    `男女の片方にだけ ${list(p.ages)} があります。もう片方にも加えてください。`,
  'population-file-one-sex': '男女の片方の数しかありません。もう片方の列か行を加えてください。',
  'population-file-sum': (p) =>
    `総数は${persons(p.total)}ですが、年齢（不詳を含む）を足すと${persons(p.counted)}です。違っている数を直してください。`,
  'population-file-sexes-sum': (p) =>
    `男女計は${persons(p.total)}ですが、男と女を足すと${persons(p.counted)}です。違っている数を直してください。`,
  'population-file-withheld':
    '全域の人口が伏せられていて（X・*** など）、使えません。伏せていない表を使ってください。',
  'population-file-area-withheld': (p) => `${p.area}は人口が伏せられているので、取り込みません。`,
  'population-file-ages-withheld': (p) =>
    `${p.area}（${day(p.date)}）は年齢別の数が伏せられているので、総数だけを取り込みます。`,
  'population-file-unknown-of-both': (p) =>
    `${p.area}（${day(p.date)}）の年齢不詳は男女に分かれていないので、総数だけを取り込みます。男女別の表があれば、それを使ってください。`,
  'population-file-dashes': (p) => `「-」を0人と読みました（${p.count}か所）。`,
  'population-file-whole-summed': (p) =>
    `全域の行がないので、${p.count}地区の合計${persons(p.sum)}を全域（${day(p.date)}）としました。抜けた地区がないか確かめてください。`,
  'population-file-districts-differ': (p) =>
    `${day(p.date)}の地区の合計は${persons(p.sum)}、全域は${persons(p.whole)}です。抜けた地区がないか確かめてください。`,
  'population-file-sexes-swapped': (p) =>
    `${p.age}歳以上の男が${persons(p.men)}、女が${persons(p.women)}で、男のほうが大きく上回ります。男と女の列を取り違えていないか確かめてください。`,
  'population-file-sexes-assumed':
    '男女の見出しがないので、同じ年齢の並びを（男女計・）男・女の順と読みました。元の表と合っているか確かめてください。',
  'population-file-hidden-left': (p) =>
    `非表示のシート（${list(p.sheets)}）にも人口の表がありますが、読んでいません。要るときは、シートを表示してから保存してください。`,
  'population-file-hidden-only': (p) =>
    `人口の表は非表示のシート（${list(p.sheets)}）だけなので、それを読みました。中身を確かめてください。`,
  'population-file-parts-left': (p) =>
    `日本人・外国人だけのシート（${list(p.sheets)}）は読みません。全体のシートを読みました。`,
  'population-file-part-only': (p) =>
    `日本人だけ、または外国人だけの人口（${list(p.sheets)}）です。全体の人口でよいか確かめてください。`,
};
