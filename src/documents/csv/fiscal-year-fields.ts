import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { CsvField } from './csv-field.ts';
import { fieldMaker } from './make-field.ts';

/** The fiscal year a row is about, as a number and in the Japanese era; `name`: what year it is of the file. */
export const fiscalYearFields = <Row>(
  name: string,
  nameEn: string,
  yearOf: (row: Row) => number,
): readonly CsvField<Row>[] => {
  const field = fieldMaker<Row>();
  return [
    field('fiscal_year', name, nameEn, 'integer', yearOf, '4月の西暦年', 'Year of its April'),
    field('fiscal_year_wareki', `${name}（和暦）`, 'Fiscal year (Japanese era)', 'text', (row) =>
      formatFiscalYear(yearOf(row), 'wareki'),
    ),
  ];
};
