import { leverRanges } from '../../domain/population/lever-ranges.data.ts';
import { seriesKindNames } from '../../domain/population/series-kind-names.data.ts';
import type { PopulationExplorerWords } from './population-explorer.ts';

export const populationExplorerJa: PopulationExplorerWords = {
  title: '人口の見通し',
  kicker: (town) => `${town}の人口`,
  persons: (count) => `${count}人`,
  headline: {
    range: (year, least, most) => `${year}の人口は、${least}人から${most}人の見込み`,
    one: (year, total) => `${year}の人口は、${total}の見込み`,
    counted: (year, total) => `${year}の人口は、${total}`,
    aim: (total) => `。目標は${total}`,
  },
  leadChance: (baseline, total, percent) =>
    `「${baseline}」のまま進んでも、過去の推計がどれだけ外れたかを考えると、${total}以上になる見込みは${percent}％あります。`,
  leadChanceAlmost: {
    never: (baseline, total) =>
      `「${baseline}」のまま進むと、過去の推計がどれだけ外れたかを考えても、${total}以上になる見込みは1％に届きません。`,
    sure: (baseline, total) =>
      `「${baseline}」のまま進むと、過去の推計がどれだけ外れたかを考えても、${total}以上になる見込みは99％を超えます。`,
  },
  leadMostNow: (year, total) => `もっとも新しい値は${year}の${total}で、これまででもっとも多くなっています。`,
  leadCounted: (peakYear, peak, lastYear, last) =>
    `これまででもっとも多かったのは${peakYear}の${peak}、もっとも新しい値は${lastYear}の${last}です。`,
  totals: {
    title: '総人口のこれまでと、これから',
    description: '国勢調査などで数えた人口、公表されている推計、公開しているシナリオの総人口。',
    aim: '目標',
    legend: {
      counted: '太い線は数えた人口です。',
      projection: '破線は公表されている推計です。',
      scenario: '茶色の線は公開しているシナリオです。',
      aim: '旗は目標です。',
    },
    bands: (baseline) =>
      `灰色の帯は、「${baseline}」の予測の幅です。これまでの推計が外れた大きさから計算し、10回に8回はこの中に入ります。濃い帯は2回に1回です。`,
    rangeOf: (baseline, percent) => `${baseline}の予測の幅（${percent}％）`,
    census: '国勢調査',
  },
  table: '表で見る',
  csv: '人口の値をCSVで入手する',
  year: '年',
  series: '出典',
  numbers: {
    newest: 'もっとも新しい値',
    most: 'もっとも多かった年',
    expected: (year) => `${year}の推計`,
    aim: '目標',
    chance: '目標に届く見込み',
    chanceDetail: '前提を動かさない場合',
    from: (least, most) => `${least}～${most}`,
  },
  ofYear: {
    title: (year) => `${year}の人口を、出典ごとにくらべる`,
    finding: (year, count, gap) =>
      `${year}の値は${count}つあり、もっとも多いものと少ないものの差は${gap}です。`,
    findingOne: (year) => `${year}の値がある出典は一つです。`,
    none: (year) => `${year}の値がある出典はありません`,
    lead: '出した機関、出した年、前提が違えば、値も違います。どれか一つが正しいのではなく、出典とあわせて読んでください。',
    choose: '年を選ぶ',
    show: 'この年を見る',
    total: '総人口',
    toAim: '目標との差',
    how: '値の求め方',
    asPublished: '公表された値',
    between: (from, to) => `公表された${from}年と${to}年の値を直線で結んだ値`,
    scenario: (from, to) => `計算した${from}年と${to}年の値の間を補った値`,
    scenarioStep: '計算した値',
    chartNote:
      '塗った点は公表された値、白い点は前後の年から求めた値です。前後の値が10年より離れている出典は入れていません。',
    publishedOn: (publisher, date) => (date === '' ? publisher : `${publisher}、${date}`),
  },
  assumptions: {
    title: '前提を動かして、人口の変わり方を見る',
    lead: (baseline) =>
      `「${baseline}」を基準に、出生率や転入がもし変わったら人口がどうなるかを、このページで計算します。入力した値は、どこにも保存されません。`,
    legend: '前提を動かす',
    hint: (year) => `動かした前提は、${year}年より後に効きます。`,
    now: '基準',
    slider: 'をスライダーで動かす',
    reset: '基準に戻す',
    calculate: '計算する',
    backToStart: 'はじめの表示に戻る',
    line: 'この前提',
    unchanged: '前提を動かさない場合',
    startScenario: 'はじめの前提にしたシナリオ',
    results: 'この前提での総人口',
    withThis: 'この前提',
    without: '動かさない場合',
    difference: '差',
    range: '予測の幅（80％）',
    rangeHalf: '予測の幅（50％）',
    chance: (year, total) => `${year}に${total}以上になる見込み`,
    chanceNote: '過去の推計が外れた大きさから計算しています。',
    stale: '予測の幅を計算し直しています…',
    refused:
      'この前提では、人口が計算できません（ある年代の人数が0人を下回るなど）。基準の値に戻して計算しました。',
    notTaken:
      '計算できない前提があります。示した欄を直して、もう一度「計算する」を押してください。いまの図と数値は、前提を動かさない、公表された推計によるものです。',
    notNumber: (text, least, most, unit) =>
      `「${text}」は数として読めないため、計算できません。${least}から${most}${unit}までの数にしてください。いまは公表された推計を示しています。`,
    outOfRange: (text, least, most, unit) =>
      `「${text}」では計算できません。${least}から${most}${unit}までの数にしてください。いまは公表された推計を示しています。`,
    estimated: '基準の合計特殊出生率は、女性と子どもの人数から求めたおよその値です。',
    caution: '計算の結果は、もし前提がそうなったらという仮の値で、約束や予定ではありません。',
    to: '〜',
  },
  levers: {
    'birth-rate': {
      label: leverRanges['birth-rate'].label,
      hint: '一人の女性が一生に産む子どもの数にあたります。',
      unit: '',
    },
    'life-expectancy': {
      label: leverRanges['life-expectancy'].label,
      hint: '男女とも、基準より何年長く生きるか。およその計算です。',
      unit: '年',
    },
    'migration-scale': {
      label: leverRanges['migration-scale'].label,
      hint: '基準の何倍か。0にすると、転入と転出が同じになります。',
      unit: '倍',
    },
    'young-migration-scale': {
      label: leverRanges['young-migration-scale'].label,
      hint: '進学や就職の年代だけを、基準の何倍にするか。',
      unit: '倍',
    },
    'families-per-year': {
      label: leverRanges['families-per-year'].label,
      hint: '25～39歳の親と0～9歳の子どもが、基準より毎年何人多く転入するか。',
      unit: '人／年',
    },
    'young-adults-per-year': {
      label: leverRanges['young-adults-per-year'].label,
      hint: '20～29歳が、基準より毎年何人多く転入するか。',
      unit: '人／年',
    },
    'working-rate': {
      label: leverRanges['working-rate'].label,
      hint: '20～39歳が、5年ごとにその年齢の人口の何割分、基準より多く転入するか。0.01は100人に1人です。',
      unit: '',
    },
  },
  pyramid: {
    title: '年齢別の人口（人口ピラミッド）',
    description: '左が男、右が女。下が若い年齢、上が高い年齢。',
    male: '男',
    female: '女',
    unit: '人',
    future: 'これからの年の値',
    moved: '上で動かした前提',
    compare: 'くらべる年',
    noCompare: 'くらべない',
    show: '図を変える',
    age: '年齢',
    both: '計',
    rounding:
      '1人に満たない数を四捨五入しているため、男と女の和が計と一致しないことがあります。年齢の分からない人は、各年齢に分けています。',
    ageLabel: (from, to) => (to === null ? `${from}歳以上` : from === to ? `${from}歳` : `${from}～${to}歳`),
    frame: (year, source) => `${year}年 ${source}`,
    player: { label: '人口ピラミッドの年', play: '年を追って動かす', pause: '止める' },
    yearOnly: (year) => `${year}年`,
  },
  ages: {
    title: '年齢3区分の割合',
    description: '0～14歳、15～64歳、65歳以上の割合（％）。年齢の分からない人は、各年齢に分けています。',
    groups: ['0～14歳', '15～64歳', '65歳以上'],
    projected: 'ここから推計',
  },
  scenarios: {
    title: '公開しているシナリオ',
    lead: 'この自治体が置いた前提から計算した人口です。前提の理由と出典は、それぞれのページにあります。',
    reaches: (year, total, chance) => `${year}に${total}（届く見込み ${chance}）`,
    see: '前提と結果を見る',
    tryThis: 'この前提から動かしてみる',
  },
  sources: {
    title: '出典と計算のしかた',
    lead: '数値を使うときは、ここにある出典を記してください。',
    kinds: seriesKindNames,
    basedOn: (year) => `${year}年を基準とする推計`,
    terms: '利用の条件',
    note: '注意',
    calculation: '計算のしかた',
    calculationText:
      'コーホート要因法（年齢ごとに、5年間に生き残る割合、転入と転出の差、女性一人あたりの子どもの数から次の5年を求める方法）です。生き残る割合は全国の値、転入と転出の差は公表された推計から求めています。予測の幅は、全国の市町村の過去の推計がどれだけ外れたかに合わせて、1,000回計算したものです。',
  },
  empty: {
    title: '公開されている人口の値は、まだありません',
    text: '国勢調査や将来推計の値が公開されると、ここに図と表で示します。',
    home: 'トップページへ',
  },
};
