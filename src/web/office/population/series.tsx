import type { Context } from 'hono';
import { Hono } from 'hono';
import { removeSeries, saveSeriesFacts, setSeriesState } from '../../../app/population/change-series.ts';
import { type PopulationDesk, readPopulation } from '../../../app/population/read-population.ts';
import { populationCsv } from '../../../documents/csv/population-csv.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { SeriesWithTables } from '../../../domain/population/series.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { csvFile } from '../csv-file.ts';
import { forbidden, requireRight } from '../forbidden.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { formatInstant } from '../instant-words.ts';
import { OfficeLayout } from '../layout.tsx';
import { fieldSentences } from '../problem-sentences.ts';
import { PopulationNav } from './population-nav.tsx';
import { readSeriesForm, seriesFieldNames, seriesForm } from './series-form.ts';
import { SeriesFactsForm, SeriesStateForms } from './series-forms.tsx';
import { SeriesFactsList, SeriesFigures } from './series-page.tsx';
import { SeriesUses } from './series-uses.tsx';

const notices: Readonly<Record<string, string>> = {
  saved: '名前と出典を保存しました。',
  published: 'この系列を公開しました。公開画面にすぐ表れます。',
  draft: 'この系列の公開をやめました。住民からは見えません。',
  imported: '取り込みました。数値を確かめて、公開してください。',
};

const writerOf = (desk: PopulationDesk, seriesKey: string): string => {
  const writer = desk.seriesWriters.find(({ key }) => key === seriesKey);
  if (writer === undefined) return '';
  return `${writer.by === '' ? 'データの取り込み' : writer.by}（${formatInstant(writer.at)}）`;
};

/** A place that is a cell is told before the sentence: 「2015-10-01 male 0-4: …」. */
const sentenceOf = ({ code, path, params, ...problem }: Problem): string => {
  if (code === 'changed-meanwhile') {
    const who = params?.by === undefined || params.by === '' ? 'データの取り込み' : `${params.by}さん`;
    return `開いている間に、${who}がこの系列を変えました。何も変えていません。いまの内容を下で確かめて、もう一度押すと、その操作になります。`;
  }
  const named = code === 'text-too-long' ? seriesFieldNames[String(path[0])] : undefined;
  const place = path.length > 1 ? `${path.join(' ')}: ` : named === undefined ? '' : `${named}: `;
  return `${place}${problemSentence({ ...problem, code, path, ...(params === undefined ? {} : { params }) })}`;
};

interface Drawn {
  readonly form?: Form;
  readonly problems?: readonly Problem[];
}

/** 一つの系列: figures, source, what stands on it; published, withdrawn, described and removed here. */
export const seriesRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const keyOf = (c: Context<OfficeEnv>): string => c.req.param('seriesKey') ?? '';
  const home = (c: Context<OfficeEnv>): string => `/m/${c.var.town.municipality}/office/population`;
  const hrefOf = (c: Context<OfficeEnv>): string => `${home(c)}/series/${encodeURIComponent(keyOf(c))}`;

  const draw = (
    c: Context<OfficeEnv>,
    desk: PopulationDesk,
    { series, ...figures }: SeriesWithTables,
    { form, problems = [] }: Drawn,
  ) => {
    const { town, viewer } = c.var;
    const href = hrefOf(c);
    const forms = { viewer, series, href };
    const notice = problems.length === 0 ? notices[c.req.query('done') ?? ''] : undefined;
    return renderPage(
      c,
      <OfficeLayout
        title={series.name}
        town={town}
        viewer={viewer}
        current="population"
        breadcrumb={[{ label: '人口', href: home(c) }]}
        notice={notice}
        problems={problems.map(sentenceOf)}
        publicHref={`/m/${town.municipality}/population`}
      >
        <PopulationNav office={`/m/${town.municipality}/office`} viewer={viewer} current="series" />
        <SeriesFactsList series={series} writer={writerOf(desk, series.seriesKey)} />
        <SeriesFigures {...figures} csvHref={`${href}/figures.csv`} />
        <SeriesUses desk={desk} seriesKey={series.seriesKey} home={home(c)} />
        {may(viewer.actor, 'population.manage') && (
          <>
            <SeriesStateForms {...forms} />
            <SeriesFactsForm
              {...forms}
              form={form ?? seriesForm(series)}
              isRefused={form !== undefined}
              sentences={fieldSentences(form === undefined ? [] : problems)}
            />
          </>
        )}
      </OfficeLayout>,
      problems.length === 0 ? 200 : problems[0]?.code === 'changed-meanwhile' ? 409 : 422,
    );
  };

  const page = async (c: Context<OfficeEnv>, drawn: Drawn) => {
    const desk = await readPopulation(actingOf(c, deps));
    const found = desk?.series.find(({ series }) => series.seriesKey === keyOf(c));
    if (desk === null || found === undefined) return c.notFound();
    return draw(c, desk, found, drawn);
  };

  const refuse = (c: Context<OfficeEnv>, problems: readonly Problem[], form?: Form) =>
    problems[0]?.code === 'not-allowed'
      ? forbidden(c, deps, 'population.manage')
      : page(c, form === undefined ? { problems } : { problems, form });

  return (
    new Hono<OfficeEnv>()
      .get('/', (c) => page(c, {}))
      .get('/figures.csv', async (c) => {
        const desk = await readPopulation(actingOf(c, deps));
        const found = desk?.series.find(({ series }) => series.seriesKey === keyOf(c));
        if (found === undefined) return c.notFound();
        const { municipality, name } = c.var.town;
        const file = `${municipality}_${keyOf(c).replaceAll(/[^\w-]/gu, '_')}.csv`;
        const text = populationCsv({ municipality: { code: municipality, name }, series: [found] });
        return csvFile(c, text, file, `${name}_${found.series.name}.csv`);
      })
      .use(requireRight(deps, 'population.manage'))
      .post('/state', async (c) => {
        const state = c.var.form.text('state') === 'published' ? 'published' : 'draft';
        const done = await setSeriesState(actingOf(c, deps), {
          seriesKey: keyOf(c),
          state,
          seenVersion: seenVersion(c.var.form),
        });
        return done.ok ? c.redirect(`${hrefOf(c)}?done=${state}`, 303) : refuse(c, done.error);
      })
      .post('/remove', async (c) => {
        const done = await removeSeries(actingOf(c, deps), {
          seriesKey: keyOf(c),
          seenVersion: seenVersion(c.var.form),
        });
        return done.ok ? c.redirect(`${home(c)}?done=removed`, 303) : refuse(c, done.error);
      })
      .post('/facts', async (c) => {
        const acting = actingOf(c, deps);
        const desk = await readPopulation(acting);
        const found = desk?.series.find(({ series }) => series.seriesKey === keyOf(c));
        if (found === undefined) return c.notFound();
        const facts = readSeriesForm(c.var.form, found.series);
        if (!facts.ok) return refuse(c, facts.error, c.var.form);
        const done = await saveSeriesFacts(acting, {
          seriesKey: keyOf(c),
          facts: facts.value,
          seenVersion: seenVersion(c.var.form),
        });
        return done.ok ? c.redirect(`${hrefOf(c)}?done=saved`, 303) : refuse(c, done.error, c.var.form);
      })
      // Where a form's answer stood, when it is asked for again.
      .get('/:step{state|remove|facts}', (c) => c.redirect(hrefOf(c), 303))
  );
};
