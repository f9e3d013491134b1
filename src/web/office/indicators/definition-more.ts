import type { Baseline, ComputedRule, Indicator } from '../../../domain/indicator/indicator.ts';
import { parseFigure } from '../../../domain/indicator/parse-figure.ts';
import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../../domain/kernel/problem.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';
import { computedOperations, pathShapes, timeBehaviours } from './indicator-words.data.ts';

/** What only some indicators need: the form folds it away. */
export type More = Pick<
  Indicator,
  'targetBasis' | 'range' | 'path' | 'unitChanges' | 'computed' | 'availableAfterMonths' | 'commonKey'
>;

const year = (fiscalYear: number | null): string =>
  fiscalYear === null ? '' : formatFiscalYear(fiscalYear, 'wareki');

export const moreEntries = (more: More): Entries => [
  ['targetBasis.behaviour', more.targetBasis.behaviour ?? ''],
  ['targetBasis.since', year(more.targetBasis.since)],
  ['range.from', more.range?.from ?? ''],
  ['range.to', more.range?.to ?? ''],
  ['path.shape', more.path.shape],
  ['path.surveyYears', more.path.surveyYears.map(year).join('、')],
  ...entriesOfRows(
    'points',
    more.path.points.map(({ fiscalYear, value }) => ({ fiscalYear: year(fiscalYear), value })),
  ),
  ...entriesOfRows(
    'unitChanges',
    more.unitChanges.map(({ fiscalYear, unit, factor }) => ({
      fiscalYear: year(fiscalYear),
      unit,
      factor: factor ?? '',
    })),
  ),
  ['computed.operation', more.computed?.operation ?? ''],
  ['computed.factor', more.computed?.factor ?? ''],
  ...entriesOfRows(
    'operands',
    (more.computed?.operands ?? []).map((key) => ({ key })),
  ),
  ['availableAfterMonths', more.availableAfterMonths === null ? '' : String(more.availableAfterMonths)],
  ['commonKey', more.commonKey ?? ''],
];

/** Rows of the lists without those left blank, numbered anew: places in a refusal are places in the form. */
export const withoutBlankRows = (form: Form): Entries => {
  const lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
    points: rowsOf(form, 'points', ['fiscalYear', 'value']),
    unitChanges: rowsOf(form, 'unitChanges', ['fiscalYear', 'unit', 'factor']),
    operands: rowsOf(form, 'operands', ['key']),
  };
  return [
    ...form.entries.filter(([name]) => !Object.keys(lists).some((part) => name.startsWith(`${part}.`))),
    ...Object.entries(lists).flatMap(([part, rows]) =>
      entriesOfRows(
        part,
        rows.filter((row) => !isBlankRow(row)),
      ),
    ),
  ];
};

/** Reads of one form, with everything that is wrong with it. */
class Reader {
  readonly form: Form;
  readonly problems: Problem[];
  constructor(form: Form, problems: Problem[]) {
    this.form = form;
    this.problems = problems;
  }
  year(text: string, path: Problem['path']): number | null {
    if (text.trim() === '') return null;
    const read = parseFiscalYear(text);
    if (read.ok) return read.value;
    this.problems.push(placed(path, read.error));
    return null;
  }
  figure(text: string, path: Problem['path']): string | null {
    const read = parseFigure(text, path);
    if (read.ok) return read.value;
    this.problems.push(read.error);
    return null;
  }
  /** A row's year or figure may not stay empty beside the other. */
  needed<T>(value: T | null, text: string, path: Problem['path']): T | null {
    if (value === null && text.trim() === '') this.problems.push(errorAt('text-missing', path));
    return value;
  }
  choice<Value extends string>(
    name: string,
    choices: readonly { readonly value: Value }[],
    path: Problem['path'],
  ): Value | null {
    const text = this.form.text(name);
    const found = choices.find(({ value }) => value === text)?.value ?? null;
    if (found === null && text !== '')
      this.problems.push(errorAt('unknown-choice', path, { text: text.slice(0, 40) }));
    return found;
  }
}

const readPath = (read: Reader): Indicator['path'] => {
  const shape = read.choice('path.shape', pathShapes, ['path', 'shape']) ?? 'linear';
  const surveyYears = read.form
    .text('path.surveyYears')
    .split(/[、,，・;；\s]+/u)
    .filter((each) => each !== '')
    .flatMap((each) => read.year(each, ['path', 'surveyYears']) ?? []);
  const points = rowsOf(read.form, 'points', ['fiscalYear', 'value']).flatMap((row, index) => {
    const at = (field: string): Problem['path'] => ['path', 'points', index, field];
    const fiscalYear = read.needed(
      read.year(row.fiscalYear, at('fiscalYear')),
      row.fiscalYear,
      at('fiscalYear'),
    );
    const value = read.needed(read.figure(row.value, at('value')), row.value, at('value'));
    return fiscalYear === null || value === null ? [] : [{ fiscalYear, value }];
  });
  // What another shape had stays typed, so that trying one does not lose the other's rows.
  return { shape, points, surveyYears };
};

const readUnitChanges = (read: Reader): Indicator['unitChanges'] =>
  rowsOf(read.form, 'unitChanges', ['fiscalYear', 'unit', 'factor']).flatMap((row, index) => {
    const at = (field: string): Problem['path'] => ['unitChanges', index, field];
    const fiscalYear = read.needed(
      read.year(row.fiscalYear, at('fiscalYear')),
      row.fiscalYear,
      at('fiscalYear'),
    );
    const factor = read.figure(row.factor, at('factor'));
    return fiscalYear === null ? [] : [{ fiscalYear, unit: row.unit.trim(), factor }];
  });

const readComputed = (read: Reader): ComputedRule | null => {
  const operation = read.choice('computed.operation', computedOperations, ['computed', 'operation']);
  const operands = rowsOf(read.form, 'operands', ['key'])
    .map(({ key }) => key.trim())
    .filter((key) => key !== '');
  if (operation === null) {
    // Chosen indicators without an operation are not thrown away in silence.
    if (operands.length > 0)
      read.problems.push(errorAt('computed-operation-missing', ['computed', 'operation']));
    return null;
  }
  const factor = read.figure(read.form.text('computed.factor'), ['computed', 'factor']);
  return { operation, operands, factor: factor ?? '1' };
};

export const readMore = (form: Form, problems: Problem[]): More => {
  const read = new Reader(form, problems);
  const from = read.figure(form.text('range.from'), ['range', 'from']);
  const to = read.figure(form.text('range.to'), ['range', 'to']);
  const monthsText = form.text('availableAfterMonths').normalize('NFKC').trim();
  const months = /^\d{1,4}$/u.test(monthsText) ? Number(monthsText) : null;
  if (months === null && monthsText !== '')
    problems.push(
      errorAt('available-months-range', ['availableAfterMonths'], { text: monthsText.slice(0, 40) }),
    );
  const commonKey = form.text('commonKey').normalize('NFKC').trim();
  return {
    targetBasis: {
      behaviour: read.choice('targetBasis.behaviour', timeBehaviours, ['targetBasis', 'behaviour']),
      since: read.year(form.text('targetBasis.since'), ['targetBasis', 'since']),
    },
    range: from === null && to === null ? null : { from, to },
    path: readPath(read),
    unitChanges: readUnitChanges(read),
    computed: readComputed(read),
    availableAfterMonths: months,
    commonKey: commonKey === '' ? null : commonKey,
  };
};

export const readBaselineBehaviour = (form: Form, problems: Problem[]): Baseline['behaviour'] =>
  new Reader(form, problems).choice('baselineBehaviour', timeBehaviours, ['baselineBehaviour']);

/** Field of the form for a place in a definition; null: it has none. */
export const moreFieldName = (path: Problem['path']): string | null => {
  const [part, first, second, third] = path;
  switch (part) {
    case 'targetBasis':
      return `targetBasis.${first ?? 'behaviour'}`;
    case 'range':
      return `range.${first ?? 'from'}`;
    case 'path':
      if (first !== 'points') return `path.${first ?? 'shape'}`;
      return `points.${second ?? 0}.${third ?? 'fiscalYear'}`;
    case 'unitChanges':
      return `unitChanges.${first ?? 0}.${second ?? 'unit'}`;
    case 'computed':
      if (first === 'operands') return `operands.${second ?? 0}.key`;
      return `computed.${first ?? 'operation'}`;
    default:
      return null;
  }
};

const labelOf = (
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string => choices.find((each) => each.value === value)?.label ?? value;

/** What each part says, for telling two versions apart. `nameOf`: of another indicator by its key. */
export const moreTexts = (
  more: More,
  nameOf: (key: string) => string,
): Readonly<Record<keyof More, string>> => {
  const { targetBasis, range, path, computed } = more;
  return {
    targetBasis: [
      targetBasis.behaviour === null ? '' : labelOf(timeBehaviours, targetBasis.behaviour),
      targetBasis.since === null ? '' : `${year(targetBasis.since)}から`,
    ].join(' '),
    range: range === null ? '' : `${range.from ?? ''}〜${range.to ?? ''}`,
    path: [
      labelOf(pathShapes, path.shape),
      path.surveyYears.map(year).join('、'),
      ...path.points.map((point) => `${year(point.fiscalYear)} ${point.value}`),
    ].join('\n'),
    unitChanges: more.unitChanges
      .map(({ fiscalYear, unit, factor }) => `${year(fiscalYear)} ${unit} ${factor ?? '比べられない'}`)
      .join('\n'),
    computed:
      computed === null
        ? ''
        : `${labelOf(computedOperations, computed.operation)} ${computed.operands.map(nameOf).join('、')} ${computed.factor}`,
    availableAfterMonths: more.availableAfterMonths === null ? '' : String(more.availableAfterMonths),
    commonKey: more.commonKey ?? '',
  };
};
