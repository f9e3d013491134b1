import { writeCsv } from '../../../../../documents/csv/write-csv.ts';
import { totalIn } from '../../../../../domain/population/total-in.ts';
import type { Compared } from '../compare/compared.ts';
import { column, plain } from './column.ts';

/** Totals of every year, one scenario a column. */
export const compareCsv = (compared: readonly Compared[]): string => {
  const years = [...new Set(compared.flatMap(({ worked }) => worked.result.annual.years))].toSorted(
    (a, b) => a - b,
  );
  return writeCsv<number>(
    [
      column('year', '年', (year) => year),
      ...compared.map(({ scenario, worked }) =>
        column(`total-${scenario.scenarioKey}`, `${scenario.name} 総人口（人）`, (year: number) => {
          const total = totalIn(worked.result.annual, year);
          return total === null ? null : plain(total);
        }),
      ),
    ],
    years,
  );
};
