import type { ProgrammeChoices } from '../../../app/programme/read-programme-list.ts';
import type { ProgrammeEdit } from '../../../app/programme/save-programme.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import { blankProgramme } from '../../../domain/programme/import/overlay.ts';
import { legalObligations } from '../../../domain/programme/programme.ts';
import type { Form } from '../../middleware/form.ts';
import { type Entries, entriesOfAll } from '../forms/entries.ts';
import { readSource, sourceEntries } from '../plans/item-form.ts';
import { obligationWords } from './words.ts';

type Fields = ProgrammeEdit['programme'];

const yearText = (year: number | null): string => (year === null ? '' : formatFiscalYear(year, 'wareki'));

/** What is stored, as the fields of the form. */
export const programmeEntries = ({ programme, planItems }: ProgrammeEdit): Entries => [
  ['number', programme.number],
  ['name', programme.name],
  ['typeKey', programme.typeKey ?? ''],
  ['legalObligation', programme.legalObligation],
  ['legalBasis', programme.legalBasis],
  ['targetGroup', programme.targetGroup],
  ['means', programme.means],
  ['intent', programme.intent],
  ['unitKey', programme.unitKey ?? ''],
  ['statedPlace', programme.statedPlace],
  ['expenseClass', programme.expenseClass ?? ''],
  ['startFiscalYear', yearText(programme.startFiscalYear)],
  ['endFiscalYear', yearText(programme.endFiscalYear)],
  ['note', programme.note],
  ...entriesOfAll(
    'planItems',
    planItems.map(({ planKey, itemKey }) => `${planKey}/${itemKey}`),
  ),
  ...sourceEntries(programme.source),
];

export const newProgrammeEntries: Entries = programmeEntries({
  programme: { ...blankProgramme, number: '', name: '' },
  planItems: [],
});

/** Each field as a person reads it: for telling two versions apart and showing them side by side. */
export const programmeTexts = (
  { programme, planItems }: ProgrammeEdit,
  choices: ProgrammeChoices,
): Readonly<Record<string, string>> => {
  const items = new Map(choices.items.map(({ planKey, itemKey, title }) => [`${planKey}/${itemKey}`, title]));
  const unit = choices.units.find(({ unitKey }) => unitKey === programme.unitKey);
  const type = choices.types.find(({ key }) => key === programme.typeKey);
  const expenseClass = choices.expenseClasses.find(({ key }) => key === programme.expenseClass);
  return {
    number: programme.number,
    name: programme.name,
    typeKey: type?.label ?? programme.typeKey ?? '',
    legalObligation: obligationWords[programme.legalObligation],
    legalBasis: programme.legalBasis,
    targetGroup: programme.targetGroup,
    means: programme.means,
    intent: programme.intent,
    unitKey: unit?.name ?? programme.unitKey ?? '',
    statedPlace: programme.statedPlace,
    expenseClass: expenseClass?.label ?? programme.expenseClass ?? '',
    startFiscalYear: yearText(programme.startFiscalYear),
    endFiscalYear: yearText(programme.endFiscalYear),
    note: programme.note,
    source: programme.source === null ? '' : Object.values(programme.source).join(' '),
    planItems: planItems
      .map(({ planKey, itemKey }) => items.get(`${planKey}/${itemKey}`) ?? `${planKey}/${itemKey}`)
      .join('\n'),
  };
};

/** The fields of the form that belong to a field of the programme. */
export const isOfField = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}.`);

/** Chosen items in the order they stood, new ones after them: a tick box says nothing about order. */
const inOrder = (chosen: readonly string[], before: readonly string[]): readonly string[] => [
  ...before.filter((key) => chosen.includes(key)),
  ...chosen.filter((key) => !before.includes(key)),
];

/** The form as a programme; what cannot be read is said with its field. */
export const readProgrammeForm = (
  form: Form,
  before: readonly string[],
): Result<ProgrammeEdit, readonly Problem[]> => {
  const problems: Problem[] = [];
  const year = (name: 'startFiscalYear' | 'endFiscalYear'): number | null => {
    const text = form.text(name).trim();
    if (text === '') return null;
    const read = parseFiscalYear(text);
    if (read.ok) return read.value;
    problems.push(placed([name], read.error));
    return null;
  };
  const choice = (name: string): string | null => form.text(name) || null;
  const programme: Fields = {
    number: form.text('number').trim(),
    name: form.text('name').trim(),
    typeKey: choice('typeKey'),
    legalObligation: legalObligations.find((each) => each === form.text('legalObligation')) ?? 'unknown',
    legalBasis: form.text('legalBasis').trim(),
    targetGroup: form.text('targetGroup').trim(),
    means: form.text('means').trim(),
    intent: form.text('intent').trim(),
    unitKey: choice('unitKey'),
    statedPlace: form.text('statedPlace').trim(),
    expenseClass: choice('expenseClass'),
    startFiscalYear: year('startFiscalYear'),
    endFiscalYear: year('endFiscalYear'),
    note: form.text('note').trim(),
    source: readSource(form, problems),
  };
  if (problems.length > 0) return refuse(problems);
  return ok({
    programme,
    planItems: inOrder([...new Set(form.all('planItems'))], before).flatMap((text) => {
      const at = text.indexOf('/');
      return at < 1 ? [] : [{ planKey: text.slice(0, at), itemKey: text.slice(at + 1) }];
    }),
  });
};
