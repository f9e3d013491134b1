import { Hono } from 'hono';
import { type IndicatorDesk, readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { saveSeries } from '../../../app/indicator/save-breakdowns.ts';
import { newKey } from '../../../app/new-key.ts';
import { may } from '../../../domain/access/may.ts';
import type { ReferenceSeries } from '../../../domain/indicator/indicator.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { type FieldSentences, TextField } from '../forms/field.tsx';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { CsrfField } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { IndicatorLayout } from './indicator-layout.tsx';

const seriesEntries = (series: readonly ReferenceSeries[]): Entries =>
  entriesOfRows(
    'series',
    series.map(({ series: key, name, note }) => ({ key, name, note })),
  );

/** Rows something is written in, numbered anew: places in a refusal are places in the form. */
const compact = (form: Form): Form =>
  formFromEntries([
    ...form.entries.filter(([name]) => !name.startsWith('series.')),
    ...entriesOfRows(
      'series',
      rowsOf(form, 'series', ['key', 'name', 'note']).filter((row) => !isBlankRow(row, ['key'])),
    ),
  ]);

const readSeries = (form: Form): readonly ReferenceSeries[] =>
  rowsOf(form, 'series', ['key', 'name', 'note']).map(({ key, name, note }) => ({
    series: key === '' ? newKey() : key,
    name: name.trim(),
    note: note.trim(),
  }));

const List = ({ desk, href }: { readonly desk: IndicatorDesk; readonly href: string }) => {
  const { referenceSeries, values } = desk.loaded;
  if (referenceSeries.length === 0)
    return (
      <div className="empty">
        <p className="empty__title">推計などの系列はまだありません</p>
        <p>将来の推計や展望を、実績と並べて示すときに定めます。</p>
      </div>
    );
  return (
    <ul className="link-list">
      {referenceSeries.map(({ series, name, note }) => {
        const years = values.filter((value) => value.series === series).map(({ fiscalYear }) => fiscalYear);
        return (
          <li key={series}>
            <a href={`${href}/series/${encodeURIComponent(series)}`}>{name}</a>{' '}
            <span className="quiet">
              {years.length === 0
                ? '値はまだありません'
                : `${formatFiscalYear(Math.min(...years), 'wareki')}〜${formatFiscalYear(Math.max(...years), 'wareki')}`}
              {note !== '' && `（${note}）`}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

interface SeriesPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: IndicatorDesk;
  readonly form: Form;
  readonly version: number;
  readonly sentences: FieldSentences;
  readonly problems: readonly Problem[];
  readonly notice: string | undefined;
}

const SeriesPage = ({ town, viewer, desk, form, version, sentences, ...page }: SeriesPageProps) => {
  const { indicator } = desk.loaded;
  const href = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
  const count = rowsOf(form, 'series', ['key', 'name', 'note']).length;
  return (
    <IndicatorLayout
      town={town}
      viewer={viewer}
      loaded={desk.loaded}
      section="series"
      title="推計などの系列"
      notice={page.notice}
      problems={page.problems.map(placedSentence)}
    >
      <List desk={desk} href={href} />
      {may(viewer.actor, 'indicator.define') && (
        <section className="section" aria-labelledby="series-title">
          <h2 id="series-title">系列を定める</h2>
          <p>
            外すときは、名前と説明を空にします。値のある系列は外せません。公開中の指標では、保存するとすぐに公開画面も変わります。
          </p>
          <form method="post" action={`${href}/series`} className="form">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="version" value={version} />
            {Array.from({ length: count + 1 }, (_, index) => `series.${index}`).map((row, index) => (
              <div key={row} className="fields-row">
                <input type="hidden" name={`${row}.key`} value={form.text(`${row}.key`)} />
                <TextField
                  form={form}
                  name={`${row}.name`}
                  label={index < count ? `系列${index + 1}の名前` : '新しい系列の名前'}
                  hint={index < count ? undefined : '例: 基準推計（社人研）'}
                  sentences={sentences}
                />
                <TextField
                  form={form}
                  name={`${row}.note`}
                  label={index < count ? `系列${index + 1}の説明` : '新しい系列の説明'}
                  hint={index < count ? undefined : 'どのような推計か。公開画面に載ります'}
                  sentences={sentences}
                />
              </div>
            ))}
            <button type="submit" className="button">
              系列を保存する
            </button>
          </form>
        </section>
      )}
    </IndicatorLayout>
  );
};

/** 参考の系列: what stands beside the actual figures. Their figures are entered like those. */
export const seriesRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().all('/', async (c) => {
    const { town, viewer } = c.var;
    const acting = actingOf(c, deps);
    const desk = await readIndicatorDesk(acting, c.req.param('indicatorKey') ?? '');
    if (desk === null) return c.notFound();
    const { indicator, version, referenceSeries } = desk.loaded;
    const shared = { town, viewer, desk } as const;
    if (c.req.method !== 'POST') {
      const form = formFromEntries(seriesEntries(referenceSeries));
      const notice = c.req.query('done') === 'saved' ? '系列を保存しました。' : undefined;
      return renderPage(
        c,
        <SeriesPage
          {...shared}
          form={form}
          version={version}
          sentences={new Map()}
          problems={[]}
          notice={notice}
        />,
      );
    }
    if (!may(viewer.actor, 'indicator.define')) return forbidden(c, deps, 'indicator.define');
    const form = compact(c.var.form);
    const seen = seenVersion(form);
    const saved = await saveSeries(acting, indicator.indicatorKey, readSeries(form), seen);
    if (saved.ok) {
      const own = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
      return c.redirect(`${own}/series?done=saved`, 303);
    }
    const sentences = sentencesByField(saved.error, (path) => (path.length === 3 ? path.join('.') : null));
    return renderPage(
      c,
      <SeriesPage
        {...shared}
        form={form}
        version={seen}
        sentences={sentences}
        problems={saved.error}
        notice={undefined}
      />,
      saved.error[0].code === 'changed-meanwhile' ? 409 : 422,
    );
  });
