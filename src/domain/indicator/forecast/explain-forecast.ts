import { formatDecimal } from '../../kernel/decimal.ts';
import type { Language } from '../judgement/judgement.ts';
import type { Forecast, ForecastChoice } from './forecast.ts';
import { type ForecastWords, forecastWords } from './forecast-words.data.ts';
import type { TrendTest } from './mann-kendall.ts';

/** One place more than the indicator shows: a forecast is an estimate between its figures. */
const printer =
  (decimals: number, unit: string) =>
  (value: number): string => {
    const places = Math.min(10, decimals);
    const text = value.toFixed(places);
    const plain = Number(text) === 0 ? text.replace('-', '') : text;
    return `${formatDecimal(plain, places).replace('-', '−')}${unit}`;
  };

/** Neither 0% nor 100%: a forecast is never sure. */
const percentText = (probability: number, words: ForecastWords): string => {
  if (probability < 0.01) return words.almostNone;
  return probability > 0.99 ? words.almostAll : `${Math.round(probability * 100)}%`;
};

const choiceText = (
  choice: ForecastChoice,
  words: ForecastWords,
  print: (value: number) => string,
): string => {
  switch (choice.because) {
    case 'straight-line':
      return words.straightLine;
    case 'standard-errors-known':
      return words.standardErrorsKnown;
    case 'sum-of-years':
      return words.sumOfYears;
    case 'outlier':
      return words.outlier(words.year(choice.fiscalYear));
    case 'smoothing-closer':
      return words.smoothingCloser(choice.tested, print(choice.error), print(choice.lineError));
    case 'smoothing-not-closer':
      return words.smoothingNotCloser(choice.tested, print(choice.error), print(choice.lineError));
  }
};

const noneText = (forecast: Forecast & { readonly kind: 'none' }, words: ForecastWords): string => {
  const [count, needed] = [forecast.n, 'needed' in forecast ? forecast.needed : 0];
  const year =
    'lastFiscalYear' in forecast
      ? words.year(forecast.lastFiscalYear)
      : 'fiscalYear' in forecast
        ? words.year(forecast.fiscalYear)
        : '';
  return words.none[forecast.reason](count, needed, year);
};

/** 増減の傾向 of the years measured. `significance`: 0.05 calls one of twenty trendless series a trend. */
export const trendText = (trend: TrendTest, language: Language = 'ja', significance = 0.05): string => {
  const words = forecastWords[language];
  if (trend.p >= significance || trend.s === 0) return words.noTrend;
  return trend.s > 0 ? words.rising : words.falling;
};

/**
 * A forecast in sentences: what it was made of, the figure with its range, the probability, why this method, and what
 * to read it with. `decimals` and `unit` are the indicator's.
 */
export const explainForecast = (
  forecast: Forecast,
  { decimals, unit }: { readonly decimals: number; readonly unit: string },
  language: Language = 'ja',
): readonly string[] => {
  const words = forecastWords[language];
  const print = printer(decimals + 1, unit);
  const { fiscalYears, leftOut, notFinal } = forecast;
  const aside = [
    ...leftOut.map((left) => words.leftOut(left.fiscalYears.length, words.year(left.since))),
    ...(notFinal.length === 0 ? [] : [words.notFinal(words.listed(notFinal.map(words.year)))]),
  ];
  if (forecast.kind === 'none') return [noneText(forecast, words), ...aside];
  const { mean, interval, probability, noProbability, targetFiscalYear } = forecast;
  const [first = 0, last = 0] = [fiscalYears[0], fiscalYears.at(-1)];
  return [
    words.used(forecast.n, words.year(first), words.year(last), words.methods[forecast.method]),
    words.mean(
      words.year(targetFiscalYear ?? last),
      print(mean),
      Math.round(interval.level * 100),
      print(interval.from),
      print(interval.to),
    ),
    ...(probability === null ? [] : [words.probability(percentText(probability, words))]),
    ...(noProbability === null ? [] : [words.noProbability[noProbability]]),
    choiceText(forecast.choice, words, print),
    ...aside,
    ...(forecast.farAhead ? [words.farAhead] : []),
  ];
};
