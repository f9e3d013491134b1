import type { ForecastChoice, ForecastMethod } from '../../domain/indicator/forecast/forecast.ts';
import type { NoGoal } from '../../domain/indicator/forecast/goal-of-target.ts';
import type { Language } from './text.ts';

/** Words of 見通し, of the path and of a changed target. */
interface OutlookWords {
  readonly title: string;
  readonly path: string;
  readonly along: Readonly<
    Record<'ahead' | 'on' | 'behind', (year: string, actual: string, expected: string, gap: string) => string>
  >;
  /** On the path by what the town counts as on it. */
  readonly within: (year: string, actual: string, expected: string, gap: string) => string;
  readonly alongUnknown: (reason: string) => string;
  readonly needed: (year: string, amount: string) => string;
  readonly neededLess: (year: string, amount: string) => string;
  readonly forecast: string;
  readonly sentence: (year: string, mean: string, from: string, to: string) => string;
  readonly probability: (percent: number, target: string) => string;
  readonly almost: Readonly<Record<'sure' | 'never', (target: string) => string>>;
  readonly noProbability: Readonly<Record<NoGoal | 'no-scatter', string>>;
  readonly method: (method: string, n: number, first: string, last: string) => string;
  readonly methods: Readonly<Record<ForecastMethod, string>>;
  readonly choices: (choice: ForecastChoice, year: (fiscalYear: number) => string) => string;
  readonly farAhead: string;
  readonly notFinal: (years: string) => string;
  readonly leftOut: (years: string, because: 'definition-changed' | 'unit-changed') => string;
  /** Another answer to the same question stands on the page. */
  readonly besideProjection: (name: string, amount: string) => string;
  readonly caution: string;
  readonly tooFew: (n: number, needed: number) => string;
  readonly noTarget: string;
  readonly yearNotAhead: (year: string) => string;
  readonly incomplete: (year: string) => string;
  readonly gaps: (list: string) => string;
  readonly gap: (year: string, reason: string) => string;
  readonly joined: Readonly<Record<'sum' | 'mean', string>>;
  readonly legend: string;
  readonly legendForecast: string;
  readonly effect: string;
  readonly effectLead: string;
  readonly underFormer: string;
  readonly underPresent: string;
  readonly rows: {
    readonly target: string;
    readonly expected: (year: string) => string;
    readonly along: string;
    readonly needed: string;
    readonly judgement: (year: string) => string;
    readonly probability: string;
  };
  readonly alongShort: Readonly<Record<'ahead' | 'on' | 'behind', string>>;
  readonly cannot: (reason: string) => string;
  readonly perYear: (amount: string) => string;
}

const ja: OutlookWords = {
  title: '目標への見通し',
  path: '目標への道筋',
  along: {
    ahead: (year, actual, expected, gap) =>
      `${year}の${actual}は、目標への道筋（この年度に${expected}）より${gap}進んでいます。`,
    on: (year, actual, expected) =>
      `${year}の${actual}は、目標への道筋（この年度に${expected}）のとおりです。`,
    behind: (year, actual, expected, gap) =>
      `${year}の${actual}は、目標への道筋（この年度に${expected}）より${gap}遅れています。`,
  },
  within: (year, actual, expected, gap) =>
    `${year}の${actual}は、目標への道筋（この年度に${expected}）との差が${gap}で、道筋のとおりとみなす幅の内です。`,
  alongUnknown: (reason) => `道筋とくらべられません（${reason}）。`,
  needed: (year, amount) => `${year}の目標に届くには、これから毎年 ${amount} ずつ増やす必要があります。`,
  neededLess: (year, amount) => `${year}の目標に届くには、これから毎年 ${amount} ずつ減らす必要があります。`,
  forecast: 'このまま進むと',
  sentence: (year, mean, from, to) =>
    `これまでの動きが続くと、${year}は約${mean}になる見通しです。10回に8回は、${from}から${to}の間に入ります。`,
  probability: (percent, target) => `目標（${target}）に届く見込みは、${percent}%です。`,
  almost: {
    sure: (target) => `目標（${target}）に届く見込みは、99%を超えます。`,
    never: (target) => `目標（${target}）に届く見込みは、1%に届きません。`,
  },
  noProbability: {
    'no-target': '目標値がないため、届く見込みは計算していません。',
    'target-text': '目標が数ではないため、届く見込みは計算していません。',
    'no-direction': '目標の向きが決まっていないため、届く見込みは計算していません。',
    'not-comparable': '目標と値の種類が違うため、届く見込みは計算していません。',
    'no-scatter': '値がまったく一直線で、ばらつきが分からないため、届く見込みは計算していません。',
  },
  method: (method, n, first, last) =>
    `計算のしかた：${method}。使った値は${first}から${last}までの${n}点です。`,
  methods: {
    ols: '直線を当てはめる方法（最小二乗法）',
    wls: '調査の誤差で重みをつけて直線を当てはめる方法（重み付き最小二乗法）',
    'theil-sen': '外れた値に引きずられない直線を当てはめる方法（Theil–Sen法）',
    holt: '最近の動きを重くみる方法（Holt法）',
    'damped-holt': '最近の動きを重くみて、だんだん弱める方法（減衰Holt法）',
  },
  choices: (choice, year) => {
    switch (choice.because) {
      case 'straight-line':
        return '年数が少ないため、いちばん単純な直線を使いました。';
      case 'standard-errors-known':
        return '調査の誤差が分かっているため、確かな値を重くみました。';
      case 'sum-of-years':
        return '目標が何年かの合計・平均のため、年ごとの見通しを合わせました。';
      case 'outlier':
        return `${year(choice.fiscalYear)}の値が飛びぬけているため、その影響を受けにくい方法を使いました。`;
      case 'smoothing-closer':
        return `過去の${choice.tested}回の予想で、直線より誤差が小さかった方法です。`;
      case 'smoothing-not-closer':
        return `過去の${choice.tested}回の予想でくらべ、ほかの方法に劣らなかった方法です。`;
    }
  },
  farAhead: '値のある年数より先の年度を見ているため、参考としてご覧ください。',
  notFinal: (years) => `速報値・推計値の年度（${years}）を含みます。`,
  leftOut: (years, because) =>
    `${years}の値は、その後に${because === 'unit-changed' ? '単位' : '定義'}が変わったため使っていません。`,
  besideProjection: (name, amount) =>
    `「${name}」（${amount}）は、ほかの前提で計算した別の見込みです。この見通しは、過去の値の動きだけから計算しています。`,
  caution: '見通しは、これまでの値から計算したもので、約束や予定ではありません。',
  tooFew: (n, needed) =>
    `見通しを計算するには、点が足りません。くらべられる値は${n}点で、${needed}点以上になると計算します。`,
  noTarget: '目標がないため、見通しは計算していません。',
  yearNotAhead: (year) => `目標の年度まで値が出ています（最後の値は${year}）。`,
  incomplete: (year) => `合計するうち${year}の値がないため、見通しは計算していません。`,
  gaps: (list) => `値のない年度：${list}`,
  gap: (year, reason) => `${year}（${reason}）`,
  joined: {
    sum: '図の値は、目標にそろえて、これまでの年度を合計したものです。',
    mean: '図の値は、目標にそろえて、これまでの年度を平均したものです。',
  },
  legend: '点線は目標への道筋、旗は目標です。',
  legendForecast: '灰色の帯は、10回に8回はこの中に入る見通しの範囲です。',
  effect: '目標を変えた影響',
  effectLead: '同じ値を、変える前の目標と今の目標でくらべています。',
  underFormer: '前の目標なら',
  underPresent: '今の目標',
  rows: {
    target: '目標',
    expected: (year) => `${year}の道筋の値`,
    along: '道筋とくらべて',
    needed: '毎年に必要な変化',
    judgement: (year) => `${year}の判定`,
    probability: '届く見込み',
  },
  alongShort: { ahead: '進んでいる', on: '道筋のとおり', behind: '遅れている' },
  cannot: (reason) => `—（${reason}）`,
  perYear: (amount) => `${amount}／年`,
};

const en: OutlookWords = {
  title: 'Outlook to the target',
  path: 'Path to the target',
  along: {
    ahead: (year, actual, expected, gap) =>
      `${actual} in ${year} is ${gap} ahead of the path to the target (${expected} that year).`,
    on: (year, actual, expected) =>
      `${actual} in ${year} is on the path to the target (${expected} that year).`,
    behind: (year, actual, expected, gap) =>
      `${actual} in ${year} is ${gap} behind the path to the target (${expected} that year).`,
  },
  within: (year, actual, expected, gap) =>
    `${actual} in ${year} is ${gap} off the path to the target (${expected} that year), within what counts as on it.`,
  alongUnknown: (reason) => `It cannot be compared with the path (${reason}).`,
  needed: (year, amount) => `To reach the target of ${year} it must rise by ${amount} a year from now on.`,
  neededLess: (year, amount) =>
    `To reach the target of ${year} it must fall by ${amount} a year from now on.`,
  forecast: 'If it goes on like this',
  sentence: (year, mean, from, to) =>
    `If it goes on as before, it will be about ${mean} in ${year}; eight times in ten between ${from} and ${to}.`,
  probability: (percent, target) => `The probability of reaching the target (${target}) is ${percent}%.`,
  almost: {
    sure: (target) => `The probability of reaching the target (${target}) is above 99%.`,
    never: (target) => `The probability of reaching the target (${target}) is below 1%.`,
  },
  noProbability: {
    'no-target': 'There is no target, hence no probability of reaching it.',
    'target-text': 'The target is no number, hence no probability of reaching it.',
    'no-direction': 'The target has no direction, hence no probability of reaching it.',
    'not-comparable': 'Target and figures are of different kinds, hence no probability of reaching it.',
    'no-scatter': 'The figures lie exactly on a line: without scatter no probability can be told.',
  },
  method: (method, n, first, last) => `Method: ${method}, from ${n} figures, ${first} to ${last}.`,
  methods: {
    ols: 'a straight line (ordinary least squares)',
    wls: 'a straight line weighted by the errors of the survey (weighted least squares)',
    'theil-sen': 'a straight line that stray figures do not turn (Theil–Sen)',
    holt: 'smoothing that weighs recent years (Holt)',
    'damped-holt': 'smoothing that weighs recent years and fades out (damped Holt)',
  },
  choices: (choice, year) => {
    switch (choice.because) {
      case 'straight-line':
        return 'There are few years, so the simplest line is used.';
      case 'standard-errors-known':
        return 'The errors of the survey are known: surer figures weigh more.';
      case 'sum-of-years':
        return 'The target is about several years together: the years are forecast and joined.';
      case 'outlier':
        return `The figure of ${year(choice.fiscalYear)} stands apart, so a method it does not turn is used.`;
      case 'smoothing-closer':
        return `In ${choice.tested} forecasts of past years it was closer than a straight line.`;
      case 'smoothing-not-closer':
        return `In ${choice.tested} forecasts of past years no other method was clearly closer.`;
    }
  },
  farAhead: 'The year lies further ahead than the figures reach back: read it with care.',
  notFinal: (years) => `Includes provisional or estimated figures (${years}).`,
  leftOut: (years, because) =>
    `Figures of ${years} are left out: the ${because === 'unit-changed' ? 'unit' : 'definition'} has changed since.`,
  besideProjection: (name, amount) =>
    `“${name}” (${amount}) is another projection, made from other assumptions; this forecast rests on the past figures alone.`,
  caution: 'A forecast is calculated from past figures; it is neither a promise nor a plan of the town.',
  tooFew: (n, needed) => `Too few points for a forecast: ${n} comparable figures, and ${needed} are needed.`,
  noTarget: 'There is no target, hence no forecast.',
  yearNotAhead: (year) => `The year of the target is measured already (last figure: ${year}).`,
  incomplete: (year) => `A year of the sum has no figure (${year}), hence no forecast.`,
  gaps: (list) => `Years without a figure: ${list}`,
  gap: (year, reason) => `${year} (${reason})`,
  joined: {
    sum: 'The chart shows the sum of the years so far, as the target is meant.',
    mean: 'The chart shows the mean of the years so far, as the target is meant.',
  },
  legend: 'Dotted: the path to the target; flag: the target.',
  legendForecast: 'Grey band: the range within which the forecast falls eight times in ten.',
  effect: 'Effect of the changed target',
  effectLead: 'The same figures under the target before the change and under the present one.',
  underFormer: 'Former target',
  underPresent: 'Present target',
  rows: {
    target: 'Target',
    expected: (year) => `Path in ${year}`,
    along: 'Against the path',
    needed: 'Change needed a year',
    judgement: (year) => `Judgement of ${year}`,
    probability: 'Probability of reaching it',
  },
  alongShort: { ahead: 'ahead', on: 'on the path', behind: 'behind' },
  cannot: (reason) => `— (${reason})`,
  perYear: (amount) => `${amount} a year`,
};

export const outlookWords = (language: Language): OutlookWords => (language === 'en' ? en : ja);
