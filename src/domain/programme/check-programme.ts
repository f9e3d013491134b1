import { isFiscalYear } from '../kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import type { FundedAmount, Measure, MeasureYear, Programme, ProgrammeYear } from './programme.ts';

const longestText = 20_000;
const longestTitle = 500;
const longestNumber = 100;
/** More than every yen of a prefecture: a slip of the keys. */
const largestThousandYen = 9_007_199_254;

const tooLong = (field: string, text: string, limit: number): readonly Problem[] =>
  text.length > limit ? [errorAt('text-too-long', [field], { limit, length: text.length })] : [];

const yearProblems = (field: string, year: number | null): readonly Problem[] =>
  year === null || isFiscalYear(year) ? [] : [errorAt('programme-year-wrong', [field], { year })];

/** What is wrong with a programme by itself; paths begin with the field. */
export const checkProgramme = (programme: Programme, typeKeys: ReadonlySet<string>): readonly Problem[] => {
  const { startFiscalYear: start, endFiscalYear: end } = programme;
  return [
    ...(programme.name.trim() === '' ? [errorAt('programme-name-missing', ['name'])] : []),
    ...tooLong('name', programme.name, longestTitle),
    ...tooLong('number', programme.number, longestNumber),
    ...tooLong('statedPlace', programme.statedPlace, longestTitle),
    ...tooLong('expenseClass', programme.expenseClass ?? '', longestNumber),
    ...(['legalBasis', 'targetGroup', 'means', 'intent', 'note'] as const).flatMap((field) =>
      tooLong(field, programme[field], longestText),
    ),
    ...(programme.typeKey === null || typeKeys.has(programme.typeKey)
      ? []
      : [errorAt('programme-type-unknown', ['typeKey'], { text: programme.typeKey.slice(0, 40) })]),
    ...yearProblems('startFiscalYear', start),
    ...yearProblems('endFiscalYear', end),
    ...(start !== null && end !== null && end < start
      ? [errorAt('programme-ends-before-start', ['endFiscalYear'], { start, end })]
      : []),
  ];
};

/** How much more the sources are than the amount, thousand yen; null where nothing is to be compared. */
export const fundingDifference = ({ totalThousandYen, funding }: FundedAmount): number | null => {
  if (funding === null || totalThousandYen === null) return null;
  const sum = funding.national + funding.prefecture + funding.bond + funding.other + funding.general;
  return sum - totalThousandYen;
};

const amountProblems = (field: 'budget' | 'settled', amount: FundedAmount): readonly Problem[] => {
  const parts = amount.funding === null ? [] : Object.values(amount.funding);
  const all = [amount.totalThousandYen ?? 0, ...parts];
  if (all.some((each) => !Number.isSafeInteger(each) || Math.abs(each) > largestThousandYen))
    return [errorAt('programme-amount-wrong', [field])];
  // A source may be less than nought (特定財源 beyond the amount); a year's whole amount is not.
  if ((amount.totalThousandYen ?? 0) < 0) return [errorAt('programme-amount-negative', [field])];
  if (amount.funding !== null && amount.totalThousandYen === null)
    return [errorAt('programme-total-missing', [field])];
  const difference = fundingDifference(amount);
  return difference === null || difference === 0
    ? []
    : [
        errorAt(difference > 0 ? 'programme-funding-more' : 'programme-funding-less', [field], {
          difference: Math.abs(difference),
          of: field === 'budget' ? '予算額' : '決算額',
        }),
      ];
};

const hours = /^\d{1,9}(\.\d{1,4})?$/u;

/** What is wrong with a year's record; paths begin with the field. */
export const checkProgrammeYear = (year: ProgrammeYear): readonly Problem[] => [
  ...yearProblems('fiscalYear', year.fiscalYear),
  ...amountProblems('budget', year.budget),
  ...amountProblems('settled', year.settled),
  ...(year.staffHours === null || hours.test(year.staffHours)
    ? []
    : [errorAt('programme-hours-wrong', ['staffHours'])]),
  ...tooLong('note', year.note, longestText),
  ...(year.budgetCodes.length > 50 ? [errorAt('programme-codes-many', ['budgetCodes'], { limit: 50 })] : []),
  ...year.budgetCodes.flatMap((code) =>
    Object.values(code).flatMap((part) => tooLong('budgetCodes', part, 100)),
  ),
];

const decimal = /^-?\d{1,15}(\.\d{1,10})?$/u;

/** What is wrong with a measure and its figures; paths begin with the field. */
export const checkMeasure = (measure: Measure, years: readonly MeasureYear[]): readonly Problem[] => [
  ...(measure.name.trim() === '' ? [errorAt('measure-name-missing', ['name'])] : []),
  ...tooLong('name', measure.name, longestTitle),
  ...tooLong('unit', measure.unit, longestNumber),
  ...years.flatMap((year) => [
    ...yearProblems('fiscalYear', year.fiscalYear),
    ...(year.target === null || decimal.test(year.target)
      ? []
      : [errorAt('measure-number-wrong', ['target', year.fiscalYear], { text: year.target.slice(0, 40) })]),
    ...(year.actual === null || decimal.test(year.actual)
      ? []
      : [errorAt('measure-number-wrong', ['actual', year.fiscalYear], { text: year.actual.slice(0, 40) })]),
    ...tooLong('actualText', year.actualText ?? '', longestTitle),
  ]),
];
