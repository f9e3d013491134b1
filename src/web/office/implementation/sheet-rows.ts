import type { ImplementationDesk } from '../../../app/implementation/read-implementation.ts';
import type { StoredProgramme } from '../../../db/read-programme.ts';
import { cellOf } from '../../../domain/implementation/cells.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import type { TypedCell } from '../../../domain/implementation/typed-cells.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';

/** unit: a unit's key, 'none' for programmes without one, '' for all of the town. */
export const programmesOf = (desk: ImplementationDesk, unit: string): readonly StoredProgramme[] =>
  desk.programmes.filter(
    ({ unitKey }) => unit === '' || (unit === 'none' ? unitKey === null : unitKey === unit),
  );

const shown = (amount: number | null | undefined): string => (amount == null ? '' : String(amount));

/** Fields of the rows as they are stored, each with what was seen: `a.3.2025`, `g.3.2025`, `seen.3.2025`. */
export const sheetEntries = (desk: ImplementationDesk, programmes: readonly StoredProgramme[]): Entries =>
  programmes.flatMap(({ programmeKey }, row) => [
    [`key.${row}`, programmeKey] as const,
    ...yearsOf(desk.plan).flatMap((year) => {
      const cell = desk.cells.get(cellOf(programmeKey, year));
      const [amount, general] = [shown(cell?.amountThousandYen), shown(cell?.generalThousandYen)];
      return [
        [`a.${row}.${year}`, amount] as const,
        [`g.${row}.${year}`, general] as const,
        [`seen.${row}.${year}`, `${amount}/${general}`] as const,
      ];
    }),
  ]);

export const rowsOfForm = (form: Form): readonly { readonly row: number; readonly programmeKey: string }[] =>
  form.entries.flatMap(([name, value]) => {
    const row = /^key\.(\d{1,4})$/u.exec(name)?.[1];
    return row === undefined ? [] : [{ row: Number(row), programmeKey: value }];
  });

/** The cells of a posted sheet; `reason` of the row, or else the one for all. */
export const cellsOfForm = (form: Form, years: readonly number[]): readonly TypedCell[] => {
  // A Form looks its fields up one by one: once through is enough for a thousand rows.
  const fields = new Map(form.entries);
  const forAll = fields.get('reason') ?? '';
  return rowsOfForm(form).flatMap(({ row, programmeKey }) => {
    const own = (fields.get(`reason.${row}`) ?? '').trim();
    return years.map((fiscalYear) => {
      const [seenAmount = '', seenGeneral = ''] = (fields.get(`seen.${row}.${fiscalYear}`) ?? '').split('/');
      return {
        programmeKey,
        fiscalYear,
        amount: fields.get(`a.${row}.${fiscalYear}`) ?? '',
        general: fields.get(`g.${row}.${fiscalYear}`) ?? '',
        seenAmount,
        seenGeneral,
        reason: own === '' ? forAll : own,
      };
    });
  });
};
