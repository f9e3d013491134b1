import type { Sentences } from './sentences.ts';

const ofAge = (age: unknown): string => (age === undefined || age === '' ? '' : `${age}の`);
/** At most six digits: enough to find the cell again. */
const shown = (value: unknown): string => String(Number(Number(value).toPrecision(6)));

/** 人口推計の前提と入力 */
export const populationSentences: Sentences = {
  'population-age-unreadable': (p) =>
    `「${p.label}」は年齢階級として読めません。"0-4"、"5～9歳"、"90+"、"90歳以上" のように書いてください。`,
  'population-age-gap': (p) =>
    `「${p.label}」の前に、抜けているか重なっている年齢があります。ここは${p.expected}歳から始まるはずです。`,
  'population-age-after-open': (p) =>
    `上の開いた階級の後に「${p.label}」があります。開いた階級は最後に一つだけ置いてください。`,
  'population-age-not-open': '最後の年齢階級が開いていません。"90+" や "90歳以上" のように書いてください。',
  'population-age-too-few': (p) => `年齢階級が少なすぎます。${p.least}つ以上にしてください。`,
  'population-age-width': (p) =>
    `「${p.label}」の幅が、ほかの階級（${p.widthYears}歳）と違います。幅をそろえてください。`,
  'population-length': (p) => `数が${p.actual}個あります。年齢階級に合わせて${p.expected}個にしてください。`,
  'population-negative': (p) =>
    `${ofAge(p.age)}値が負の数（${shown(p.value)}）です。0以上の数に直してください。`,
  'population-total-differs': (p) =>
    `総数 ${shown(p.total)} が、年齢の合計（不詳を含む）${shown(p.counted)} と合いません。どちらかを直してください。`,
  'population-empty': '人が一人もいません。人数を書くか、この地域を外してください。',
  'population-sexes-swapped':
    '高齢で男が女より多くなっています。男と女を取り違えていないか確かめてください。',
  'population-step-years': (p) =>
    `${p.toYear}年では期間が合いません。年齢階級の幅（${p.widthYears}歳）に合わせて${p.expected}年にしてください。`,
  'population-survival-above-one': (p) =>
    `${ofAge(p.age)}生残率 ${shown(p.value)} が1を超えています。移動を含んだ比でないか確かめてください。`,
  'population-survival-twice':
    '生残率が二通りに書かれています。男女の率か personYears のどちらかにしてください。',
  'population-rate-below-zero': (p) =>
    `${ofAge(p.age)}生残率と純移動率の和が ${shown(p.sum)} で、人数が負になります。率を直してください。`,
  'population-share-above-one': (p) =>
    `${ofAge(p.age)}割合 ${shown(p.value)} が1を超えています。0から1の数に直してください。`,
  'population-shares-sum': (p) =>
    `${ofAge(p.age)}転入配分率の合計が ${shown(p.sum)} です。すべての地域を合わせて1になるように直してください。`,
  'population-sex-ratio': (p) =>
    `性比 ${shown(p.value)} は正の数でありません。1.05 のような数にしてください。`,
  'population-sex-ratio-high': (p) =>
    `性比 ${shown(p.value)} は、女一人あたりの男の数として大きすぎます。女百人あたりの値でないか確かめてください（105 なら 1.05）。`,
  'population-children-high': (p) =>
    `子ども女性比 ${shown(p.value)} は、女性一人あたりの子どもの数として大きすぎます。百人や千人あたりの値でないか確かめてください。`,
  'population-childbearing-ages':
    '年齢階級が15歳と49歳で切れていないので、子ども女性比を使えません。階級を直すか、年齢別出生率の方法にしてください。',
  'population-women-only':
    '男を書かない推計は、年齢別出生率の方法（explicit-fertility）だけで使えます。male を書くか、方法を直してください。',
  'population-base-date-unreadable': (p) =>
    `基準日 ${p.date} は暦にない日です。2015-10-01 のように直してください。`,
  'population-base-date': (p) =>
    `基準日 ${p.date} が基準年 ${p.year}年と合いません。どちらかを直してください。`,
  'population-result-negative': (p) =>
    `${p.year}年の${p.age}（${p.sex === 'male' ? '男' : '女'}）が負の数（${shown(p.value)}）になります。動かし方か、移動の数を小さくしてください。`,
  'population-result-endless': (p) =>
    `${p.year}年の${p.age}（${p.sex === 'male' ? '男' : '女'}）が、数で表せないほど大きくなります。人数か率を直してください。`,
  'population-lever-too-late': (p) =>
    `${p.fromYear}年より後に動き始めるので、${p.until}年の人口は変わりません。始まる年を直してください。`,
  'population-lever-method': (p) =>
    `「${p.kind}」は、${p.toYear}年までの期間の方法（${p.method}）では使えません。方法かレバーを直してください。`,
  'population-lever-path': (p) =>
    `届く年 ${p.byYear}年が、始まる年 ${p.fromYear}年より後ではありません。年を直してください。`,
  'population-lever-no-ages': 'この年齢に当たる年齢階級がありません。年齢を階級の境に合わせてください。',
  'population-lever-negative': (p) => `倍率 ${shown(p.value)} は負の数です。0以上の数に直してください。`,
  'population-life-gain': (p) =>
    `平均寿命を${shown(p.years)}年動かす死亡率がありません。延びを小さくしてください。`,
  'population-year-outside': (p) =>
    `${p.year}年は推計の期間（${p.from}～${p.to}年）の外です。年を直すか、期間を延ばしてください。`,
  'population-single-ages-width': (p) =>
    `各歳にできるのは5歳階級で5年ごとの推計だけです（いまの幅は${p.widthYears}歳）。`,
  'population-summary-ages':
    '年齢階級が15歳・65歳・75歳で切れていないので、三区分を出せません。階級を直すか、summary を外してください。',
  'population-bounds': (p) =>
    `最小 ${shown(p.least)} が最大 ${shown(p.most)} より小さくありません。範囲を直してください。`,
  'population-out-of-reach': (p) =>
    `この範囲では目標 ${shown(p.total)}人に届きません。最も近づいて${Math.round(Number(p.nearest))}人です。範囲か目標を見直してください。`,
  'population-no-steps': '期間の仮定がありません。一つ以上書いてください。',
  'population-simulation-method':
    '年齢別出生率の方法（explicit-fertility）では幅を計算できません。ほかの方法にしてください。',
  'population-simulation-open': (p) =>
    `幅の計算では、最後の率は上の二つの階級に共通です。数を${p.expected}個にしてください。`,
  'population-district-twice': (p) =>
    `地区のキー「${p.key}」が二度使われています。どちらかを別のキーにしてください。`,
  'population-districts-years': '推計する年がありません。toYears か、町の推計（town）を書いてください。',
  'population-years-length': (p) => `数が${p.actual}個あります。年に合わせて${p.expected}個にしてください。`,
  'population-district-totals':
    'この地区だけ総数の見通し（totals）がありません。すべての地区に書くか、すべて外してください。',
  'population-districts-differ': (p) =>
    `基準年の地区の合計 ${shown(p.sum)} が町の人口 ${shown(p.whole)} と違います。抜けた地区がないか確かめてください。`,
};
