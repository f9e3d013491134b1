import type { Sentences } from './sentences.ts';

/** 人口シナリオ: its content, its baseline, and what its levers drive below nought */
export const populationScenarioSentences: Sentences = {
  'population-number-outside': (p) => `${p.least}から${p.most}までの数にしてください。`,
  'population-lever-twice': '同じ前提が二度動かされています。どちらかを消してください。',
  'population-estate-at-base': (p) =>
    `${p.year}年は推計が始まる年です。その後に入居する年にするか、この行を消してください。`,
  'population-birth-rate-unknown':
    '基準年に0～4歳の子どもか15～49歳の女性がいないので、いまの出生率を見積もれません。いまの合計特殊出生率を書いてください。',
  'population-content-unreadable':
    'このシナリオの内容を、このプログラムは読めません。別の版のプログラムが書いたか、壊れています。プログラムを新しくするか、バックアップから戻してください。要らないシナリオなら消せます。',
  'population-baseline-missing': (p) =>
    `基準となる推計の系列（${p.seriesKey}）が見つかりません。系列の一覧から選び直してください。`,
  'population-baseline-no-ages': (p) =>
    `「${p.name}」には、男女・年齢（5歳階級か各歳、75歳以上まで）の分かる表が足りません。二つの時点以上の表がある系列を選んでください。`,
  'population-baseline-years': (p) =>
    `「${p.name}」に${p.year}年の年齢別の表がありません。5年ごとの表がそろうように取り込むか、別の系列を選んでください。`,
  'population-baseline-no-table': (p) =>
    `「${p.name}」に${p.date}の男女・年齢別の表がありません。日付を選び直すか、表を取り込んでください。`,
  'population-baseline-apart': (p) =>
    `${p.earlier}と${p.base}は5年離れていません。ちょうど5年離れた二つの時点を選んでください。`,
  'population-baseline-until': (p) => `推計の終わりは${p.from}年から${p.to}年までにしてください。`,
  'population-kappa': (p) =>
    `1から${Number(p.most).toLocaleString('ja-JP')}までの整数で入れてください（例: 300）。`,
  'population-districts-none': (p) =>
    `${p.earlierDate}と${p.baseDate}に、地区別の表がありません。地区別の表がある日を選ぶか、表を取り込んでください。`,
  'population-district-no-table': (p) =>
    `「${p.areaName}」に${p.date}の男女・年齢別の表がありません。表を取り込むか、この地区のない系列を選んでください。`,
  'population-districts-town-years': (p) =>
    `町の推計（${p.from}～${p.to}年）に${p.year}年がありません。もっと先まである推計を選ぶか、地区の日付を選び直してください。`,
  'population-districts-ages':
    '地区と町の年齢階級を5歳階級（75歳以上まで）にそろえられません。5歳階級か各歳の表を取り込んでください。',
};
