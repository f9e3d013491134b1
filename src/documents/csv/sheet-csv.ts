import { figureOf, type IndicatorRecord } from '../../domain/indicator/collection/asked.ts';
import { expectedOnPath } from '../../domain/indicator/collection/expected-on-path.ts';
import { reasonNames, statusNames } from '../../domain/indicator/collection/reason-names.ts';
import { shownRow } from '../../domain/indicator/collection/typed-row.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { CsvField } from './csv-field.ts';
import { writeCsv } from './write-csv.ts';

interface SheetLine {
  readonly record: IndicatorRecord;
  readonly fiscalYear: number;
}

/** Columns a person fills in; read back by `readSheetCsv`. */
export const sheetCsvColumns = {
  key: '指標キー',
  fiscalYear: '年度',
  figure: '実績値',
  missing: '値がない理由',
  status: '確定の別',
  asOf: '時点',
  standardError: '標準誤差',
  sourceDocument: '出典',
  sourcePlace: '出典の場所',
  note: '備考',
} as const;

/** Columns that are only for reading. */
export const sheetCsvReadOnly = [
  '指標',
  '単位',
  '前々年度',
  '前年度',
  '基準値',
  '今年の見込み',
  '目標',
] as const;

const field = (name: string, value: CsvField<SheetLine>['value']): CsvField<SheetLine> => ({
  key: name,
  name,
  nameEn: '',
  type: 'text',
  unit: '',
  note: '',
  noteEn: '',
  value,
});

const before = ({ record, fiscalYear }: SheetLine, years: number): string => {
  const figure = figureOf(record.values, fiscalYear - years);
  if (figure === null) return '';
  return figure.missing === null ? (figure.value ?? figure.text ?? '') : reasonNames[figure.missing];
};

const shown = ({ record, fiscalYear }: SheetLine) => shownRow(record, fiscalYear);

const fields: readonly CsvField<SheetLine>[] = [
  field(sheetCsvColumns.key, ({ record }) => record.indicator.indicatorKey),
  field('指標', ({ record }) => record.indicator.name),
  field('単位', ({ record }) => record.indicator.unit),
  field(sheetCsvColumns.fiscalYear, ({ fiscalYear }) => formatFiscalYear(fiscalYear, 'wareki')),
  field('前々年度', (line) => before(line, 2)),
  field('前年度', (line) => before(line, 1)),
  field('基準値', ({ record }) => record.baseline?.value ?? ''),
  field('今年の見込み', ({ record, fiscalYear }) => expectedOnPath(record, fiscalYear) ?? ''),
  field('目標', ({ record, fiscalYear }) => {
    const target = record.targets.find((each) => each.fiscalYear >= fiscalYear) ?? record.targets.at(-1);
    return target?.value ?? target?.text ?? '';
  }),
  field(sheetCsvColumns.figure, (line) => shown(line).figure),
  field(sheetCsvColumns.missing, ({ record, fiscalYear }) => {
    const missing = figureOf(record.values, fiscalYear)?.missing ?? null;
    return missing === null ? '' : reasonNames[missing];
  }),
  field(
    sheetCsvColumns.status,
    ({ record, fiscalYear }) => statusNames[figureOf(record.values, fiscalYear)?.status ?? 'final'],
  ),
  field(sheetCsvColumns.asOf, (line) => shown(line).asOf ?? ''),
  field(sheetCsvColumns.standardError, (line) => shown(line).standardError ?? ''),
  field(sheetCsvColumns.sourceDocument, (line) => shown(line).sourceDocument),
  field(sheetCsvColumns.sourcePlace, (line) => shown(line).sourcePlace ?? ''),
  field(sheetCsvColumns.note, (line) => shown(line).note),
];

/** 入力表の CSV: one row an indicator, to be filled in and read back. */
export const sheetCsv = (records: readonly IndicatorRecord[], fiscalYear: number): string =>
  writeCsv(
    fields,
    records.map((record) => ({ record, fiscalYear })),
  );
