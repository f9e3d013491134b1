import { figureOf, type IndicatorRecord, isBlankFigure } from './asked.ts';
import { sourceBefore, type TypedRow } from './decide-row.ts';
import { reasonOf, statusOf } from './reason-names.ts';

/** A row as the sheet shows it before anybody types: what is stored, or the source of the year before. */
export const shownRow = (record: IndicatorRecord, fiscalYear: number): Required<TypedRow> => {
  const stored = figureOf(record.values, fiscalYear);
  const before = isBlankFigure(stored) ? sourceBefore(record, fiscalYear) : null;
  return {
    indicatorKey: record.indicator.indicatorKey,
    figure: stored?.value ?? stored?.text ?? '',
    missing: stored?.missing ?? '',
    status: stored?.status ?? 'final',
    sourceDocument: stored?.source?.document ?? before?.document ?? '',
    note: stored?.note ?? '',
    sourcePlace: stored?.source?.place ?? before?.place ?? '',
    asOf: stored?.asOf ?? '',
    standardError: stored?.standardError ?? '',
  };
};

/** A reason and a status may be written by their names. */
const plain = (field: keyof TypedRow, text: string): string => {
  const word = text.trim();
  if (field === 'missing') return reasonOf(word) ?? word;
  return field === 'status' ? (statusOf(word) ?? word) : word;
};

/** Whether a row was sent back as it was shown: what nobody typed is not judged. */
export const isUntouched = (shown: Required<TypedRow>, typed: TypedRow): boolean =>
  (Object.keys(shown) as (keyof TypedRow)[]).every(
    (field) => plain(field, typed[field] ?? shown[field] ?? '') === plain(field, shown[field] ?? ''),
  );

/** Some cells of a row over what is shown: a figure takes the place of a reason, and a reason that of a figure. */
export const overwriteRow = (
  shown: Required<TypedRow>,
  cells: Partial<Omit<TypedRow, 'indicatorKey'>>,
): TypedRow => ({
  ...shown,
  ...(cells.figure !== undefined && cells.figure.trim() !== '' ? { missing: '' } : {}),
  ...(cells.missing !== undefined && cells.missing.trim() !== '' ? { figure: '' } : {}),
  ...cells,
});
