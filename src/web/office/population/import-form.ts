import type { ReadingOptions } from '../../../documents/population-tables/recognised.ts';
import { type KeptReading, readKeptReading } from '../../../documents/population-tables/recognised-json.ts';
import { dateOfCell, monthDayOf } from '../../../documents/population-tables/table-dates.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import {
  isProjected,
  type PopulationSeries,
  type SeriesKind,
  seriesKinds,
} from '../../../domain/population/series.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';

/** Form field of the series the figures go into: '' a new one. */
export const intoField = 'into';

/** '': the file decides. */
export const kindOfForm = (form: Form): SeriesKind | null =>
  seriesKinds.find((kind) => kind === form.text('readKind')) ?? null;

/** What the person says of the file. Problems stand at the fields `date` and `monthDay`. */
export const readingOptions = (
  form: Form,
  target: PopulationSeries | null,
): Result<ReadingOptions, readonly Problem[]> => {
  const dateText = form.text('date').normalize('NFKC').trim();
  const monthDayText = form.text('monthDay').normalize('NFKC').trim();
  const date = dateText === '' ? null : dateOfCell(dateText);
  const monthDay = monthDayText === '' ? null : monthDayOf(monthDayText);
  const problems = [
    ...(dateText !== '' && date === null
      ? [errorAt('population-file-date-unread', ['date'], { text: dateText.slice(0, 40) })]
      : []),
    ...(monthDayText !== '' && monthDay === null
      ? [errorAt('population-file-month-day-unread', ['monthDay'], { text: monthDayText.slice(0, 40) })]
      : []),
  ];
  if (problems.length > 0) return refuse(problems);
  const kind = target?.kind ?? kindOfForm(form);
  return ok({ date, monthDay, projected: kind !== null && isProjected(kind) });
};

/** One field of a form holds no more than that (middleware/form.ts). */
const longestPart = 90_000;

const cut = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / longestPart) }, (_, index) =>
    text.slice(index * longestPart, (index + 1) * longestPart),
  );

/** What was read, as fields of the form that stores it. */
export const keepReading = (reading: KeptReading): readonly string[] =>
  cut(Buffer.from(JSON.stringify(reading)).toString('base64'));

export const reopenReading = (form: Form): KeptReading | null =>
  readKeptReading(Buffer.from(form.all('reading').join(''), 'base64').toString('utf8'));

/** What the file suggests for a new series; what the person chose before wins. */
export const suggestedFacts = (
  { suggestion, layout }: KeptReading,
  fileName: string,
  form: Form,
): Entries => [
  ['name', suggestion.name],
  ['kind', kindOfForm(form) ?? suggestion.kind],
  ['publisher', suggestion.publisher],
  ['source', `${layout}（${fileName}）`],
  ['publishedOn', ''],
  ['baseYear', suggestion.baseYear === null ? '' : String(suggestion.baseYear)],
  ['terms', ''],
  ['note', ''],
];
