import type { Source } from '../../domain/kernel/source.ts';
import type { CsvField } from './csv-field.ts';
import { fieldMaker } from './make-field.ts';

/** 出典: document and place, where a row has one. */
export const sourceField = <Row>(sourceOf: (row: Row) => Source | null): CsvField<Row> =>
  fieldMaker<Row>()('source', '出典', 'Source', 'text', (row) => {
    const source = sourceOf(row);
    return source === null ? null : [source.document, source.place].filter(Boolean).join(' ');
  });
