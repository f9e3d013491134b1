import { formatFiscalYear, isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import { codesInWords, fundingInWords } from '../../../domain/programme/import/preview-words.ts';
import { plainText, readAmount, readNumber } from '../../../domain/programme/import/read-figure.ts';
import { fundingParts } from '../../../domain/programme/list/totals.ts';
import type { FundedAmount, ProgrammeYear } from '../../../domain/programme/programme.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { isBlankRow, rowsOf } from '../forms/rows.ts';
import { readSource, sourceEntries } from '../plans/item-form.ts';
import { personnelWords } from './words.ts';

/** Years a page may be asked for: ?year=2024. */
export const readYear = (text: string | undefined, otherwise: number): number => {
  const year = Number(text ?? '');
  return isFiscalYear(year) ? year : otherwise;
};

const codeParts = ['account', 'kan', 'kou', 'moku', 'jigyou'] as const;
const numberText = (value: number | null | undefined): string => (value == null ? '' : String(value));

const amountEntries = (field: 'budget' | 'settled', amount: FundedAmount): Entries => [
  [field, numberText(amount.totalThousandYen)],
  ...fundingParts.map((part) => [`${field}.${part}`, numberText(amount.funding?.[part])] as const),
];

export const yearEntries = (year: ProgrammeYear): Entries => [
  ['unitKey', year.unitKey ?? ''],
  ...amountEntries('budget', year.budget),
  ...amountEntries('settled', year.settled),
  ...year.budgetCodes.flatMap((code, index) =>
    codeParts.map((part) => [`codes.${index}.${part}`, code[part]] as const),
  ),
  ['staffHours', year.staffHours ?? ''],
  ['personnelIncluded', year.personnelIncluded],
  ['note', year.note],
  ...sourceEntries(year.source),
];

/** The fields of the form that belong to a field of the record. */
export const isOfYearField = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}.`) || (field === 'budgetCodes' && name.startsWith('codes.'));

const amountText = ({ totalThousandYen, funding }: FundedAmount): string =>
  totalThousandYen === null
    ? ''
    : `${totalThousandYen}千円${funding === null ? '' : `（${fundingInWords(funding)}）`}`;

/** Each field as a person reads it. */
export const yearTexts = (
  year: ProgrammeYear,
  unitName: (key: string) => string,
): Readonly<Record<string, string>> => ({
  unitKey: year.unitKey === null ? '' : unitName(year.unitKey),
  budget: amountText(year.budget),
  settled: amountText(year.settled),
  budgetCodes: codesInWords(year.budgetCodes),
  staffHours: year.staffHours ?? '',
  personnelIncluded: personnelWords[year.personnelIncluded],
  note: year.note,
  source: year.source === null ? '' : Object.values(year.source).join(' '),
});

/** Rows of budget codes shown: those there are, and two more to fill. */
export const codeRowCount = (form: Form): number =>
  rowsOf(form, 'codes', codeParts).filter((row) => !isBlankRow(row)).length + 2;

export const readYearForm = (
  form: Form,
  { programmeKey, fiscalYear }: Pick<ProgrammeYear, 'programmeKey' | 'fiscalYear'>,
): Result<ProgrammeYear, readonly Problem[]> => {
  const problems: Problem[] = [];
  const amount = (name: string): number | null => {
    const read = readAmount(form.text(name), 1000);
    if (read.ok) return read.value;
    problems.push(errorAt(read.error, [name], { text: form.text(name).slice(0, 40) }));
    return null;
  };
  const funded = (field: 'budget' | 'settled'): FundedAmount => {
    const parts = fundingParts.map((part) => [part, amount(`${field}.${part}`)] as const);
    const isStated = parts.some(([, value]) => value !== null);
    // A source left empty beside others that are filled in is nought.
    const [national, prefecture, bond, other, general] = parts.map(([, value]) => value ?? 0);
    return {
      totalThousandYen: amount(field),
      funding: isStated
        ? {
            national: national ?? 0,
            prefecture: prefecture ?? 0,
            bond: bond ?? 0,
            other: other ?? 0,
            general: general ?? 0,
          }
        : null,
    };
  };
  const hoursText = plainText(form.text('staffHours'));
  const staffHours = hoursText === '' ? null : readNumber(hoursText);
  if (hoursText !== '' && staffHours === null)
    problems.push(errorAt('programme-hours-wrong', ['staffHours']));
  const included = form.text('personnelIncluded');
  const year: ProgrammeYear = {
    programmeKey,
    fiscalYear,
    unitKey: form.text('unitKey') || null,
    budget: funded('budget'),
    settled: funded('settled'),
    budgetCodes: rowsOf(form, 'codes', codeParts)
      .filter((row) => !isBlankRow(row))
      .map((row) => ({
        account: row.account.trim(),
        kan: row.kan.trim(),
        kou: row.kou.trim(),
        moku: row.moku.trim(),
        jigyou: row.jigyou.trim(),
      })),
    staffHours,
    personnelIncluded: included === 'yes' || included === 'no' ? included : 'unknown',
    note: form.text('note').trim(),
    source: readSource(form, problems),
  };
  return problems.length === 0 ? ok(year) : refuse(problems);
};

export const yearName = (fiscalYear: number): string => formatFiscalYear(fiscalYear, 'wareki');
