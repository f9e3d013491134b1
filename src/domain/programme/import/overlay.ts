import type { FundedAmount, Measure, MeasureYear, Programme, ProgrammeYear } from '../programme.ts';
import { fieldNames } from './field-names.data.ts';
import type {
  GivenAmount,
  GivenMeasure,
  GivenMeasureYear,
  GivenProgramme,
  GivenYear,
} from './given-programme.ts';
import { fieldInWords, figureInWords, fundingInWords, type Naming } from './preview-words.ts';

/** One field that would be another: what it is called, what stands there and what would. */
export interface FieldChange {
  /** Year the field belongs to; null: the programme itself. */
  readonly fiscalYear: number | null;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A town's own decimal for a number: 31000.0 and 31000 are one figure. */
const sameNumber = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Number(a) === Number(b) && trimmed(a) === trimmed(b));

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/u, '') : text);

const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

/** Keys of an object in one order: the database keeps jsonb in its own. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  ) ?? 'null';

const changesBetween = (
  before: object | null,
  after: object,
  fields: readonly string[],
  fiscalYear: number | null,
  naming: Naming,
): readonly FieldChange[] =>
  fields.flatMap((field) => {
    const then = (before as Record<string, unknown> | null)?.[field] ?? null;
    const now = (after as Record<string, unknown>)[field] ?? null;
    const equal =
      field === 'staffHours' ? sameNumber(then as string | null, now as string | null) : same(then, now);
    // Of a record that is new, what it leaves empty is no change.
    return equal || (before === null && fieldInWords(field, now, naming) === '')
      ? []
      : [
          {
            fiscalYear,
            field: fieldNames[field] ?? field,
            before: fieldInWords(field, then, naming),
            after: fieldInWords(field, now, naming),
          },
        ];
  });

const programmeFields = [
  'number',
  'name',
  'typeKey',
  'legalObligation',
  'legalBasis',
  'targetGroup',
  'means',
  'intent',
  'unitKey',
  'statedPlace',
  'expenseClass',
  'startFiscalYear',
  'endFiscalYear',
  'note',
  'source',
] as const;

export const blankProgramme: Omit<Programme, 'programmeKey' | 'position' | 'number' | 'name'> = {
  typeKey: null,
  legalObligation: 'unknown',
  legalBasis: '',
  targetGroup: '',
  means: '',
  intent: '',
  unitKey: null,
  statedPlace: '',
  expenseClass: null,
  startFiscalYear: null,
  endFiscalYear: null,
  note: '',
  source: null,
};

/** The programme as the file has it over what is kept. */
export const overlayProgramme = (
  stored: Programme | null,
  given: GivenProgramme,
  made: { readonly programmeKey: string; readonly position: number },
  resolved: { readonly typeKey?: string | null; readonly unitKey?: string | null },
): Programme => ({
  ...blankProgramme,
  ...made,
  ...stored,
  number: given.number === '' ? (stored?.number ?? '') : given.number,
  name: given.name,
  ...given.fields,
  ...resolved,
});

export const programmeChanges = (
  before: Programme | null,
  after: Programme,
  naming: Naming,
): readonly FieldChange[] => changesBetween(before, after, programmeFields, null, naming);

export const nothingKnown: FundedAmount = { totalThousandYen: null, funding: null };

/** Sources that are kept for another total would not add up any more: they go, and the preview shows it. */
const overlayAmount = (stored: FundedAmount, given: GivenAmount | undefined): FundedAmount => {
  if (given === undefined) return stored;
  const totalThousandYen =
    given.totalThousandYen === undefined ? stored.totalThousandYen : given.totalThousandYen;
  const kept = totalThousandYen === stored.totalThousandYen ? stored.funding : null;
  return { totalThousandYen, funding: given.funding === undefined ? kept : given.funding };
};

export const overlayYear = (
  stored: ProgrammeYear | null,
  given: GivenYear,
  programmeKey: string,
  unitKey: string | null | undefined,
): ProgrammeYear => ({
  programmeKey,
  fiscalYear: given.fiscalYear,
  unitKey: unitKey === undefined ? (stored?.unitKey ?? null) : unitKey,
  budgetCodes: given.budgetCodes ?? stored?.budgetCodes ?? [],
  budget: overlayAmount(stored?.budget ?? nothingKnown, given.budget),
  settled: overlayAmount(stored?.settled ?? nothingKnown, given.settled),
  staffHours: given.staffHours === undefined ? (stored?.staffHours ?? null) : given.staffHours,
  personnelIncluded: given.personnelIncluded ?? stored?.personnelIncluded ?? 'unknown',
  note: given.note ?? stored?.note ?? '',
  source: given.source === undefined ? (stored?.source ?? null) : given.source,
});

const flatYear = (year: ProgrammeYear | null) =>
  year === null
    ? null
    : {
        ...year,
        budget: year.budget.totalThousandYen,
        budgetFunding: fundingInWords(year.budget.funding),
        settled: year.settled.totalThousandYen,
        settledFunding: fundingInWords(year.settled.funding),
      };

const yearFields = [
  'unitKey',
  'budgetCodes',
  'budget',
  'budgetFunding',
  'settled',
  'settledFunding',
  'staffHours',
  'personnelIncluded',
  'note',
  'source',
] as const;

export const yearChanges = (
  before: ProgrammeYear | null,
  after: ProgrammeYear,
  naming: Naming,
): readonly FieldChange[] =>
  changesBetween(flatYear(before), flatYear(after) ?? {}, yearFields, after.fiscalYear, naming);

export const overlayMeasure = (stored: Measure | null, given: GivenMeasure, measureKey: string): Measure => ({
  measureKey,
  kind: given.kind,
  name: stored?.name ?? given.name,
  unit: stored?.unit ?? given.unit,
  direction: given.direction ?? stored?.direction ?? 'none',
  indicatorKey: given.indicatorKey === undefined ? (stored?.indicatorKey ?? null) : given.indicatorKey,
});

export const measureChanges = (
  before: Measure | null,
  after: Measure,
  naming: Naming,
): readonly FieldChange[] =>
  before === null
    ? []
    : changesBetween(before, after, ['direction', 'indicatorKey'], null, naming).map((change) => ({
        ...change,
        field: `${after.name} ${change.field}`,
      }));

/** A blank cell leaves a figure that is not entered yet as it is; of a new measure it says that none is stated. */
export const overlayFigure = (
  stored: MeasureYear | null,
  given: GivenMeasureYear,
  measureKey: string,
  isNew: boolean,
): MeasureYear => {
  const none = { actual: null, actualText: null, missing: null };
  const kept = stored ?? none;
  const entered = kept.actual !== null || kept.actualText !== null || kept.missing !== null;
  const stays = given.figure === undefined || (given.figure?.blank === true && !entered && !isNew);
  const figure = stays ? kept : (given.figure ?? none);
  const { actual, actualText, missing } = figure;
  return {
    measureKey,
    fiscalYear: given.fiscalYear,
    target: given.target === undefined ? (stored?.target ?? null) : given.target,
    // What is the same number stays written as it is.
    actual: sameNumber(stored?.actual ?? null, actual) ? (stored?.actual ?? null) : actual,
    actualText,
    missing,
  };
};

export const figureChanges = (
  before: MeasureYear | null,
  after: MeasureYear,
  name: string,
): readonly FieldChange[] => {
  const change = (field: string, then: string, now: string): readonly FieldChange[] =>
    then === now
      ? []
      : [{ fiscalYear: after.fiscalYear, field: `${name} ${field}`, before: then, after: now }];
  return [
    ...(sameNumber(before?.target ?? null, after.target)
      ? []
      : change('目標', before?.target ?? '', after.target ?? '')),
    ...change('実績', figureInWords(before), figureInWords(after)),
  ];
};
