import { parse } from 'csv-parse/sync';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';

/** UTF-8 with or without a mark at the beginning, else Shift_JIS as Excel in Japan saves it. */
const textOf = (bytes: Uint8Array): string | null => {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding, or none.
    }
  }
  return null;
};

export interface CsvTable {
  readonly header: readonly string[];
  /** `line`: as the spreadsheet numbers it, the header being 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Bytes of a CSV file as a table of trimmed cells. Refusals: csv.encoding, csv.quotes, csv.empty. */
export const decodeCsv = (bytes: Uint8Array): Result<CsvTable, readonly [Problem]> => {
  const text = textOf(bytes);
  if (text === null) return refuse([errorAt('csv.encoding', ['file'])]);
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true });
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
