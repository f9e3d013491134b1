import { parse } from 'csv-parse/sync';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { textOfBytes } from '../csv/text-of-bytes.ts';
import { workbookContainer } from '../csv/workbook-container.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetFile } from './sheet.ts';

/** Bytes a file of population may have: the workbook of the whole country has 7.1 MB. */
export const largestPopulationFile = 8 * 1024 * 1024;

/** Names within the old container are UTF-16. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** Single ages of a hundred districts over fifteen years; a file of eight megabytes of line ends has more. */
const mostLines = 300_000;

/** Three times single ages over fifteen years. Reading headings takes the square of them. */
const mostColumns = 5000;

const linesOf = (bytes: Uint8Array): number =>
  bytes.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);

/** A text that is another kind of file: a document, a web page saved under the name of a table. */
const isOtherText = (text: string): boolean => /^\s*(?:%PDF-|\{\\rtf|<[!?a-z])/iu.test(text);

/** Where the parser stopped: 「12行目」. An open quote is told by the line it began in. */
const lineOf = (error: unknown): readonly string[] => {
  const line = / line (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  return line === undefined ? [] : [`${line}行目`];
};

const widthOf = (cells: readonly (string | number)[]): number =>
  cells.findLastIndex((cell) => cell !== '') + 1;

/** Sheets that could be a table of population at all. */
const bearable = (sheetFile: SheetFile): Result<SheetFile, readonly Problem[]> => {
  const { file, sheets } = sheetFile;
  const wide = sheets.find(({ rows }) => rows.some((cells) => widthOf(cells) > mostColumns));
  if (wide === undefined) return ok(sheetFile);
  const place = wide.name === '' ? [file] : [file, `シート「${wide.name}」`];
  return refuse([errorAt('population-file-too-wide', place, { limit: mostColumns })]);
};

const readCsv = (file: string, bytes: Uint8Array): Result<SheetFile, readonly Problem[]> => {
  const lines = linesOf(bytes);
  if (lines > mostLines)
    return refuse([errorAt('population-file-too-long', [file], { limit: mostLines, lines })]);
  const decoded = textOfBytes(bytes);
  if (decoded === null || decoded.text.includes('\u0000') || isOtherText(decoded.text))
    return refuse([errorAt('population-file-format', [file])]);
  const tabs = (decoded.text.split('\n', 1)[0] ?? '').includes('\t');
  try {
    const rows: string[][] = parse(decoded.text, {
      bom: true,
      delimiter: tabs ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    });
    if (!rows.some((cells) => cells.some((cell) => cell !== '')))
      return refuse([errorAt('csv.empty', [file])]);
    return bearable({ file, encoding: decoded.encoding, sheets: [{ name: '', rows }] });
  } catch (error) {
    return refuse([errorAt('csv.quotes', [file, ...lineOf(error)])]);
  }
};

/**
 * Bytes as sheets of cells: CSV (UTF-8, with a mark, CP932) or .xlsx, told by the bytes and not by the name.
 * Refusals: `file-too-large`, `xlsx-…`, `xls-encrypted`, `xls-old`, `population-file-format`, `population-file-too-long`,
 * `population-file-too-wide`, `csv.quotes`, `csv.empty`.
 */
export const readSheets = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<SheetFile, readonly Problem[]>> => {
  if (bytes.length > largestPopulationFile)
    return refuse([errorAt('file-too-large', [file], { limit: largestPopulationFile, size: bytes.length })]);
  const container = workbookContainer(bytes);
  if (container === 'compound')
    return refuse([errorAt(holdsName(bytes, 'EncryptedPackage') ? 'xls-encrypted' : 'xls-old', [file])]);
  if (container === null) return readCsv(file, bytes);
  const sheets = await readWorkbook(file, bytes);
  return sheets.ok ? bearable({ file, encoding: 'Excel（.xlsx）', sheets: sheets.value }) : sheets;
};
