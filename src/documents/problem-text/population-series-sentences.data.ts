import type { Sentences } from './sentences.ts';

const joined = (names: unknown): string =>
  (Array.isArray(names) ? names : []).map((name) => `「${name}」`).join('');
const number = (value: unknown): string => Number(value).toLocaleString('ja-JP');

/** 人口の系列・人口表・シナリオの保存 */
export const populationSeriesSentences: Sentences = {
  'population-series-text-missing':
    '名前・公表した機関・出典は空にできません。どの資料の数値か分かるように書いてください。',
  'population-published-on': (p) =>
    `公表日「${p.text}」を読めません。2018、2018-03、2018-03-30 のどれかの形で書くか、分からなければ空にしてください。`,
  'population-base-year': (p) =>
    `基準年 ${p.year} は1868から2200の間の年ではありません。西暦4桁で書いてください。`,
  'population-ages-unreadable': (p) =>
    `年齢階級の並び ${joined(p.ages)} を読めません。0歳から切れ目なく並べ、最後だけを「90歳以上」のように開いてください。`,
  'population-one-sex': '男と女のどちらかの人数しかありません。両方を入れるか、男女計だけにしてください。',
  'population-ages-empty': '年齢階級があるのに人数がありません。人数を入れるか、総数だけの表にしてください。',
  'population-day': (p) => `基準日「${p.text}」という日はありません。2015-10-01 のように書いてください。`,
  'population-area-long': '地区のキーか名前が長すぎます。キーは60字、名前は100字までにしてください。',
  'population-not-a-number': '人数が数ではありません。数字を入れてください。',
  'population-not-whole': (p) =>
    `人数 ${p.value} に端数があります。数えた人口は整数にするか、種類を将来推計にしてください。`,
  'population-tables-missing': '人口の表が一つもありません。一つ以上入れてください。',
  'population-tables-many': (p) => `人口の表が${number(p.limit)}を超えています。系列を分けてください。`,
  'population-table-twice': '同じ地区・同じ日の表が二つあります。どちらかを外してください。',
  'population-series-exists': (p) =>
    `同じキーの系列「${p.name}」がすでにあります。キーを変えるか、その系列を直してください。`,
  'population-series-unknown':
    'この人口の系列は見つかりません。消されたか、まだ取り込まれていません。一覧から選び直してください。',
  'population-series-published': (p) => `「${p.name}」は公開中です。消すときは、先に公開をやめてください。`,
  'population-series-used': (p) =>
    `「${p.name}」は、シナリオ${joined(p.names)}の基準になっているので消せません。先にそのシナリオの基準を変えるか、シナリオを消してください。`,
  'population-scenario-exists': (p) =>
    `同じキーのシナリオ「${p.name}」がすでにあります。キーを変えてください。`,
  'population-scenario-unknown':
    'このシナリオは見つかりません。消されたかもしれません。一覧から選び直してください。',
  'population-scenario-name-missing': 'シナリオの名前がありません。一覧で見分けられる名前を付けてください。',
  'population-scenario-published': (p) =>
    `「${p.name}」は公開したことがあるので消せません。公開した版は、引用のために残ります。`,
  'population-scenario-as-published': (p) =>
    `「${p.name}」は、最後に公開したときから変わっていません。新しい版は作っていません。`,
  'population-baseline-not-public': (p) =>
    `基準となる「${p.name}」が公開されていないので、シナリオを公開できません。先にその系列を公開してください。`,
  'population-scenario-not-published':
    'このシナリオはまだ公開していません。公開した版だけを指標の道筋にできます。先に公開してください。',
  'population-attach-unit': (p) =>
    `「${p.name}」の単位は「${p.unit}」です。人口の道筋は、単位が「人」の指標にだけ付けられます。`,
  'population-attach-computed': (p) =>
    `「${p.name}」はほかの指標から計算する指標なので、道筋を付けられません。総人口のような指標を選んでください。`,
  'population-attach-no-years': (p) =>
    `「${p.name}」の基準値から目標までの年度に、このシナリオの年がありません。目標の年度か、シナリオの期間を確かめてください。`,
  'population-not-attached': (p) =>
    `「${p.name}」の道筋は、シナリオから取ったものではありません。何も変わっていません。`,
};
