import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { SeriesFacts } from '../../../domain/population/check-series.ts';
import { type PopulationSeries, seriesKinds } from '../../../domain/population/series.ts';
import type { Form } from '../../middleware/form.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';

const entriesOf = (series: PopulationSeries): Entries => [
  ['name', series.name],
  ['kind', series.kind],
  ['publisher', series.publisher],
  ['source', series.source],
  ['publishedOn', series.publishedOn],
  ['baseYear', series.baseYear === null ? '' : String(series.baseYear)],
  ['terms', series.terms],
  ['note', series.note],
];

/** Fields as the form calls them, for sentences that do not name their field. */
export const seriesFieldNames: Readonly<Record<string, string>> = {
  name: '名前',
  publisher: '公表した機関',
  source: '出典',
  terms: '利用条件・クレジット',
  note: '注',
};

/** What is stored, as the form shows it. */
export const seriesForm = (series: PopulationSeries): Form => formFromEntries(entriesOf(series));

/** What the form says; a base year that is no year is refused by name. */
export const readSeriesForm = (
  form: Pick<Form, 'text'>,
  before: Pick<PopulationSeries, 'kind'>,
): Result<SeriesFacts, readonly [Problem]> => {
  const typed = form.text('baseYear').normalize('NFKC').trim();
  const year = typed.replace(/年$/u, '');
  if (year !== '' && !/^\d{4}$/u.test(year))
    return refuse([errorAt('population-base-year', ['baseYear'], { year: typed.slice(0, 20) })]);
  return ok({
    name: form.text('name').trim(),
    kind: seriesKinds.find((kind) => kind === form.text('kind')) ?? before.kind,
    publisher: form.text('publisher').trim(),
    source: form.text('source').trim(),
    publishedOn: form.text('publishedOn').normalize('NFKC').trim(),
    baseYear: year === '' ? null : Number(year),
    terms: form.text('terms').trim(),
    note: form.text('note').trim(),
  });
};
