import type { Context } from 'hono';
import { Hono } from 'hono';
import { moveSheet, type SheetStep } from '../../../app/collection/move-sheet.ts';
import { readSheet, type SheetView } from '../../../app/collection/read-sheet.ts';
import { saveSheetRows } from '../../../app/collection/save-sheet-rows.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { figureOf } from '../../../domain/indicator/collection/asked.ts';
import { isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { formatInstant } from '../instant-words.ts';
import { wantsJson } from '../refusal-page.tsx';
import { savedRow } from './saved-row.ts';
import { readRows, sheetEntries, typedOver } from './sheet-form.ts';
import { SheetPage, sheetHref } from './sheet-page.tsx';
import { figureWords } from './sheet-row.tsx';
import { sheetSentence } from './words.ts';

const notices: Readonly<Record<string, string>> = {
  saved: '保存しました。承認されるまで、住民には見えません。',
  submit: '提出しました。課長の承認を待ちます。',
  withdraw: '提出を取り下げました。',
  return: '差し戻しました。',
  approve: '承認しました。値は公開画面に出ています。',
};

export const namesOf = ({ records }: SheetView): ReadonlyMap<string, string> =>
  new Map(records.map(({ indicator }) => [indicator.indicatorKey, indicator.name]));

export const openSheet = async (c: Context<OfficeEnv>, deps: WebDeps): Promise<SheetView | null> => {
  const fiscalYear = Number(c.req.param('year'));
  if (!isFiscalYear(fiscalYear)) return null;
  return readSheet(actingOf(c, deps), { fiscalYear, unitKey: c.req.param('unit') ?? '' });
};

/** Sentences beside the cells: [indicatorKey, 'figure'] → rows.3.figure. */
const besideCells = (view: SheetView, problems: readonly Problem[]): FieldSentences => {
  const rows = new Map(view.records.map(({ indicator }, index) => [indicator.indicatorKey, index]));
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const [key, field] = problem.path;
    const index = rows.get(String(key));
    const name = index === undefined ? String(key ?? '') : `rows.${index}.${field ?? 'key'}`;
    found.set(name, [...(found.get(name) ?? []), problemSentence(problem)]);
  }
  return found;
};

/** Who was there first, and with what. */
const metSentence = async (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  view: SheetView,
  key: string,
): Promise<string> => {
  const { fiscalYear } = view.collection;
  const record = view.records.find(({ indicator }) => indicator.indicatorKey === key);
  if (record === undefined) return '';
  const now = figureOf(record.values, fiscalYear);
  const writers = await readWriters(
    actingOf(c, deps),
    'indicator_value',
    {
      indicator_key: key,
      series: 'actual',
      fiscal_year: fiscalYear,
      breakdown: '',
      stage: now?.stage ?? 'draft',
    },
    0,
  );
  const last = writers.at(-1);
  const by = last === undefined ? 'ほかの職員' : `${last.by}（${formatInstant(last.at)}）`;
  return `「${record.indicator.name}」は、${by}が先に「${figureWords(now, record.indicator)}」にしました。何も上書きしていません。あなたの入力は残っています。もう一度保存すると、あなたの入力になります。`;
};

interface Drawn {
  readonly form?: Form;
  readonly entries?: Entries;
  readonly problems?: readonly Problem[];
  readonly met?: readonly string[];
  readonly status?: 200 | 409 | 422;
}

export const drawSheet = (c: Context<OfficeEnv>, view: SheetView, drawn: Drawn = {}): Response => {
  const problems = drawn.problems ?? [];
  const names = namesOf(view);
  return renderPage(
    c,
    <SheetPage
      town={c.var.town}
      viewer={c.var.viewer}
      view={view}
      form={formFromEntries([...(drawn.entries ?? sheetEntries(view)), ...(drawn.form?.entries ?? [])])}
      sentences={besideCells(view, problems)}
      problems={[
        ...(drawn.met ?? []),
        ...problems
          .filter(({ code }) => code !== 'changed-meanwhile' || drawn.met === undefined)
          .map((problem) => sheetSentence(problem, names)),
      ]}
      notice={problems.length > 0 ? undefined : notices[c.req.query('done') ?? '']}
    />,
    drawn.status ?? 200,
  );
};

const stepOf = (form: Form): SheetStep | null => {
  switch (form.text('step')) {
    case 'submit':
      return { kind: 'submit', confirmed: form.all('confirmed') };
    case 'withdraw':
      return { kind: 'withdraw' };
    case 'return':
      return { kind: 'return', reason: form.text('reason') };
    case 'approve':
      return { kind: 'approve', seen: form.text('seen') };
    default:
      return null;
  }
};

/** One unit's sheet: shown, its rows kept one by one or together, moved on. */
export const sheetRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const view = await openSheet(c, deps);
      return view === null ? c.notFound() : drawSheet(c, view);
    })
    .post('/', async (c) => {
      const view = await openSheet(c, deps);
      if (view === null) return c.notFound();
      const { fiscalYear, unitKey } = view.sheet;
      const rows = readRows(c.var.form);
      const saved = await saveSheetRows(actingOf(c, deps), { fiscalYear, unitKey }, rows);
      if (saved.ok) {
        if (!wantsJson(c)) return c.redirect(`${sheetHref(c.var.town, view.sheet)}?done=saved`, 303);
        return c.json({
          rows: saved.value.records.map((record) =>
            savedRow(record, fiscalYear, view.today, saved.value.confirmations),
          ),
        });
      }
      const problems = saved.error;
      if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
      const met = await Promise.all(
        problems
          .filter(({ code }) => code === 'changed-meanwhile')
          .map(({ path }) => metSentence(c, deps, view, String(path[0]))),
      );
      const status = met.length > 0 ? 409 : 422;
      if (wantsJson(c)) {
        const sent = new Set(rows.map(({ indicatorKey }) => indicatorKey));
        return c.json(
          {
            problems: problems.map((problem) => ({
              field: String(problem.path[1] ?? ''),
              sentence: problem.code === 'changed-meanwhile' ? met.join('') : problemSentence(problem),
            })),
            // What is stored now, so that the person can choose.
            stored:
              met.length === 0
                ? []
                : view.records
                    .filter(({ indicator }) => sent.has(indicator.indicatorKey))
                    .map((record) => savedRow(record, fiscalYear, view.today, view.confirmations)),
          },
          status,
        );
      }
      return drawSheet(c, view, {
        entries: typedOver(view, c.var.form, problems),
        problems,
        ...(met.length > 0 ? { met } : {}),
        status,
      });
    })
    .post('/step', async (c) => {
      const view = await openSheet(c, deps);
      const step = stepOf(c.var.form);
      if (view === null || step === null) return c.notFound();
      const { fiscalYear, unitKey } = view.sheet;
      const moved = await moveSheet(actingOf(c, deps), { fiscalYear, unitKey }, step);
      if (moved.ok) return c.redirect(`${sheetHref(c.var.town, view.sheet)}?done=${step.kind}`, 303);
      const [{ code }] = moved.error;
      if (code === 'not-allowed')
        return forbidden(
          c,
          deps,
          step.kind === 'submit' || step.kind === 'withdraw' ? 'indicator.enter' : 'indicator.publish',
        );
      return drawSheet(c, view, {
        form: c.var.form,
        problems: moved.error,
        status: code === 'changed-since-seen' ? 409 : 422,
      });
    });
