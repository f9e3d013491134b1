import { formatFiscalYear } from '../../kernel/fiscal-year.ts';
import type { Language } from '../judgement/judgement.ts';
import type { ForecastMethod, NoForecast } from './forecast.ts';
import type { NoGoal } from './goal-of-target.ts';

type Reason = NoForecast['reason'];

/** The words a forecast is told with, in one language. Figures come in printed, probabilities in percent. */
export interface ForecastWords {
  readonly year: (fiscalYear: number) => string;
  readonly methods: Readonly<Record<ForecastMethod, string>>;
  readonly used: (count: number, first: string, last: string, method: string) => string;
  readonly mean: (year: string, mean: string, level: number, from: string, to: string) => string;
  readonly probability: (percent: string) => string;
  readonly noProbability: Readonly<Record<NoGoal | 'no-scatter', string>>;
  readonly straightLine: string;
  readonly standardErrorsKnown: string;
  readonly sumOfYears: string;
  readonly outlier: (year: string) => string;
  readonly smoothingCloser: (tested: number, error: string, lineError: string) => string;
  readonly smoothingNotCloser: (tested: number, error: string, lineError: string) => string;
  readonly leftOut: (count: number, since: string) => string;
  readonly notFinal: (years: string) => string;
  readonly farAhead: string;
  readonly none: Readonly<Record<Reason, (count: number, needed: number, year: string) => string>>;
  readonly rising: string;
  readonly falling: string;
  readonly noTrend: string;
  readonly almostNone: string;
  readonly almostAll: string;
  readonly listed: (years: readonly string[]) => string;
}

export const forecastWords: Readonly<Record<Language, ForecastWords>> = {
  ja: {
    year: (fiscalYear) => formatFiscalYear(fiscalYear, 'wareki'),
    methods: {
      ols: '最小二乗法の直線',
      wls: '標準誤差で重みづけた最小二乗法の直線',
      'theil-sen': 'Theil–Sen の直線',
      holt: 'Holt の平滑化',
      'damped-holt': '減衰 Holt の平滑化',
    },
    used: (count, first, last, method) =>
      `${first}から${last}までの${count}年分の値から、${method}で見通した。`,
    mean: (year, mean, level, from, to) =>
      `${year}の見通しは${mean}。${level}%の区間は${from}から${to}まで。`,
    probability: (percent) => `目標に届く確率は${percent}。`,
    noProbability: {
      'no-target': '目標値がないため、届く確率は言えない。',
      'target-text': '目標が数でないため、届く確率は言えない。',
      'no-direction': '望ましい方向が決まっていないため、届く確率は言えない。',
      'not-comparable': '値と目標の種類が異なるため、届く確率は言えない。',
      'no-scatter': 'これまでの値に散らばりがなく、外れる幅を見積もれないため、届く確率は言えない。',
    },
    straightLine: '年数が少ないので、直線を公表する。',
    standardErrorsKnown: 'どの年にも標準誤差があるので、誤差の小さい年を重く見る直線を公表する。',
    sumOfYears: '目標は何年かを合わせた値なので、残る年を直線で見通して足す。',
    outlier: (year) => `${year}の値だけが飛び抜けているので、それに引かれない直線を公表する。`,
    smoothingCloser: (tested, error, lineError) =>
      `過去${tested}回の一年先の見通しで、平滑化の外れ（平均${error}）が直線（平均${lineError}）より明らかに小さいので、平滑化を公表する。`,
    smoothingNotCloser: (tested, error, lineError) =>
      `過去${tested}回の一年先の見通しで、平滑化の外れ（平均${error}）が直線（平均${lineError}）より明らかに小さいとは言えないので、直線を公表する。`,
    leftOut: (count, since) => `${since}に定義か単位が変わったので、それより前の${count}年分は使わない。`,
    notFinal: (years) => `${years}は確定した値ではない。`,
    farAhead: '値のある期間より先の年を見通している。幅より大きく外れることがある。',
    none: {
      'too-few-points': (count, needed) =>
        `比べられる値が${count}年分しかない。見通しには${needed}年分が要る。`,
      'year-not-ahead': (_, __, year) => `${year}までの値があり、見通す年が残っていない。`,
      'incomplete-series': (_, __, year) => `${year}の値がないので、合わせた値を見通せない。`,
      'no-target': () => '目標がないので、見通す年が決まらない。',
    },
    rising: '増える傾向がある',
    falling: '減る傾向がある',
    noTrend: '増減の傾向があるとは言えない',
    almostNone: '1%未満',
    almostAll: '99%超',
    listed: (years) => years.join('、'),
  },
  en: {
    year: (fiscalYear) => `FY${fiscalYear}`,
    methods: {
      ols: 'a straight line by least squares',
      wls: 'a straight line weighted by standard errors',
      'theil-sen': 'a Theil–Sen line',
      holt: "Holt's smoothing",
      'damped-holt': 'damped smoothing (Holt)',
    },
    used: (count, first, last, method) => `Forecast from ${count} years (${first} to ${last}) by ${method}.`,
    mean: (year, mean, level, from, to) => `${year}: ${mean}; ${level}% interval ${from} to ${to}.`,
    probability: (percent) => `Probability of reaching the target: ${percent}.`,
    noProbability: {
      'no-target': 'No target, so no probability of reaching it.',
      'target-text': 'The target is not a number, so no probability of reaching it.',
      'no-direction': 'It is not set which direction is better, so no probability of reaching the target.',
      'not-comparable': 'Figures and target are of different kinds, so no probability of reaching it.',
      'no-scatter': 'The figures show no scatter to tell a probability from.',
    },
    straightLine: 'With few years, the straight line is published.',
    standardErrorsKnown: 'Standard errors are known for every year, so years with smaller ones weigh more.',
    sumOfYears: 'The target is about several years together; the years left are forecast and added.',
    outlier: (year) => `${year} stands out by itself, so a line that it does not turn is published.`,
    smoothingCloser: (tested, error, lineError) =>
      `In ${tested} past forecasts of the next year smoothing was clearly closer (mean error ${error}, line ${lineError}), so it is published.`,
    smoothingNotCloser: (tested, error, lineError) =>
      `In ${tested} past forecasts of the next year smoothing was not clearly closer (mean error ${error}, line ${lineError}), so the line is published.`,
    leftOut: (count, since) =>
      `Definition or unit changed in ${since}: figures of ${count} earlier years are not used.`,
    notFinal: (years) => `Not final: ${years}.`,
    farAhead:
      'The year lies further ahead than the figures reach back; it may miss by more than the interval.',
    none: {
      'too-few-points': (count, needed) => `Only ${count} comparable years; a forecast needs ${needed}.`,
      'year-not-ahead': (_, __, year) => `Figures reach ${year}; no year is left to forecast.`,
      'incomplete-series': (_, __, year) => `${year} has no figure, so the sum cannot be forecast.`,
      'no-target': () => 'Without a target there is no year to look ahead to.',
    },
    rising: 'a rising trend',
    falling: 'a falling trend',
    noTrend: 'no clear trend',
    almostNone: 'below 1%',
    almostAll: 'above 99%',
    listed: (years) => years.join(', '),
  },
};
