import type { CsvField } from './csv-field.ts';

/** Makes columns without a unit for a file whose rows are `Row`. */
export const fieldMaker =
  <Row>() =>
  (
    key: string,
    name: string,
    nameEn: string,
    type: CsvField<Row>['type'],
    value: CsvField<Row>['value'],
    note = '',
    noteEn = '',
  ): CsvField<Row> => ({ key, name, nameEn, type, unit: '', note, noteEn, value });

/** The same for files nearly all of whose columns are text. */
export const textMaker = <Row>() => {
  const field = fieldMaker<Row>();
  return (
    key: string,
    name: string,
    nameEn: string,
    value: CsvField<Row>['value'],
    note = '',
    noteEn = '',
  ): CsvField<Row> => field(key, name, nameEn, 'text', value, note, noteEn);
};
