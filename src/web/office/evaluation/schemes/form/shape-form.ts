import type { Problem } from '../../../../../domain/kernel/problem.ts';
import { type Entries, entriesOfAll } from '../../../forms/entries.ts';
import { allOf, type Branch, partOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import type { FieldReader } from '../../../judgement/form/field-reader.ts';
import type { Shape, ShapeOf } from './shape.ts';

type Path = Problem['path'];
interface Condition {
  readonly criterion: string;
  readonly levels: readonly string[];
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const conditionEntries = (prefix: string, when: readonly Condition[]): Entries =>
  when.flatMap(({ criterion, levels }) => entriesOfAll(`${prefix}.${criterion}`, levels));

/** Of the criteria in the scheme's order, those for which a level is chosen. */
export const readConditions = (branch: Branch, criteria: readonly string[]): readonly Condition[] =>
  criteria.flatMap((criterion) => {
    const levels = allOf(branch, criterion).filter((level) => level !== '');
    return levels.length === 0 ? [] : [{ criterion, levels }];
  });

const entriesOf = (name: string, shape: Shape, value: unknown): Entries => {
  switch (shape.is) {
    case 'group':
      return shapeEntries(`${name}.`, shape.of, value as Record<string, unknown>);
    case 'rows':
      return (value as readonly Record<string, unknown>[]).flatMap((row, at) =>
        shapeEntries(`${name}.${at}.`, shape.of, row),
      );
    case 'many':
      return entriesOfAll(name, value as readonly string[]);
    case 'conditions':
      return conditionEntries(name, value as readonly Condition[]);
    case 'lines':
      return [[name, (value as readonly string[]).join('\n')]];
    case 'yes-no':
      return [[name, value === true ? 'yes' : 'no']];
    default:
      return [[name, value === null || value === undefined ? '' : String(value)]];
  }
};

/** What is stored, as fields of the form. */
export const shapeEntries = (prefix: string, shapes: ShapeOf, value: Record<string, unknown>): Entries =>
  Object.entries(shapes).flatMap(([name, shape]) => entriesOf(`${prefix}${name}`, shape, value[name]));

interface Reading {
  readonly reader: FieldReader;
  /** Keys of the form's criteria, in order. */
  readonly criteria: readonly string[];
}

const readOne = (branch: Branch, name: string, shape: Shape, path: Path, reading: Reading): unknown => {
  const { reader, criteria } = reading;
  const text = textOf(branch, name);
  switch (shape.is) {
    case 'group':
      return readShape(partOf(branch, name), shape.of, path, reading);
    case 'rows':
      return rowsOf(branch, name).map((row, at) => readShape(row, shape.of, [...path, at], reading));
    case 'many':
      return allOf(branch, name).filter((value) => value !== '');
    case 'conditions':
      return readConditions(partOf(branch, name), criteria);
    case 'lines':
      return lines(text);
    case 'yes-no':
      return text === 'yes';
    case 'figure':
      return shape.required === true ? reader.given(text, path) : reader.figure(text, path);
    case 'whole':
      return reader.count(text, path, shape.most);
    case 'text':
      return shape.required === true ? reader.title(text, path) : text.trim();
    default:
      return text;
  }
};

/** The form's fields as the JSON they name; what cannot be read is told to the reader with its path. */
export const readShape = (
  branch: Branch,
  shapes: ShapeOf,
  path: Path,
  reading: Reading,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      readOne(branch, name, shape, [...path, name], reading),
    ]),
  );
