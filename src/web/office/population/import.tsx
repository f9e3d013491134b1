import { type Context, Hono } from 'hono';
import { todayInJapan } from '../../../app/acting.ts';
import { replaceTables } from '../../../app/population/change-series.ts';
import { createSeries } from '../../../app/population/create-series.ts';
import { readPopulation } from '../../../app/population/read-population.ts';
import { largestPopulationFile } from '../../../documents/population-tables/read-sheets.ts';
import { recogniseInWorker } from '../../../documents/population-tables/recognise-in-worker.ts';
import type { KeptReading } from '../../../documents/population-tables/recognised-json.ts';
import { daysAhead, standsAgainst } from '../../../documents/population-tables/stands-against.ts';
import { problemPlace, problemSentence } from '../../../documents/problem-text/sentences.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { heldBy, importChanges, withImported } from '../../../domain/population/import-changes.ts';
import type { SeriesWithTables } from '../../../domain/population/series.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { intoField, kindOfForm, readingOptions, reopenReading, suggestedFacts } from './import-form.ts';
import { ImportPage, type TriedFile } from './import-page.tsx';
import { readSeriesForm } from './series-form.ts';

/** A little of a request is the form itself. */
const megabytes = Math.floor(largestPopulationFile / 1_000_000 - 0.2);

/** A field of the form stands beside its sentence; a place in the file is told before it. */
const sentenceOf = (problem: Problem): string => {
  const place = problem.path.length === 1 && problem.path[0] !== 'file' ? '' : problemPlace(problem);
  return place === '' ? problemSentence(problem) : `${place}: ${problemSentence(problem)}`;
};

const remarkOf = (problem: Problem): string => `${problemPlace(problem)}: ${problemSentence(problem)}`;

/** 人口ファイルの取込み: CSV or .xlsx in, shown first. */
export const populationImportRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const seriesOf = async (c: Context<OfficeEnv>): Promise<readonly SeriesWithTables[]> =>
    (await readPopulation(actingOf(c, deps)))?.series ?? [];

  const draw = (
    c: Context<OfficeEnv>,
    series: readonly SeriesWithTables[],
    problems: readonly Problem[],
    tried: TriedFile | null = null,
  ): Response =>
    renderPage(
      c,
      <ImportPage
        town={c.var.town}
        viewer={c.var.viewer}
        form={
          c.req.method === 'POST' ? c.var.form : formFromEntries([[intoField, c.req.query(intoField) ?? '']])
        }
        series={series.map((each) => each.series)}
        problems={problems.map(sentenceOf)}
        sentences={fieldSentences(problems)}
        tried={tried}
        megabytes={megabytes}
      />,
      problems.length === 0 ? 200 : problems[0]?.code === 'changed-meanwhile' ? 409 : 422,
    );

  const refuse = (
    c: Context<OfficeEnv>,
    series: readonly SeriesWithTables[],
    problems: readonly Problem[],
    tried: TriedFile | null,
  ) =>
    problems[0]?.code === 'not-allowed'
      ? forbidden(c, deps, 'population.manage')
      : draw(c, series, problems, tried);

  const tryFile = async (c: Context<OfficeEnv>): Promise<Response> => {
    const { form, town } = c.var;
    const series = await seriesOf(c);
    const target = series.find((each) => each.series.seriesKey === form.text(intoField)) ?? null;
    const file = form.file('file');
    if (file === null || file.size === 0)
      return draw(c, series, [errorAt('population-file-not-chosen', ['file'])]);
    if (form.text(intoField) !== '' && target === null)
      return draw(c, series, [errorAt('population-series-unknown', [intoField])]);
    const options = readingOptions(form, target?.series ?? null);
    if (!options.ok) return draw(c, series, options.error);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const recognised = await recogniseInWorker(
      { name: file.name, bytes },
      { code5: town.municipality.slice(0, 5), name: town.name },
      options.value,
    );
    if (!recognised.ok) return draw(c, series, recognised.error);
    const { warnings, ...rest } = recognised.value;
    const today = todayInJapan(actingOf(c, deps));
    const kind = target?.series.kind ?? kindOfForm(form);
    const wrong = kind === null ? [] : standsAgainst(file.name, rest.tables, kind, today);
    if (wrong.length > 0) return draw(c, series, wrong);
    const doubts = kind === null ? daysAhead(file.name, rest.tables, rest.suggestion.kind, today) : [];
    const reading: KeptReading = { ...rest, remarks: [...warnings, ...doubts].map(remarkOf) };
    const holder = target === null ? heldBy(series, reading.tables) : null;
    return draw(c, series, [], {
      name: file.name,
      reading,
      changes: importChanges((target ?? holder)?.tables ?? [], reading.tables),
      target: target?.series ?? null,
      holder: holder?.series ?? null,
      facts: formFromEntries(suggestedFacts(reading, file.name, form)),
    });
  };

  const keep = async (c: Context<OfficeEnv>): Promise<Response> => {
    const { form, town } = c.var;
    const acting = actingOf(c, deps);
    const home = `/m/${town.municipality}/office/population`;
    const series = await seriesOf(c);
    const reading = reopenReading(form);
    if (reading === null) return draw(c, series, [errorAt('population-file-not-chosen', ['file'])]);
    const into = form.text(intoField);
    const target = series.find((each) => each.series.seriesKey === into) ?? null;
    if (into !== '' && target === null)
      return draw(c, series, [errorAt('population-series-unknown', [intoField])]);
    const holder = target === null ? heldBy(series, reading.tables) : null;
    const tried = {
      name: form.text('fileName'),
      reading,
      changes: importChanges((target ?? holder)?.tables ?? [], reading.tables),
      target: target?.series ?? null,
      holder: holder?.series ?? null,
      facts: form,
    };
    if (tried.holder !== null)
      return refuse(
        c,
        series,
        [errorAt('population-file-held', [intoField], { name: tried.holder.name })],
        tried,
      );
    if (target !== null) {
      const { seriesKey } = target.series;
      const done = await replaceTables(acting, {
        seriesKey,
        tables: withImported(target.tables, reading.tables),
        seenVersion: seenVersion(form),
      });
      return done.ok
        ? c.redirect(`${home}/series/${encodeURIComponent(seriesKey)}?done=imported`, 303)
        : refuse(c, series, done.error, tried);
    }
    const facts = readSeriesForm(form, reading.suggestion);
    if (!facts.ok) return refuse(c, series, facts.error, tried);
    const ahead = daysAhead(tried.name, reading.tables, facts.value.kind, todayInJapan(acting));
    if (ahead.length > 0) return refuse(c, series, ahead, tried);
    const { tables } = reading;
    const done = await createSeries(acting, { series: facts.value, tables, unlessHeld: true });
    if (done.ok)
      return c.redirect(`${home}/series/${encodeURIComponent(done.value.seriesKey)}?done=imported`, 303);
    // Somebody brought the same file meanwhile: it is told as if it had been there before.
    return done.error[0].code === 'population-file-held' ? keep(c) : refuse(c, series, done.error, tried);
  };

  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'population.manage'))
    .get('/', async (c) => draw(c, await seriesOf(c), []))
    .post('/', (c) => (c.var.form.text('step') === 'keep' ? keep(c) : tryFile(c)));
};
