import { newKey } from '../../../app/new-key.ts';
import type { BreakdownCategory, BreakdownDimension } from '../../../domain/indicator/indicator.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, type RowOf, rowsOf } from '../forms/rows.ts';
import { inTypedOrder } from '../plans/entry-order.ts';

/** Rows of the categories of the dimension that stands at a place. */
export const categoriesPart = (place: number): string => `categories${place}`;

const entryOf = ({ key, name, nameEn }: BreakdownCategory) => ({ key, name, nameEn: nameEn ?? '' });

export const axesEntries = (dimensions: readonly BreakdownDimension[]): Entries => [
  ...entriesOfRows('dimensions', dimensions.map(entryOf)),
  ...dimensions.flatMap(({ categories }, place) =>
    entriesOfRows(
      categoriesPart(place),
      categories.map((category, index) => ({ order: String(index + 1), ...entryOf(category) })),
    ),
  ),
];

const named = ({ key, name, nameEn }: RowOf<'key' | 'name' | 'nameEn'>): BreakdownCategory => {
  const english = nameEn.trim();
  return {
    key: key === '' ? newKey() : key,
    name: name.trim(),
    ...(english === '' ? {} : { nameEn: english }),
  };
};

/** A dimension as read, and where its parts stand in the form. */
interface ReadDimension {
  readonly dimension: BreakdownDimension;
  readonly place: number;
  readonly indexes: readonly number[];
}

const readDimensions = (form: Form): readonly ReadDimension[] =>
  rowsOf(form, 'dimensions', ['key', 'name', 'nameEn']).flatMap((row, place) => {
    const categories = inTypedOrder(rowsOf(form, categoriesPart(place), ['key', 'name', 'nameEn', 'order']))
      // A name taken away takes the category away; refused later where it has figures.
      .filter(({ row: category }) => !isBlankRow(category, ['key', 'order']));
    if (row.name.trim() === '' && categories.length === 0) return [];
    return [
      {
        dimension: { ...named(row), categories: categories.map(({ row: category }) => named(category)) },
        place,
        indexes: categories.map(({ index }) => index),
      },
    ];
  });

/** Places count what was read; the person sees the rows as they stand. */
const inForm = (path: Problem['path'], read: readonly ReadDimension[]): Problem['path'] => {
  const [part, at, field, index, last] = path;
  const dimension = typeof at === 'number' ? read[at] : undefined;
  if (dimension === undefined) return path;
  if (field !== 'categories') return [part ?? 'dimensions', dimension.place, field ?? 'name'];
  return [categoriesPart(dimension.place), dimension.indexes[Number(index)] ?? Number(index), last ?? 'name'];
};

export interface ReadAxes {
  readonly dimensions: readonly BreakdownDimension[];
  /** A refusal's place, as the form names it. */
  readonly inForm: (problem: Problem) => Problem;
}

export const readAxes = (form: Form): Result<ReadAxes, readonly Problem[]> => {
  const read = readDimensions(form);
  const nameless = read.filter(({ dimension }) => dimension.name === '');
  if (nameless.length > 0)
    return {
      ok: false,
      error: nameless.map(({ place }) => errorAt('category-of-no-dimension', ['dimensions', place, 'name'])),
    };
  return ok({
    dimensions: read.map(({ dimension }) => dimension),
    inForm: (problem) => ({ ...problem, path: inForm(problem.path, read) }),
  });
};

/** Field of the form for a place in it. */
export const axesFieldOf = (path: Problem['path']): string | null =>
  path.length === 3 ? path.join('.') : null;
