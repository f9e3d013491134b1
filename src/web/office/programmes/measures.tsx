import { type Context, Hono } from 'hono';
import { readProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { readShareableMeasures } from '../../../app/programme/read-shareable-measures.ts';
import { saveMeasures } from '../../../app/programme/save-measures.ts';
import { fiscalYearOf } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { rowsOf } from '../forms/rows.ts';
import { measureEntries, measureRowFields, readMeasureRows } from './measures-form.ts';
import { MeasuresPage } from './measures-page.tsx';
import { programmeHref } from './programme-layout.tsx';
import { besideFields, missingWords, placedProblem } from './words.ts';
import { readYear } from './year-form.ts';

/** ['measures', 2, 'target', 2024] → the field of the row; without one its name. */
const fieldOf = (path: Problem['path']): string => {
  const [part, index, field] = path;
  if (part !== 'measures') return String(part ?? '');
  return `measures.${index}.${typeof field === 'string' ? field : 'name'}`;
};

/** 指標と実績 of one year. */
export const programmeMeasureRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().all('/', async (c: Context<OfficeEnv>) => {
    const acting = actingOf(c, deps);
    const desk = await readProgrammeDesk(acting, c.req.param('programmeKey') ?? '');
    if (desk === null) return c.notFound();
    if (!desk.mayEdit) return forbidden(c, deps, 'programme.edit');
    const { programme, measures } = desk;
    const fiscalYear = readYear(
      c.req.query('year'),
      Math.max(0, ...measures.flatMap(({ years }) => years.map((year) => year.fiscalYear))) ||
        (desk.years.at(-1)?.fiscalYear ?? fiscalYearOf(desk.today)),
    );
    const shareable = (await readShareableMeasures(acting, programme)).map(
      ({ measureKey, name, unit, of }) => ({
        value: measureKey,
        label: `${name}${unit === '' ? '' : `（${unit}）`} — ${of.slice(0, 3).join('、')}${of.length > 3 ? ` ほか${of.length - 3}` : ''}`,
      }),
    );
    const draw = (
      form: typeof c.var.form,
      problems: readonly Problem[],
      status: 200 | 409 | 422,
      met: readonly string[] = [],
    ): Response =>
      renderPage(
        c,
        <MeasuresPage
          town={c.var.town}
          viewer={c.var.viewer}
          desk={desk}
          fiscalYear={fiscalYear}
          form={form}
          rowCount={Math.max(
            measures.length,
            rowsOf(form, 'measures', measureRowFields).filter(({ name }) => name.trim() !== '').length,
          )}
          shareable={shareable}
          sentences={besideFields(problems, fieldOf)}
          problems={[
            ...met,
            ...problems.filter(({ code }) => code !== 'changed-meanwhile').map(placedProblem),
          ]}
          notice={c.req.query('done') === 'saved' && status === 200 ? '保存しました。' : undefined}
        />,
        status,
      );
    if (c.req.method !== 'POST') return draw(formFromEntries(measureEntries(measures, fiscalYear)), [], 200);

    const { form } = c.var;
    const rows = readMeasureRows(form);
    if (!rows.ok) return draw(form, rows.error, 422);
    const share = form.text('share');
    const saved = await saveMeasures(acting, {
      programmeKey: programme.programmeKey,
      fiscalYear,
      rows: rows.value,
      shared: share === '' ? [] : [share],
    });
    if (saved.ok)
      return c.redirect(
        `${programmeHref(c.var.town.municipality, programme.programmeKey)}/measures?year=${fiscalYear}&done=saved`,
        303,
      );
    // Both versions: what is stored now in words, one's own still in the fields — and the next save means it.
    const now = measureEntries(measures, fiscalYear);
    const met = saved.error
      .filter(({ code }) => code === 'changed-meanwhile')
      .flatMap(({ path }) => {
        const key = rows.value[Number(path[1])]?.measureKey;
        const measure = measures.find(({ measureKey }) => measureKey === key);
        const figure = measure?.years.find((year) => year.fiscalYear === fiscalYear);
        const text =
          figure?.actual ??
          figure?.actualText ??
          (figure?.missing == null ? '空' : missingWords[figure.missing]);
        return measure === undefined
          ? []
          : [
              `「${measure.name}」は、ほかの職員が先に、目標 ${figure?.target ?? '空'}・実績 ${text}・単位 ${measure.unit || '空'} にしました。何も上書きしていません。あなたの入力は残っています。もう一度保存すると、あなたの入力になります。`,
            ];
      });
    const marks = new Map(
      measures.map((measure, index) => [
        measure.measureKey,
        now.find(([name]) => name === `measures.${index}.seen`)?.[1] ?? '',
      ]),
    );
    const renewed =
      met.length === 0
        ? form
        : formFromEntries(
            form.entries.map(([name, value]) => {
              const row = /^measures\.(\d+)\.seen$/u.exec(name)?.[1];
              const key = row === undefined ? '' : form.text(`measures.${row}.key`);
              return [name, row === undefined ? value : (marks.get(key) ?? value)] as const;
            }),
          );
    return draw(renewed, saved.error, met.length > 0 ? 409 : 422, met);
  });
