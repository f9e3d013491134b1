import type { CsvField } from '../../../../../documents/csv/csv-field.ts';

/** A column of a file of the office: what its heading says is all there is to know about it. */
export const column = <Row>(
  key: string,
  name: string,
  value: (row: Row) => string | number | null,
): CsvField<Row> => ({ key, name, nameEn: key, type: 'text', unit: '', note: '', noteEn: '', value });

/** No more digits than mean anything: a millionth of a person. */
export const plain = (value: number): number => Number(value.toFixed(6));
