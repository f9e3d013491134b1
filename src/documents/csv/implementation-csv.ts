import type { PublishedImplementationLine, PublishedImplementationPlan } from '../../domain/budget/budget.ts';
import type { CsvField } from './csv-field.ts';
import { fiscalYearFields } from './fiscal-year-fields.ts';
import { townFields } from './town-fields.ts';
import { writeCsv } from './write-csv.ts';

export interface ImplementationCsvInput {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly plan: PublishedImplementationPlan;
  readonly lines: readonly PublishedImplementationLine[];
}

interface Row extends Omit<ImplementationCsvInput, 'lines'> {
  readonly line: PublishedImplementationLine;
  readonly amount: PublishedImplementationLine['amounts'][number];
}

type Said = Pick<CsvField<Row>, 'type' | 'unit' | 'note' | 'noteEn'>;

const field = (
  key: string,
  name: string,
  nameEn: string,
  value: CsvField<Row>['value'],
  said: Partial<Said> = {},
): CsvField<Row> => ({ key, name, nameEn, type: 'text', unit: '', note: '', noteEn: '', ...said, value });

/** 実施計画（1行に1事業の1年度）の項目定義. */
export const implementationFields: readonly CsvField<Row>[] = [
  ...townFields,
  field('plan_start', '計画の始まりの年度', 'First fiscal year', (row) => row.plan.startFiscalYear, {
    type: 'integer',
  }),
  field('plan_years', '計画の年数', 'Years of the plan', (row) => row.plan.years, { type: 'integer' }),
  field('correction', '補正の回数', 'Corrections', (row) => row.plan.correction, {
    type: 'integer',
    note: '0 は当初の計画',
    noteEn: '0: as first made',
  }),
  field('programme_key', '事業キー', 'Programme key', (row) => row.line.programmeKey),
  field('number', '事業番号', 'Number', (row) => row.line.number),
  field('name', '事業名', 'Programme', (row) => row.line.name),
  field('unit', '担当', 'Unit in charge', (row) => row.line.unitName),
  field('plan_items', '計画の項目', 'Plan items', (row) => row.line.planItems, { type: 'list' }),
  ...fiscalYearFields('年度', 'Fiscal year', (row: Row) => row.amount.fiscalYear),
  field('amount', '事業費', 'Amount', (row) => row.amount.amountThousandYen, {
    type: 'integer',
    unit: '千円',
  }),
  field('original', '当初の事業費', 'Amount as first made', (row) => row.amount.originalThousandYen, {
    type: 'integer',
    unit: '千円',
  }),
  field('reason', '補正の理由', 'Why it was corrected', (row) => row.amount.reason),
];

/** 実施計画のCSV: one programme and year a line. */
export const implementationCsv = ({ lines, ...input }: ImplementationCsvInput): string =>
  writeCsv(
    implementationFields,
    lines.flatMap((line) => line.amounts.map((amount) => ({ ...input, line, amount }))),
  );
