import type { Context } from 'hono';
import { Hono } from 'hono';
import { enterCells, shownCells } from '../../../app/indicator/enter-cells.ts';
import { readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { cellsMark } from '../../../app/indicator/seen-values.ts';
import { readKeptTyping } from '../../../app/plan/autosave.ts';
import { may } from '../../../domain/access/may.ts';
import { cellName } from '../../../domain/indicator/breakdown-cell.ts';
import { isSensibleYear } from '../../../domain/indicator/sensible-year.ts';
import {
  fiscalYearOf,
  formatFiscalYear,
  isFiscalYear,
  parseFiscalYear,
} from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { rowsOf } from '../forms/rows.ts';
import { placedSentence, planSentence, sentencesByField } from '../plan-sentences.ts';
import { tablePath } from './breakdowns-page.tsx';
import {
  type CellTable,
  cellEntries,
  cellsOf,
  readCells,
  tablesOf,
  yearsOfCells,
  yearsWithCells,
} from './cell-rows.ts';
import { CellsPage, type CellsPageProps } from './cells-page.tsx';

const open = async (c: Context<OfficeEnv>, deps: WebDeps): Promise<CellsPageProps | null> => {
  const { town, viewer } = c.var;
  const desk = await readIndicatorDesk(actingOf(c, deps), c.req.param('indicatorKey') ?? '');
  const table = tablesOf(desk?.loaded.indicator.breakdowns ?? []).find(
    ({ axes }) => axes === c.req.param('axes'),
  );
  if (desk === null || table === undefined) return null;
  const { indicatorKey, unitKey, computed } = desk.loaded.indicator;
  const asked = Number(c.req.param('year'));
  const isCross = table.dimensions.length > 1;
  if (isCross && !isSensibleYear(asked)) return null;
  const wanted = parseFiscalYear(c.req.query('year') ?? '');
  const more = wanted.ok && isSensibleYear(wanted.value) ? [wanted.value] : [];
  const years = isCross ? [asked] : yearsOfCells(desk.loaded, table, desk.today, more);
  const on = { unitKeys: unitKey === null ? [] : [unitKey], ancestors: ancestorsOf(desk.units) };
  return {
    town,
    viewer,
    desk,
    table,
    years,
    form: formFromEntries(cellEntries(desk.loaded, table, years)),
    sentences: new Map(),
    problems: [],
    formKey: `indicator/${encodeURIComponent(indicatorKey)}${tablePath(table, asked)}`,
    kept: null,
    notice:
      c.req.query('done') === 'saved'
        ? '下書きとして保存しました。公開するまで、市民には見えません。'
        : undefined,
    mayEnter: may(viewer.actor, 'indicator.enter', on) && computed === null,
  };
};

/** Only a forged form names what is no year: nothing is drawn of it. */
const yearsOfForm = (form: Form): readonly number[] =>
  rowsOf(form, 'years', ['fiscalYear'])
    .map(({ fiscalYear }) => Number(fiscalYear))
    .filter(isFiscalYear);

/** [2024, 'age:20s'] is a cell, [2024, 'sourceDocument'] a field of the year. */
const nameOf =
  (form: Form) =>
  ([year, part]: Problem['path']): string | null => {
    const index = yearsOfForm(form).indexOf(Number(year));
    if (index === -1 || typeof part !== 'string') return null;
    return part.includes(':') ? `cells.${index}.${part}` : `years.${index}.${part}`;
  };

/** With the cell's name where a place is one. */
const sentenceOf =
  ({ desk }: CellsPageProps) =>
  (problem: Problem): string => {
    const [year, part] = problem.path;
    if (typeof part !== 'string' || !part.includes(':') || !isFiscalYear(Number(year)))
      return placedSentence(problem);
    const cell = cellName(desk.loaded.indicator.breakdowns, part);
    return `${formatFiscalYear(Number(year), 'wareki')}の「${cell}」: ${planSentence(problem)}`;
  };

/** What is stored now counts as seen in the years somebody else changed; what was typed stays. */
const seenAnew = ({ desk, table }: CellsPageProps, form: Form, years: ReadonlySet<number>): Entries => {
  const rows = yearsOfForm(form);
  return form.entries.map(([name, value]) => {
    const [part, index, field] = name.split('.');
    const year = part === 'years' && field === 'seen' ? rows[Number(index)] : undefined;
    return year === undefined || !years.has(year)
      ? [name, value]
      : [name, cellsMark(shownCells(desk.loaded.values, year, cellsOf(table)))];
  });
};

const typedPage = (page: CellsPageProps, form: Form): CellsPageProps => ({
  ...page,
  form,
  years: yearsOfForm(form),
  notice: undefined,
});

/** A table of two dimensions needs its year: the newest it has, the one asked for, or the year that runs. */
const withYear = async (c: Context<OfficeEnv>, deps: WebDeps): Promise<Response | null> => {
  const desk = await readIndicatorDesk(actingOf(c, deps), c.req.param('indicatorKey') ?? '');
  const table: CellTable | undefined = tablesOf(desk?.loaded.indicator.breakdowns ?? []).find(
    ({ axes }) => axes === c.req.param('axes'),
  );
  if (desk === null || table === undefined || table.dimensions.length < 2) return null;
  const asked = parseFiscalYear(c.req.query('year') ?? '');
  const year =
    asked.ok && isSensibleYear(asked.value)
      ? asked.value
      : (yearsWithCells(desk.loaded, table)[0] ?? fiscalYearOf(desk.today));
  const own = `/m/${c.var.town.municipality}/office/indicators/${encodeURIComponent(desk.loaded.indicator.indicatorKey)}`;
  return c.redirect(`${own}${tablePath(table, year)}`, 303);
};

/** 内訳の値の入力. */
export const cellRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const page = await open(c, deps);
      if (page === null)
        return c.req.param('year') === undefined ? ((await withYear(c, deps)) ?? c.notFound()) : c.notFound();
      const kept = page.mayEnter ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
      if (kept === null || c.req.query('restore') !== '1')
        return renderPage(c, <CellsPage {...page} kept={kept} />);
      return renderPage(
        c,
        <CellsPage
          {...typedPage(page, formFromEntries(kept.fields))}
          notice="控えてあった入力を戻しました。まだ保存していません。"
        />,
      );
    })
    .post('/', async (c) => {
      const page = await open(c, deps);
      if (page === null) return c.notFound();
      const { form, town } = c.var;
      const { indicator } = page.desk.loaded;
      const entered = await enterCells(
        actingOf(c, deps),
        indicator.indicatorKey,
        readCells(form, page.table),
        page.formKey,
      );
      if (entered.ok) {
        const own = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
        return c.redirect(`${own}${tablePath(page.table, page.years[0] ?? null)}?done=saved`, 303);
      }
      const problems = entered.error;
      if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
      const isMeeting = problems[0].code === 'changed-meanwhile';
      const years = new Set(problems.map(({ path }) => Number(path[0])));
      return renderPage(
        c,
        <CellsPage
          {...typedPage(page, isMeeting ? formFromEntries(seenAnew(page, form, years)) : form)}
          problems={
            isMeeting
              ? [...years].map(
                  (year) =>
                    `${formatFiscalYear(year, 'wareki')}の内訳は、ほかの職員が先に変えました。まだ保存していません。下の表には、あなたの入力が残っています。このまま保存すると、あなたの入力になります。`,
                )
              : problems.map(sentenceOf(page))
          }
          sentences={sentencesByField(isMeeting ? [] : problems, nameOf(form))}
        />,
        isMeeting ? 409 : 422,
      );
    });
