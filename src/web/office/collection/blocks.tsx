import type { Context } from 'hono';
import { Hono } from 'hono';
import type { SheetView } from '../../../app/collection/read-sheet.ts';
import { saveSheetRows } from '../../../app/collection/save-sheet-rows.ts';
import type { ChangedRow } from '../../../app/collection/sheet-rows.ts';
import { sheetCsv } from '../../../documents/csv/sheet-csv.ts';
import { readSheetCsv } from '../../../documents/csv/sheet-csv-read.ts';
import type { TypedRow } from '../../../domain/indicator/collection/decide-row.ts';
import {
  columnNames,
  placeBlock,
  type SheetColumn,
  sheetColumns,
} from '../../../domain/indicator/collection/place-block.ts';
import { overwriteRow, shownRow } from '../../../domain/indicator/collection/typed-row.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { csvFile } from '../csv-file.ts';
import { forbidden } from '../forbidden.ts';
import { ChangesPage } from './changes-page.tsx';
import { drawSheet, namesOf, openSheet } from './sheet.tsx';
import { readKeptRows } from './sheet-form.ts';
import { sheetHref } from './sheet-page.tsx';
import { sheetSentence } from './words.ts';

interface Asked {
  readonly from: string;
  readonly how: string;
  readonly rows: readonly TypedRow[];
  readonly problems: readonly Problem[];
  /** Where a row stands in what was given: 「3行目」. */
  readonly placeOf?: ReadonlyMap<string, number>;
}

/** The line of the block or file before what the sheet says of the cell. */
const onLine = (problem: Problem, lines: ReadonlyMap<string, number> | undefined): Problem => {
  const [key, field] = problem.path;
  const line = lines?.get(String(key));
  if (line === undefined) return problem;
  const column = columnNames[field as SheetColumn];
  return { ...problem, path: [`${line}行目`, ...(column === undefined ? [] : [column])] };
};

/** Tries what was given without writing anything, and shows what would change. */
const preview = async (c: Context<OfficeEnv>, deps: WebDeps, view: SheetView, asked: Asked) => {
  const { fiscalYear, unitKey } = view.sheet;
  const tried = await saveSheetRows(
    actingOf(c, deps),
    { fiscalYear, unitKey },
    asked.rows.map((row) => ({ ...row, seen: null })),
    { dryRun: true },
  );
  if (!tried.ok && tried.error[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
  const problems = [
    ...asked.problems,
    ...(tried.ok
      ? []
      : tried.error.filter(({ code }) => code !== 'sheet-two-values' || asked.problems.length === 0)),
  ];
  const changed: readonly ChangedRow[] = tried.ok ? tried.value.changed : [];
  return renderPage(
    c,
    <ChangesPage
      town={c.var.town}
      viewer={c.var.viewer}
      view={view}
      from={asked.from}
      how={asked.how}
      rows={asked.rows}
      changed={problems.length === 0 ? changed : []}
      problems={problems.map((problem) => sheetSentence(onLine(problem, asked.placeOf), namesOf(view)))}
    />,
    problems.length === 0 ? 200 : 422,
  );
};

/** A block from a spreadsheet, and the sheet's own CSV: a look first, then kept whole or not at all. */
export const blockRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/sheet.csv', async (c) => {
      const view = await openSheet(c, deps);
      if (view === null) return c.notFound();
      const { fiscalYear, unitKey } = view.sheet;
      const name = `${fiscalYear}_${unitKey.replaceAll(/[^\w-]/gu, '_')}.csv`;
      return csvFile(c, sheetCsv(view.records, fiscalYear), name, `${fiscalYear}年度_${view.unitName}.csv`);
    })
    // Where a form's answer stood, when it is asked for again.
    .get('/:answer{(?:step|paste|keep|csv)}', async (c) => {
      const view = await openSheet(c, deps);
      return view === null ? c.notFound() : c.redirect(sheetHref(c.var.town, view.sheet), 303);
    })
    .post('/paste', async (c) => {
      const view = await openSheet(c, deps);
      if (view === null) return c.notFound();
      const { form } = c.var;
      const column = sheetColumns.find((each) => each === form.text('column')) ?? 'figure';
      const names = view.records.map(({ indicator }) => indicator);
      const placed = placeBlock(form.text('block'), names, { indicatorKey: form.text('start'), column });
      const records = new Map(view.records.map((record) => [record.indicator.indicatorKey, record]));
      return preview(c, deps, view, {
        from: '貼り付ける内容',
        how:
          placed.by === 'name'
            ? '1列目の名前で指標を探しました。'
            : `「${records.get(form.text('start'))?.indicator.name ?? names[0]?.name ?? ''}」の『${columnNames[column]}』から右下へ並べました。`,
        rows: placed.rows.flatMap(({ indicatorKey, cells }) => {
          const record = records.get(indicatorKey);
          return record === undefined ? [] : [overwriteRow(shownRow(record, view.sheet.fiscalYear), cells)];
        }),
        problems: placed.problems,
        placeOf: new Map(placed.rows.map(({ indicatorKey, line }) => [indicatorKey, line])),
      });
    })
    .post('/csv', async (c) => {
      const view = await openSheet(c, deps);
      if (view === null) return c.notFound();
      const file = c.var.form.file('file');
      const read =
        file === null
          ? { ok: false as const, error: [errorAt('csv.file-missing', ['file'])] }
          : readSheetCsv(new Uint8Array(await file.arrayBuffer()), view.records, view.sheet.fiscalYear);
      return preview(c, deps, view, {
        from: file?.name ?? 'CSV のファイル',
        how: '指標キーで行を探しました。',
        rows: read.ok ? read.value : [],
        problems: read.ok ? [] : read.error,
      });
    })
    .post('/keep', async (c) => {
      const view = await openSheet(c, deps);
      if (view === null) return c.notFound();
      const { fiscalYear, unitKey } = view.sheet;
      const rows = readKeptRows(c.var.form);
      const saved = await saveSheetRows(actingOf(c, deps), { fiscalYear, unitKey }, rows);
      if (saved.ok) return c.redirect(`${sheetHref(c.var.town, view.sheet)}?done=saved`, 303);
      if (saved.error[0].code === 'not-allowed') return forbidden(c, deps, 'indicator.enter');
      return drawSheet(c, view, { problems: saved.error, status: 409 });
    });
