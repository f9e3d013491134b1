import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { Sentences } from './sentences.ts';

const year = (value: unknown): string => formatFiscalYear(Number(value), 'wareki');
const thousand = (value: unknown): string => Number(value).toLocaleString('ja-JP');

/** 事務事業とその取込み */
export const programmeSentences: Sentences = {
  'programme-not-found': 'この事業はありません。一覧から選び直してください。',
  'programme-number-taken': (p) => `この番号は「${p.name}」が使っています。番号を変えてください。`,
  'programme-name-missing': '事業名がありません。書いてください。',
  'programme-type-unknown': (p) =>
    `「${p.text}」という事業種別はありません。年度サイクルの設定にある名前にするか、種別を加えてください。`,
  'programme-year-wrong': (p) => `${p.year}は年度として読めません。令和6年度のように書いてください。`,
  'programme-ends-before-start': (p) =>
    `終了年度（${year(p.end)}）が開始年度（${year(p.start)}）より前です。どちらかを直してください。`,
  'programme-amount-negative': '年度の総額が0より小さくなっています。0以上の額を書いてください。',
  'programme-amount-wrong': '金額は千円単位の整数で、9兆円までにしてください。',
  'programme-total-missing': '財源があるのに総額がありません。総額を書くか、財源を空にしてください。',
  'programme-funding-more': (p) =>
    `財源の合計が${p.of}より ${thousand(p.difference)}千円 多い。財源か${p.of}を直してください。`,
  'programme-funding-less': (p) =>
    `財源の合計が${p.of}より ${thousand(p.difference)}千円 少ない。財源か${p.of}を直してください。`,
  'programme-hours-wrong': '従事時間は0以上の数で書いてください（小数は4桁まで）。',
  'programme-codes-many': (p) => `予算科目が多すぎます（上限は${p.limit}）。減らしてください。`,
  'programme-twice': (p) =>
    `「${p.number}」はこのファイルに2回あります（初めは${p.first}）。番号を分けるか、一つにしてください。`,
  'programme-number-ambiguous': (p) =>
    `「${p.number}」の事業が${p.count}件登録されていて、どれか決められません。事業キーの列を加えるか、番号を分けてください。`,
  'programme-unit-unknown': (p) =>
    `「${p.name}」という組織がありません。名前を直すか、組織を登録するか、組織を作りながら取り込んでください（--create-units）。`,
  'programme-unit-ambiguous': (p) =>
    `「${p.name}」という組織が${p.count}つあります。部と課の両方を書くか、担当組織キーの列を加えてください。`,
  'programme-obligation-unknown': (p) =>
    `「${p.text}」は法定義務として読めません。法定義務あり・法定義務なし・判断できない のどれかにしてください。`,
  'programme-personnel-unknown': (p) =>
    `「${p.text}」は読めません。人件費を金額に 含む・含まない・不明 のどれかにしてください。`,
  'programme-year-missing': '何年度の記録か分かりません。年度の列を加えるか、年度を指定してください。',
  'programme-year-differs': (p) =>
    `ファイルは${year(p.stated)}、指定は${year(p.given)}です。どちらかを合わせてください。`,
  'programme-year-settled': (p) =>
    `${year(p.fiscalYear)}の決算は確定しています。${Number(p.others ?? 0) > 0 ? `ほかの${p.others}事業にも、この年度の違いがあります。` : ''}直すには、理由を書いて決算を開き直してください。`,
  'programme-column-ignored': (p) =>
    `「${p.column}」の列は読みません。読むなら、列の対応（列=項目）で指定してください。`,
  'programme-column-twice': (p) =>
    `「${p.column}」と「${p.first}」は同じ項目です。片方を消すか、列の対応で「無視」にしてください。`,
  'programme-plan-item-form': (p) =>
    `「${p.text}」は計画項目として読めません。計画キー/項目キー の形で書いてください。`,
  'programme-plan-item-unknown': (p) =>
    `計画項目「${p.key}」はありません。計画の画面でキーを確かめてください。`,
  'map-column-missing': (p) => `列の対応にある「${p.column}」という列が、ファイルにありません。`,
  'map-field-unknown': (p) =>
    `列の対応にある「${p.field}」という項目はありません。手引きの項目名か「無視」にしてください。`,
  'map-form': (p) => `「${p.text}」は列の対応として読めません。列=項目 の形で書いてください。`,
  'measure-name-missing': '指標の名前がありません。書くか、その行を空にしてください。',
  'measure-without-name': (p) =>
    `「${p.text}」と書いてありますが、指標の名前がありません。名前を書いてください。`,
  'measure-number-wrong': (p) => `「${p.text}」は数として読めません。半角の数で書いてください。`,
  'measure-two-figures': '実績は、数・文字・ない理由のどれか一つにしてください。',
  'measure-indicator-unknown': (p) => `指標「${p.key}」はありません。指標の一覧で確かめてください。`,
  'measure-unknown': 'この指標はありません。画面を開き直してください。',
  'amount-not-number': (p) => `「${p.text}」は金額として読めません。数で書いてください。`,
  'amount-not-whole': (p) =>
    `「${p.text}」は千円単位の整数になりません。単位（千円・円・百万円）を確かめてください。`,
  'amount-too-large': (p) => `「${p.text}」は大きすぎます。単位（千円・円・百万円）を確かめてください。`,
  'year-already-settled': (p) => `${year(p.fiscalYear)}の決算は、もう確定しています。`,
  'year-not-settled': (p) => `${year(p.fiscalYear)}の決算は、確定していません。`,
  'year-without-programmes': (p) =>
    `${year(p.fiscalYear)}の記録がある事業がありません。年度を確かめてください。`,
  'bulk-nothing-chosen': '事業が選ばれていません。変えたい事業に印を付けてください。',
  'bulk-nothing-changes': '変える項目が選ばれていません。どれか一つは選んでください。',
  'programme-version-unknown': '画面を開いたときの版が分かりません。開き直してください。',
};
