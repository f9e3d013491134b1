import type { KeptReading } from '../../../documents/population-tables/recognised-json.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { estatCredit } from '../../../estat/connection.ts';
import type { EstatTable } from '../../../estat/estat-table.ts';
import type { EstatPopulation } from '../../../estat/population-tables.ts';
import { kindOfStatistic } from '../../../estat/survey-day.ts';
import type { Entries } from '../forms/entries.ts';

const [longestSource, longestTerms] = [1000, 1000];

/** What was read of a table, in the form every import is shown and kept in. */
export const readingOfEstat = (
  table: EstatTable,
  { tables, readings, warnings }: EstatPopulation,
): KeptReading => ({
  layout: `e-Stat 統計表 ${table.id}「${table.title}」`.slice(0, 500),
  encoding: 'e-Stat API 3.0（JSON）',
  sheets: [{ name: '', rows: table.cells.length, otherRows: 0 }],
  columns: readings.map(({ name, meaning }, at) => ({
    sheet: '',
    column: String(at + 1),
    heading: name,
    meaning,
  })),
  ages: tables[0]?.counts.ages ?? [],
  tables,
  remarks: warnings.map((problem) => {
    const place = problemPlace(problem);
    return `${place === '' ? '' : `${place}: `}${problemSentence(problem)}`;
  }),
  suggestion: {
    kind: kindOfStatistic(table.statCode),
    name: `${table.statName}（e-Stat）`.slice(0, 100),
    publisher: table.organisation,
    baseYear: null,
  },
});

/** 系列の名前と出典, as the table itself tells them. */
export const factsOfEstat = (table: EstatTable, reading: KeptReading, today: string): Entries => [
  ['name', reading.suggestion.name],
  ['kind', reading.suggestion.kind],
  ['publisher', table.organisation],
  [
    'source',
    `政府統計の総合窓口（e-Stat）統計表ID ${table.id}「${table.title}」${table.statisticsName}`.slice(
      0,
      longestSource,
    ),
  ],
  ['publishedOn', /^\d{4}-\d{2}-\d{2}$/u.test(table.openDate) ? table.openDate : ''],
  ['baseYear', ''],
  ['terms', estatCredit],
  ['note', `${today} に e-Stat のAPIから取り込み`],
];

/** The credit stands wherever the figures do, whatever else the terms say; what is too long gives way to it. */
export const withCredit = (terms: string): string =>
  terms.includes(estatCredit)
    ? terms
    : [terms.slice(0, longestTerms - estatCredit.length - 1), estatCredit]
        .filter((part) => part !== '')
        .join('\n');
