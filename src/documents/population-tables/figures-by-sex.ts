import type { AgeGroup } from '../../domain/demography/age-groups.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { storedLabel } from './age-chain.ts';
import type { Figure } from './figure.ts';
import type { SexOfFigure } from './read-heading.ts';
import { placeOf } from './sheet.ts';

/** Figures of one area, day and sex. */
export interface OfSex {
  /** By the label they are stored with */
  readonly ages: ReadonlyMap<string, Figure>;
  readonly total: Figure | null;
  readonly unknown: Figure | null;
}

export const placeOfFigure = (
  file: string,
  { place: { sheet, row, column, heading } }: Figure,
): readonly string[] => placeOf(file, sheet, row, column, heading);

const keyOf = ({ what }: Figure): string => (typeof what === 'string' ? what : storedLabel(what));

export const figuresOf = (figures: readonly Figure[], sex: SexOfFigure): OfSex => {
  const own = figures.filter((figure) => figure.sex === sex);
  return {
    ages: new Map(
      own.flatMap((figure) => (typeof figure.what === 'object' ? [[keyOf(figure), figure] as const] : [])),
    ),
    total: own.find(({ what }) => what === 'total') ?? null,
    unknown: own.find(({ what }) => what === 'unknown') ?? null,
  };
};

export const groupsOf = ({ ages }: OfSex): readonly AgeGroup[] =>
  [...ages.values()].flatMap(({ what }) => (typeof what === 'object' ? [what] : []));

/** The same cell told twice with two values: nobody can say which one is meant. */
export const toldTwice = (file: string, figures: readonly Figure[]): readonly Problem[] => {
  const first = new Map<string, Figure>();
  return figures.flatMap((figure) => {
    const key = `${figure.sex} ${keyOf(figure)}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, figure);
    return known === undefined || known.value === figure.value || known.isWrong || figure.isWrong
      ? []
      : [
          errorAt('population-file-cell-twice', placeOfFigure(file, figure), {
            first: placeOfFigure(file, known).slice(1).join(' '),
            date: figure.date,
          }),
        ];
  });
};
