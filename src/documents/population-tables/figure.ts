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
  /** null: withheld by the source */
  readonly value: number | null;
  readonly place: FigurePlace;
}
