import { errorAt, type Problem, warningAt } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { findHeader, type HeaderRows } from './find-header.ts';
import type { TownOfFile } from './recognised.ts';
import type { Sheet, SheetFile } from './sheet.ts';
import { codeOfSheetName, codesMeant } from './town-rows.ts';

export interface ChosenSheets {
  readonly sheets: readonly { readonly sheet: Sheet; readonly rows: HeaderRows }[];
  /** One sheet a town: 20215_塩尻市 */
  readonly sheetsAreTowns: boolean;
  readonly warnings: readonly Problem[];
}

/** A part of the residents: its figures beside those of all would be counted twice. */
const isPart = ({ name }: Sheet): boolean => /日本人|外国人/u.test(name);

/**
 * どのシートを読むか: those of this town where sheets are towns, else those that have headings of population.
 * Refusals: `population-file-unknown`, `population-file-other-town`.
 */
export const chooseSheets = (
  { file, sheets }: SheetFile,
  town: TownOfFile,
): Result<ChosenSheets, readonly Problem[]> => {
  if (sheets.length === 0) return refuse([errorAt('population-file-unknown', [file])]);
  const coded = sheets.filter(({ name }) => codeOfSheetName(name) !== null);
  const sheetsAreTowns = coded.length > 0 && coded.length * 2 >= sheets.length;
  const own = sheetsAreTowns
    ? coded.filter(({ name }) => codesMeant(codeOfSheetName(name) ?? '').includes(town.code5))
    : sheets;
  if (own.length === 0)
    return refuse([
      errorAt('population-file-other-town', [file], {
        town: town.name,
        found: coded.map(({ name }) => name).slice(0, 5),
      }),
    ]);
  const found = own.flatMap((sheet) => {
    const rows = findHeader(sheet);
    return rows === null ? [] : [{ sheet, rows }];
  });
  // What nobody sees is an older copy as a rule; it is read where there is nothing else, and told.
  const visible = found.filter(({ sheet }) => sheet.isHidden !== true);
  const hidden = found.filter(({ sheet }) => sheet.isHidden === true);
  const readable = visible.length > 0 ? visible : hidden;
  if (readable.length === 0) return refuse([errorAt('population-file-unknown', [file])]);
  const told = (all: ChosenSheets['sheets'], code: string): readonly Problem[] =>
    all.length === 0 ? [] : [warningAt(code, [file], { sheets: all.map(({ sheet }) => sheet.name) })];
  const whole = readable.filter(({ sheet }) => !isPart(sheet));
  const parts = readable.filter(({ sheet }) => isPart(sheet));
  return ok({
    sheets: whole.length > 0 ? whole : parts,
    sheetsAreTowns,
    warnings: [
      ...told(hidden, visible.length > 0 ? 'population-file-hidden-left' : 'population-file-hidden-only'),
      ...told(parts, whole.length > 0 ? 'population-file-parts-left' : 'population-file-part-only'),
    ],
  });
};
