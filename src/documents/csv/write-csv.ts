import type { CsvField } from './csv-field.ts';

/** Excel reads UTF-8 only after this mark. */
const byteOrderMark = '\ufeff';

/** Spreadsheets run a cell that begins so as a formula; Japanese ones also the full-width signs (OWASP, CSV injection). */
const formula = /^[\s]*[=+\-@＝＋－＠\t\r]/u;
const number = /^-?\d+(\.\d+)?$/;

/** A text that a spreadsheet would run gets an apostrophe before it; a number stays a number. */
const harmless = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text);

/** RFC 4180, 2.5–2.7. A semicolon inside an entry of a list becomes full-width, so that lists split again. */
const cell = (value: ReturnType<CsvField<never>['value']>): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = Array.isArray(value)
    ? value.map((entry) => entry.replaceAll(';', '；')).join(';')
    : String(value);
  // NUL and the like are no text; a lone surrogate cannot be written as UTF-8.
  const clean = harmless(text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, ''));
  return /[",\r\n]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
};

/** UTF-8 text with byte order mark, CRLF, one heading line of the Japanese names. */
export const writeCsv = <Row>(fields: readonly CsvField<Row>[], rows: readonly Row[]): string =>
  byteOrderMark +
  [fields.map(({ name }) => cell(name)), ...rows.map((row) => fields.map((field) => cell(field.value(row))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
