import type { Context } from 'hono';
import { Hono } from 'hono';
import { enterValues, shownValue } from '../../../app/indicator/enter-values.ts';
import { publishValues } from '../../../app/indicator/publish-values.ts';
import { type IndicatorDesk, readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { seenMark } from '../../../app/indicator/seen-values.ts';
import { readKeptTyping } from '../../../app/plan/autosave.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { may } from '../../../domain/access/may.ts';
import { implausibleYear, isSensibleYear } from '../../../domain/indicator/sensible-year.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formatFigure } from '../../text/figures.ts';
import { forbidden } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { formatInstant } from '../instant-words.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { readValueRows, valueEntries, withYears, yearsOfForm, yearsToEnter } from './value-rows.ts';
import { ValuesPage, type ValuesPageProps } from './values-page.tsx';

const notices: Readonly<Record<string, string>> = {
  saved: '下書きとして保存しました。公開するまで、市民には見えません。',
  published: '公開しました。',
  created: '指標を定めました。続けて、実績値や目標値を入力できます。',
};

/** The series of the address; null: the indicator has no such. */
const seriesOf = (c: Context<OfficeEnv>, { loaded }: IndicatorDesk): ValuesPageProps['series'] | null => {
  const asked = c.req.param('series');
  if (asked === undefined) return { series: 'actual', name: '実績値' };
  const found = loaded.referenceSeries.find(({ series }) => series === asked);
  return found === undefined ? null : { series: found.series, name: found.name };
};

const open = async (c: Context<OfficeEnv>, deps: WebDeps): Promise<ValuesPageProps | null> => {
  const { town, viewer } = c.var;
  const desk = await readIndicatorDesk(actingOf(c, deps), c.req.param('indicatorKey') ?? '');
  const series = desk === null ? null : seriesOf(c, desk);
  if (desk === null || series === null) return null;
  const { unitKey, indicatorKey, subjective, computed } = desk.loaded.indicator;
  const on = { unitKeys: unitKey === null ? [] : [unitKey], ancestors: ancestorsOf(desk.units) };
  const years = yearsToEnter(desk.loaded, desk.today, series.series);
  const form = formFromEntries(valueEntries(desk.loaded, years, series.series));
  return {
    town,
    viewer,
    desk,
    series,
    years,
    withErrors:
      subjective ||
      desk.loaded.values.some((value) => value.series === series.series && value.standardError !== null),
    form,
    sentences: new Map(),
    problems: [],
    met: [],
    formKey: [
      'indicator',
      encodeURIComponent(indicatorKey),
      ...(series.series === 'actual' ? [] : ['series', encodeURIComponent(series.series)]),
    ].join('/'),
    kept: null,
    notice: notices[c.req.query('done') ?? ''],
    mayEnter: may(viewer.actor, 'indicator.enter', on) && (series.series !== 'actual' || computed === null),
    mayPublish: may(viewer.actor, 'indicator.publish', on),
  };
};

/** The page of what was typed, with the rows of the form. */
const typedPage = (page: ValuesPageProps, form: Form): ValuesPageProps => ({
  ...page,
  form,
  years: yearsOfForm(form),
  withErrors:
    page.withErrors ||
    form.text('then') === 'errors' ||
    form.entries.some(([name, value]) => /^rows\.\d+\.standardError$/u.test(name) && value !== ''),
  notice: undefined,
});

/** Field of the table for [2024, 'figure']. */
const nameOf =
  (form: Form) =>
  ([year, field]: Problem['path']): string | null => {
    if (year === 'addYear') return year;
    const index = yearsOfForm(form).indexOf(Number(year));
    return index === -1 || typeof field !== 'string' ? null : `rows.${index}.${field}`;
  };

/** The form again with what is stored now marked as seen in the years somebody else changed; typed figures stay. */
const seenAnew = (page: ValuesPageProps, form: Form, years: ReadonlySet<number>): Entries => {
  const rows = yearsOfForm(form);
  return form.entries.map(([name, value]) => {
    const [part, index, field] = name.split('.');
    const year = part === 'rows' && field === 'seen' ? rows[Number(index)] : undefined;
    return year === undefined || !years.has(year)
      ? [name, value]
      : [name, seenMark(shownValue(page.desk.loaded.values, year, page.series.series))];
  });
};

/** A row for a year the table does not have: nothing is saved, what was typed stays. */
const withAskedYear = (page: ValuesPageProps, form: Form): ValuesPageProps => {
  const text = form.text('addYear');
  const year = parseFiscalYear(text);
  const problem = !year.ok
    ? placed(['addYear'], year.error)
    : isSensibleYear(year.value)
      ? null
      : errorAt('fiscal-year-implausible', ['addYear'], implausibleYear(year.value));
  if (problem !== null || !year.ok) {
    const problems = problem === null ? [] : [problem];
    return { ...typedPage(page, form), problems, sentences: sentencesByField(problems, nameOf(form)) };
  }
  if (yearsOfForm(form).includes(year.value)) return typedPage(page, form);
  const without = formFromEntries(form.entries.filter(([name]) => name !== 'addYear'));
  return typedPage(
    page,
    formFromEntries(withYears(without, page.desk.loaded, [year.value], page.series.series)),
  );
};

export const valueRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const page = await open(c, deps);
      if (page === null) return c.notFound();
      const kept = page.mayEnter ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
      if (kept === null || c.req.query('restore') !== '1')
        return renderPage(c, <ValuesPage {...page} kept={kept} />);
      return renderPage(
        c,
        <ValuesPage
          {...typedPage(page, formFromEntries(kept.fields))}
          notice="控えてあった入力を戻しました。まだ保存していません。"
        />,
      );
    })
    .post('/', async (c) => {
      const page = await open(c, deps);
      if (page === null) return c.notFound();
      const acting = actingOf(c, deps);
      const { indicator, values } = page.desk.loaded;
      const { form } = c.var;
      const { series } = page.series;
      if (form.text('then') === 'year') {
        const asked = withAskedYear(page, form);
        return renderPage(c, <ValuesPage {...asked} />, asked.problems.length === 0 ? 200 : 422);
      }
      if (form.text('then') === 'errors') return renderPage(c, <ValuesPage {...typedPage(page, form)} />);
      const rows = readValueRows(form, indicator);
      const entered = await enterValues(acting, indicator.indicatorKey, rows, page.formKey, series);
      const own = `/m/${c.var.town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
      const href = series === 'actual' ? own : `${own}/series/${encodeURIComponent(series)}`;
      if (entered.ok) return c.redirect(`${href}?done=saved`, 303);
      const problems = entered.error;
      if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
      if (problems[0].code !== 'changed-meanwhile')
        return renderPage(
          c,
          <ValuesPage
            {...typedPage(page, form)}
            problems={problems}
            sentences={sentencesByField(problems, nameOf(form))}
          />,
          422,
        );
      const years = new Set(problems.map((problem) => Number(problem.path[0])));
      const met = await Promise.all(
        [...years].map(async (year) => {
          const now = shownValue(values, year, series);
          const key = {
            indicator_key: indicator.indicatorKey,
            series,
            fiscal_year: year,
            breakdown: '',
            stage: now?.stage ?? 'draft',
          };
          const last = (await readWriters(acting, 'indicator_value', key, 0)).at(-1);
          const figure = now === null ? '値なし' : (formatFigure(now, indicator, 'ja') ?? '値なし');
          return `${formatFiscalYear(year, 'wareki')}は、${last === undefined ? 'ほかの職員' : `${last.by}（${formatInstant(last.at)}）`}が先に「${figure}」にしました。下の表には、あなたの入力が残っています。このまま保存すると、あなたの入力になります。`;
        }),
      );
      return renderPage(
        c,
        <ValuesPage {...typedPage(page, formFromEntries(seenAnew(page, form, years)))} met={met} />,
        409,
      );
    })
    .post('/publish', async (c) => {
      const page = await open(c, deps);
      if (page === null) return c.notFound();
      const { indicatorKey } = page.desk.loaded.indicator;
      const published = await publishValues(actingOf(c, deps), indicatorKey, c.var.form.text('seen'));
      if (published.ok) {
        const list = `/m/${c.var.town.municipality}/office/indicators`;
        return c.redirect(`${list}/${encodeURIComponent(indicatorKey)}?done=published`, 303);
      }
      if (published.error[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.publish');
      const status = published.error[0].code === 'changed-since-seen' ? 409 : 422;
      return renderPage(c, <ValuesPage {...page} problems={published.error} notice={undefined} />, status);
    });
