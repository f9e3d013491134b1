import type { AgeGroup } from '../../domain/demography/age-groups.ts';
import type { SexOfFigure } from './read-heading.ts';
import type { Sheet } from './sheet.ts';

export interface FigurePlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly heading: string;
}

/** One cell of persons, with everything its row and column say of it. */
export interface Figure {
  readonly areaKey: string;
  readonly areaName: string;
  readonly date: string;
  readonly sex: SexOfFigure;
  readonly what: AgeGroup | 'total' | 'unknown' | 'households';
  /** null: withheld by the source, or wrong */
  readonly value: number | null;
  /** The cell is no number of persons, and has been told; it keeps its place so that nothing is said to lack it. */
  readonly isWrong: boolean;
  readonly place: FigurePlace;
}
