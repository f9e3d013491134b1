import { type BySex, bySex, type Population, sumOf } from './population.ts';

/** 年齢不詳の按分: persons of unknown age shared out within their sex, P_g·(1 + U/ΣP). A sex of nobody keeps none. */
export const spreadUnknown = (counted: Population, unknown: BySex<number>): Population =>
  bySex((sex) => {
    const whole = sumOf(counted[sex]);
    return whole === 0 ? counted[sex] : counted[sex].map((count) => count * (1 + unknown[sex] / whole));
  });
