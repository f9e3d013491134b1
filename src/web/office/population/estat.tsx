import { type Context, Hono } from 'hono';
import { todayInJapan } from '../../../app/acting.ts';
import { replaceTables } from '../../../app/population/change-series.ts';
import { createSeries } from '../../../app/population/create-series.ts';
import { readPopulation } from '../../../app/population/read-population.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { heldBy, importChanges, withImported } from '../../../domain/population/import-changes.ts';
import type { SeriesWithTables } from '../../../domain/population/series.ts';
import { fetchTable } from '../../../estat/fetch-table.ts';
import { populationTables } from '../../../estat/population-tables.ts';
import { readTableId, tablesForTown, townQuestion } from '../../../estat/town-question.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { EstatPage } from './estat-page.tsx';
import { factsOfEstat, readingOfEstat, withCredit } from './estat-reading.ts';
import { intoField, reopenReading } from './import-form.ts';
import { readSeriesForm } from './series-form.ts';
import type { TriedReading } from './tried-reading.tsx';

/** A field of the form stands beside its sentence; a place in the table is told before it. */
const sentenceOf = (problem: Problem): string => {
  const place = problem.path.length < 2 ? '' : problemPlace(problem);
  return place === '' ? problemSentence(problem) : `${place}: ${problemSentence(problem)}`;
};

const statusOf = ([first]: readonly Problem[]): 200 | 409 | 422 | 502 => {
  if (first === undefined) return 200;
  if (first.code === 'changed-meanwhile') return 409;
  return ['estat-late', 'estat-unreachable', 'estat-trouble', 'estat-unreadable'].includes(first.code)
    ? 502
    : 422;
};

/** e-Statから取り込む. Without an application id nothing is ever asked. */
export const estatRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const { estat } = deps.config;

  const seriesOf = async (c: Context<OfficeEnv>): Promise<readonly SeriesWithTables[]> =>
    (await readPopulation(actingOf(c, deps)))?.series ?? [];

  const draw = (
    c: Context<OfficeEnv>,
    series: readonly SeriesWithTables[],
    form: Form,
    problems: readonly Problem[],
    tried: TriedReading | null = null,
  ): Response =>
    renderPage(
      c,
      <EstatPage
        town={c.var.town}
        viewer={c.var.viewer}
        isOn={estat !== null}
        known={tablesForTown(c.var.town.municipality.slice(0, 5))}
        series={series.map((each) => each.series)}
        form={form}
        problems={problems.map(sentenceOf)}
        sentences={fieldSentences(problems)}
        tried={tried}
      />,
      statusOf(problems),
    );

  const ask = async (c: Context<OfficeEnv>): Promise<Response> => {
    const { form, town } = c.var;
    const series = await seriesOf(c);
    if (estat === null) return draw(c, series, form, [errorAt('estat-off', [])]);
    const code5 = town.municipality.slice(0, 5);
    const id = readTableId(form.text('known') === '' ? form.text('table') : form.text('known'));
    if (id === null) return draw(c, series, form, [errorAt('estat-table-id', ['table'])]);
    const into = form.text(intoField);
    const target = series.find((each) => each.series.seriesKey === into) ?? null;
    if (into !== '' && target === null)
      return draw(c, series, form, [errorAt('population-series-unknown', [intoField])]);
    const table = await fetchTable(estat, townQuestion(id, code5));
    if (!table.ok) return draw(c, series, form, [table.error]);
    const read = populationTables(table.value, { code5, name: town.name });
    if (!read.ok) return draw(c, series, form, read.error);
    const reading = readingOfEstat(table.value, read.value);
    const holder = target === null ? heldBy(series, reading.tables) : null;
    return draw(c, series, form, [], {
      reading,
      changes: importChanges((target ?? holder)?.tables ?? [], reading.tables),
      target: target?.series ?? null,
      holder: holder?.series ?? null,
      facts: formFromEntries(factsOfEstat(table.value, reading, todayInJapan(actingOf(c, deps)))),
    });
  };

  const keep = async (c: Context<OfficeEnv>): Promise<Response> => {
    const { form, town } = c.var;
    const acting = actingOf(c, deps);
    const home = `/m/${town.municipality}/office/population`;
    const series = await seriesOf(c);
    const reading = reopenReading(form);
    const into = form.text(intoField);
    const target = series.find((each) => each.series.seriesKey === into) ?? null;
    const empty = formFromEntries([]);
    if (reading === null) return draw(c, series, empty, [errorAt('estat-table-id', ['table'])]);
    if (into !== '' && target === null)
      return draw(c, series, empty, [errorAt('population-series-unknown', [intoField])]);
    const holder = target === null ? heldBy(series, reading.tables) : null;
    const changes = importChanges((target ?? holder)?.tables ?? [], reading.tables);
    const tried = {
      reading,
      changes,
      target: target?.series ?? null,
      holder: holder?.series ?? null,
      facts: form,
    };
    const refuse = (problems: readonly Problem[]) =>
      problems[0]?.code === 'not-allowed'
        ? forbidden(c, deps, 'population.manage')
        : draw(c, series, empty, problems, tried);
    if (holder !== null)
      return refuse([errorAt('population-file-held', [intoField], { name: holder.series.name })]);
    const done = (seriesKey: string) =>
      c.redirect(`${home}/series/${encodeURIComponent(seriesKey)}?done=imported`, 303);
    if (target === null) {
      const facts = readSeriesForm(form, reading.suggestion);
      if (!facts.ok) return refuse(facts.error);
      const made = await createSeries(acting, {
        series: { ...facts.value, terms: withCredit(facts.value.terms) },
        tables: reading.tables,
        unlessHeld: true,
      });
      if (made.ok) return done(made.value.seriesKey);
      // Somebody fetched the same table meanwhile: it is told as if it had been there before.
      return made.error[0].code === 'population-file-held' ? keep(c) : refuse(made.error);
    }
    const { seriesKey, terms } = target.series;
    const saved = await replaceTables(acting, {
      seriesKey,
      tables: withImported(target.tables, reading.tables),
      terms: withCredit(terms),
      seenVersion: seenVersion(form),
    });
    return saved.ok ? done(seriesKey) : refuse(saved.error);
  };

  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'population.manage'))
    .get('/', async (c) => {
      const [first] = tablesForTown(c.var.town.municipality.slice(0, 5));
      const form = formFromEntries([
        ['known', first?.id ?? ''],
        [intoField, c.req.query(intoField) ?? ''],
      ]);
      return draw(c, await seriesOf(c), form, []);
    })
    .post('/', (c) => (c.var.form.text('step') === 'keep' ? keep(c) : ask(c)));
};
