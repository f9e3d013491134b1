import { Readable } from 'node:stream';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { checkZip } from './check-zip.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Cells of one workbook: the largest published one (結果表 of the whole country) has 1.2 million. */
const mostCells = 4_000_000;

/** A date of a cell stands at midnight UTC. */
const dayText = (date: Date): string => date.toISOString().slice(0, 10);

/** What stands in the cell, as a person sees it: results of formulas, texts without their fonts, dates as ISO days. */
const plain = (value: unknown): SheetCell => {
  // A formula that failed.
  if (typeof value === 'number') return Number.isNaN(value) ? '計算のエラー' : value;
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return dayText(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('error' in value) return String(value.error);
  if ('result' in value) return plain(value.result);
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText
      .map((part: { readonly text?: unknown }) => String(part.text ?? ''))
      .join('')
      .trim();
  return 'text' in value ? plain(value.text) : '';
};

const readRows = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<readonly Sheet[], readonly Problem[]>> => {
  // Loaded when the first workbook comes: a thread that reads a CSV starts in half the time without it.
  const { WorkbookReader } = await import('@cj-tech-master/excelts');
  const sheets: Sheet[] = [];
  let cells = 0;
  const reader = new WorkbookReader(Readable.from([bytes]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  });
  for await (const worksheet of reader) {
    const rows: SheetCell[][] = [];
    for await (const row of worksheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      cells += values.length;
      if (cells > mostCells || row.number > mostCells)
        return refuse([errorAt('xlsx-too-many-cells', [file], { limit: mostCells })]);
      while (rows.length < row.number - 1) rows.push([]);
      rows.push(Array.from(values, plain));
    }
    const isHidden = worksheet.state === 'hidden' || worksheet.state === 'veryHidden';
    sheets.push({ name: worksheet.name, rows, isHidden });
  }
  return ok(sheets);
};

/** The largest published workbook takes 3 seconds; nobody waits longer than this for one the reader cannot finish. */
const patienceSeconds = 30;

/**
 * .xlsx as sheets, row by row: a workbook of the whole country is not built in memory.
 * Refusals: `xlsx-broken`, `xlsx-too-large`, `xlsx-too-many-cells`.
 */
export const readWorkbook = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<readonly Sheet[], readonly Problem[]>> => {
  const archive = await checkZip(file, bytes);
  if (!archive.ok) return archive;
  const broken = refuse([errorAt('xlsx-broken', [file])]);
  const { promise: tired, resolve } = Promise.withResolvers<typeof broken>();
  const timer = setTimeout(() => resolve(broken), patienceSeconds * 1000);
  try {
    return await Promise.race([readRows(file, archive.value), tired]);
  } catch {
    return broken;
  } finally {
    clearTimeout(timer);
  }
};
