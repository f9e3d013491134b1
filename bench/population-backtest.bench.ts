import { sizeBounds } from '../src/domain/demography/simulate/forecast-errors.ts';
import { readTowns } from '../test/demography/all-towns.ts';
import { coverageOf, errorsKnownBefore, forecastsOfThePast, overall } from '../test/demography/backtest.ts';
import { hasReference } from '../test/demography/reference-folder.ts';

/**
 * Past forecasts of all municipalities against the census of 2015: what share of the totals the 80 % band holds, by
 * size at the base. The band's width is calibrated on errors known before 2015 only. Needs the reference folder.
 */
const year = 2015;
const draws = Number(process.env.BENCH_DRAWS ?? 1000);

if (!hasReference) console.log('no reference folder beside the project: nothing measured');
else {
  const towns = readTowns();
  const errors = errorsKnownBefore(forecastsOfThePast(towns), year);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  console.log(
    `80 % band of ${draws} draws against the census of ${year}, errors of the censuses of 2000–2010`,
  );
  for (const horizon of [5, 10, 15]) {
    const classes = coverageOf(towns, errors, year, horizon, draws);
    const all = overall(classes);
    console.log(`\n${horizon} years ahead: ${percent(all.share)} of ${all.towns} towns`);
    for (const [at, { towns: counted, share }] of classes.entries()) {
      const sd = errors.classes[at]?.sd[errors.horizonYears.indexOf(horizon)] ?? 0;
      const bound = sizeBounds[at];
      const name = bound === null ? 'larger' : `below ${bound?.toLocaleString('en')}`;
      console.log(`  ${name.padEnd(14)} ${percent(share)} of ${counted} (standard deviation ${percent(sd)})`);
    }
  }
}
