import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Measure, RequiredShare, TargetChoice } from '../../../../domain/indicator/judgement/measure.ts';
import { formatFiscalYear } from '../../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Entries } from '../../forms/entries.ts';
import { entriesOfRows } from '../../forms/rows.ts';
import { type Branch, rowsOf, textOf } from './branch.ts';
import { type FieldReader, wordsOf } from './field-reader.ts';

const targetFields = (target: TargetChoice): Readonly<Record<string, string>> =>
  typeof target === 'string'
    ? { target }
    : { target: 'year', targetYear: formatFiscalYear(target.fiscalYear, 'wareki') };

const requiredFields = (required: RequiredShare): Readonly<Record<string, string>> => {
  if (required.by === 'table') return { required: 'table', shares: required.shares.join('、') };
  return { required: required.by === 'path' ? 'path' : `linear-${required.since}` };
};

const againstFields = (
  against: Extract<Measure, { formula: 'standard-errors' }>['against'],
): Readonly<Record<string, string>> =>
  'target' in against
    ? { against: 'target', ...targetFields(against.target) }
    : { against: 'from', from: against.from };

const fieldsOf = (key: string, measure: Measure): Readonly<Record<string, string>> => ({
  key,
  name: measure.name,
  formula: measure.formula,
  target: 'final',
  targetYear: '',
  falling: 'falling' in measure ? measure.falling : 'inverse',
  from: 'from' in measure ? measure.from : 'baseline',
  orientation: 'orientation' in measure ? measure.orientation : 'desired',
  required: 'linear-plan-start',
  shares: '',
  against: 'target',
  ...('target' in measure ? targetFields(measure.target) : {}),
  ...('required' in measure ? requiredFields(measure.required) : {}),
  ...('against' in measure ? againstFields(measure.against) : {}),
});

export const measureEntries = ({ measures }: Pick<JudgementScheme, 'measures'>): Entries => [
  ...entriesOfRows(
    'measures',
    Object.entries(measures).map(([key, measure]) => fieldsOf(key, measure)),
  ),
  ...Object.values(measures).flatMap((measure, at) =>
    'of' in measure
      ? entriesOfRows(
          `measures.${at}.of`,
          measure.of.map((part) => ({ ...part })),
        )
      : [],
  ),
];

const readTarget = (row: Branch, path: Problem['path'], reader: FieldReader): unknown =>
  textOf(row, 'target') === 'year'
    ? { fiscalYear: reader.yearGiven(textOf(row, 'targetYear'), [...path, 'target', 'fiscalYear']) }
    : textOf(row, 'target');

const readRequired = (row: Branch, path: Problem['path'], reader: FieldReader): unknown => {
  const by = textOf(row, 'required');
  if (by === 'path') return { by };
  if (by !== 'table') return { by: 'linear', since: by.replace(/^linear-/u, '') };
  const shares = wordsOf(textOf(row, 'shares'));
  return {
    by,
    shares: shares.map((share) => reader.given(share, [...path, 'required', 'shares'])),
  };
};

const readMeasure = (row: Branch, path: Problem['path'], reader: FieldReader): unknown => {
  const formula = textOf(row, 'formula');
  const base = { name: reader.title(textOf(row, 'name'), [...path, 'name']), formula };
  const target = () => ({ target: readTarget(row, path, reader) });
  const [from, orientation] = [textOf(row, 'from'), textOf(row, 'orientation')];
  switch (formula) {
    case 'ratio':
    case 'inverse-ratio':
    case 'mirrored-ratio':
    case 'progress':
      return { ...base, ...target() };
    case 'ratio-in-direction':
      return { ...base, ...target(), falling: textOf(row, 'falling') };
    case 'required':
    case 'attainment':
      return { ...base, ...target(), required: readRequired(row, path, reader) };
    case 'change':
    case 'relative-change':
      return { ...base, from, orientation };
    case 'difference':
    case 'relative-difference':
      return { ...base, ...target(), orientation };
    case 'standard-errors':
      return { ...base, against: textOf(row, 'against') === 'from' ? { from } : target(), orientation };
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
      return {
        ...base,
        of: rowsOf(row, 'of').map((part, at) => ({
          measure: reader.chosen(textOf(part, 'measure'), [...path, 'of', at, 'measure']),
          weight: reader.given(textOf(part, 'weight'), [...path, 'of', at, 'weight']),
        })),
      };
    default:
      return base;
  }
};

export const readMeasures = (root: Branch, reader: FieldReader): Record<string, unknown> =>
  reader.table(
    rowsOf(root, 'measures').map((row) => {
      const key = textOf(row, 'key');
      return [key, readMeasure(row, ['measures', key], reader)] as const;
    }),
    ['measures'],
  );
