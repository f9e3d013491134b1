import type { Context } from 'hono';
import { Hono } from 'hono';
import { readKeptTyping } from '../../../app/autosave.ts';
import { enterValues, shownValue } from '../../../app/enter-values.ts';
import { publishValues } from '../../../app/publish-values.ts';
import { readIndicatorDesk } from '../../../app/read-indicator-desk.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { seenMark } from '../../../app/seen-values.ts';
import { may } from '../../../domain/access/may.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
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
import { readValueRows, valueEntries, yearsToEnter } from './value-rows.ts';
import { ValuesPage, type ValuesPageProps } from './values-page.tsx';

const notices: Readonly<Record<string, string>> = {
  saved: '下書きとして保存しました。公開するまで、市民には見えません。',
  published: '公開しました。',
  created: '指標を定めました。続けて、実績値や目標値を入力できます。',
};

const open = async (c: Context<OfficeEnv>, deps: WebDeps): Promise<ValuesPageProps | null> => {
  const { town, viewer } = c.var;
  const desk = await readIndicatorDesk(actingOf(c, deps), c.req.param('indicatorKey') ?? '');
  if (desk === null) return null;
  const { unitKey, indicatorKey } = desk.loaded.indicator;
  const on = { unitKeys: unitKey === null ? [] : [unitKey], ancestors: ancestorsOf(desk.units) };
  const years = yearsToEnter(desk.loaded, desk.today);
  return {
    town,
    viewer,
    desk,
    years,
    form: formFromEntries(valueEntries(desk.loaded, years)),
    sentences: new Map(),
    problems: [],
    met: [],
    formKey: `indicator/${encodeURIComponent(indicatorKey)}`,
    kept: null,
    notice: notices[c.req.query('done') ?? ''],
    mayEnter: may(viewer.actor, 'indicator.enter', on),
    mayPublish: may(viewer.actor, 'indicator.publish', on),
  };
};

/** Field of the table for [2024, 'figure']. */
const nameOf =
  (form: Form) =>
  ([year, field]: Problem['path']): string | null => {
    const index = readValueRows(form).findIndex((row) => row.fiscalYear === year);
    return index === -1 || typeof field !== 'string' ? null : `rows.${index}.${field}`;
  };

/** The form again with what is stored now marked as seen in the years somebody else changed; typed figures stay. */
const seenAnew = (page: ValuesPageProps, form: Form, years: ReadonlySet<number>): Entries => {
  const rows = readValueRows(form);
  return form.entries.map(([name, value]) => {
    const [part, index, field] = name.split('.');
    const year = part === 'rows' && field === 'seen' ? rows[Number(index)]?.fiscalYear : undefined;
    return year === undefined || !years.has(year)
      ? [name, value]
      : [name, seenMark(shownValue(page.desk.loaded.values, year))];
  });
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
          {...page}
          form={formFromEntries(kept.fields)}
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
      const entered = await enterValues(acting, indicator.indicatorKey, readValueRows(form), page.formKey);
      const href = `/m/${c.var.town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
      if (entered.ok) return c.redirect(`${href}?done=saved`, 303);
      const problems = entered.error;
      if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
      if (problems[0].code !== 'changed-meanwhile')
        return renderPage(
          c,
          <ValuesPage
            {...page}
            form={form}
            problems={problems}
            sentences={sentencesByField(problems, nameOf(form))}
            notice={undefined}
          />,
          422,
        );
      const years = new Set(problems.map((problem) => Number(problem.path[0])));
      const met = await Promise.all(
        [...years].map(async (year) => {
          const now = shownValue(values, year);
          const key = {
            indicator_key: indicator.indicatorKey,
            series: 'actual',
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
        <ValuesPage
          {...page}
          form={formFromEntries(seenAnew(page, form, years))}
          met={met}
          notice={undefined}
        />,
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
