import type { CsvField } from './csv-field.ts';
import { fieldMaker } from './make-field.ts';

/** A row of a town's file. */
export interface OfTown {
  readonly municipality: { readonly code: string; readonly name: string };
}

const field = fieldMaker<OfTown>();

/** Whose figures they are: the first columns of every open-data file. */
export const townFields: readonly CsvField<OfTown>[] = [
  field(
    'municipality_code',
    '全国地方公共団体コード',
    'Municipality code',
    'text',
    (row) => row.municipality.code,
    '6桁、検査数字を含む',
    'Six digits with check digit',
  ),
  field('municipality_name', '地方公共団体名', 'Municipality', 'text', (row) => row.municipality.name),
];
