import type { ErrorTable } from './forecast-errors.ts';

/**
 * Measured: コーホート変化率法 from the censuses of 1980 to 2010 on the municipalities of 2016-10-10, against the
 * censuses of 2005, 2010 and 2015; distance between the 10 % and 90 % points of ln(forecast ÷ actual), as a standard
 * deviation. 660 to 1592 forecasts a class at five years, 160 to 1103 at twenty-five. Source: 総務省統計局 国勢調査 (aiseed.dev
 * 統計メモ帳, CC BY 4.0); measured again by bench/population-backtest.bench.ts.
 */
export const cohortChangeErrors: ErrorTable = {
  horizonYears: [5, 10, 15, 20, 25],
  classes: [
    { below: 5_000, sd: [0.053, 0.104, 0.1582, 0.2193, 0.2687] },
    { below: 10_000, sd: [0.0276, 0.0528, 0.1009, 0.1415, 0.1862] },
    { below: 30_000, sd: [0.0202, 0.0485, 0.0909, 0.1332, 0.168] },
    { below: 100_000, sd: [0.0188, 0.0447, 0.0913, 0.1325, 0.1628] },
    { below: 300_000, sd: [0.0178, 0.0402, 0.0814, 0.1217, 0.1665] },
    { below: null, sd: [0.0168, 0.0391, 0.0725, 0.1063, 0.1303] },
  ],
};

/**
 * Five years: measured, 国立社会保障・人口問題研究所 平成20年12月推計 of 2010 against the census of 2010, the same
 * distance. Longer: nobody could measure them on the same municipalities yet; the cohort-change errors, in the ratio of
 * the two at five years. An assumption.
 */
export const ipssErrors: ErrorTable = {
  horizonYears: [5, 10, 15, 20, 25],
  classes: [
    { below: 5_000, sd: [0.0496, 0.0973, 0.148, 0.2052, 0.2514] },
    { below: 10_000, sd: [0.0229, 0.0438, 0.0837, 0.1174, 0.1545] },
    { below: 30_000, sd: [0.0188, 0.0452, 0.0847, 0.1241, 0.1566] },
    { below: 100_000, sd: [0.0177, 0.0422, 0.0862, 0.125, 0.1536] },
    { below: 300_000, sd: [0.0168, 0.038, 0.077, 0.1151, 0.1575] },
    { below: null, sd: [0.0133, 0.031, 0.0574, 0.0842, 0.1032] },
  ],
};
