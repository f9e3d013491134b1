import { parse } from 'csv-parse/sync';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { textOfBytes } from '../csv/text-of-bytes.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetFile } from './sheet.ts';

/** Bytes a file of population may have: the workbook of the whole country has 7.1 MB. */
export const largestPopulationFile = 8 * 1024 * 1024;

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** PK: .xlsx is a ZIP. D0 CF 11 E0: the old .xls, and any workbook with a password. */
const [zip, compound] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Names within the old container are UTF-16. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

const readCsv = (file: string, bytes: Uint8Array): Result<SheetFile, readonly Problem[]> => {
  const decoded = textOfBytes(bytes);
  if (decoded === null || decoded.text.includes('\u0000'))
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
    return ok({ file, encoding: decoded.encoding, sheets: [{ name: '', rows }] });
  } catch {
    return refuse([errorAt('csv.quotes', [file])]);
  }
};

/**
 * Bytes as sheets of cells: CSV (UTF-8, with a mark, CP932) or .xlsx, told by the bytes and not by the name.
 * Refusals: `file-too-large`, `xlsx-…`, `xls-encrypted`, `xls-old`, `population-file-format`, `csv.quotes`, `csv.empty`.
 */
export const readSheets = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<SheetFile, readonly Problem[]>> => {
  if (bytes.length > largestPopulationFile)
    return refuse([errorAt('file-too-large', [file], { limit: largestPopulationFile, size: bytes.length })]);
  if (beginsWith(bytes, compound))
    return refuse([errorAt(holdsName(bytes, 'EncryptedPackage') ? 'xls-encrypted' : 'xls-old', [file])]);
  if (!beginsWith(bytes, zip)) return readCsv(file, bytes);
  const sheets = await readWorkbook(file, bytes);
  return sheets.ok ? ok({ file, encoding: 'Excel（.xlsx）', sheets: sheets.value }) : sheets;
};
