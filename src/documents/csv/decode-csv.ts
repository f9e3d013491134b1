import { parse } from 'csv-parse/sync';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { textOfBytes } from './text-of-bytes.ts';
import { workbookContainer } from './workbook-container.ts';

export interface CsvTable {
  readonly header: readonly string[];
  /** `line`: as the spreadsheet numbers it, the header being 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Bytes of a CSV file as a table of trimmed cells. Refusals: csv.workbook, csv.encoding, csv.quotes, csv.empty. */
export const decodeCsv = (bytes: Uint8Array): Result<CsvTable, readonly [Problem]> => {
  if (workbookContainer(bytes) !== null) return refuse([errorAt('csv.workbook', ['file'])]);
  const decoded = textOfBytes(bytes);
  if (decoded === null) return refuse([errorAt('csv.encoding', ['file'])]);
  let lines: string[][];
  try {
    lines = parse(decoded.text, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch {
    return refuse([errorAt('csv.quotes', ['file'])]);
  }
  const [header, ...rows] = lines;
  if (header === undefined || header.every((cell) => cell === ''))
    return refuse([errorAt('csv.empty', ['file'])]);
  return ok({
    header,
    rows: rows
      .map((cells, index) => ({ line: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  });
};
