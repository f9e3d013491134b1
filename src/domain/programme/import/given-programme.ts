import type { Problem } from '../../kernel/problem.ts';
import type { Source } from '../../kernel/source.ts';
import type { BudgetCode, Funding, MeasureKind, Programme, ProgrammeYear } from '../programme.ts';
import type { StatedFigure } from './read-figure.ts';
import type { StatedUnit } from './stated-unit.ts';

/** Fields a file may state; a field it has no column for is absent, and stays as it is kept. */
export type GivenFields = Partial<
  Pick<
    Programme,
    | 'legalObligation'
    | 'legalBasis'
    | 'targetGroup'
    | 'means'
    | 'intent'
    | 'statedPlace'
    | 'expenseClass'
    | 'startFiscalYear'
    | 'endFiscalYear'
    | 'note'
    | 'source'
  >
>;

/** An amount the file states in part: its total, its sources, or both. */
export interface GivenAmount {
  readonly totalThousandYen?: number | null;
  readonly funding?: Funding | null;
}

export interface GivenYear {
  readonly fiscalYear: number;
  /** Whose it was in the year; absent: whose the programme is. */
  readonly unitKey?: string | null;
  readonly budget?: GivenAmount;
  readonly settled?: GivenAmount;
  readonly budgetCodes?: readonly BudgetCode[];
  readonly staffHours?: string | null;
  readonly personnelIncluded?: ProgrammeYear['personnelIncluded'];
  readonly note?: string;
  readonly source?: Source | null;
  /** 方向性 as stated, for the evaluation of that year; the import does not keep it. */
  readonly statedDirection?: string;
}

export interface GivenMeasureYear {
  readonly fiscalYear: number;
  /** Absent: not stated by the file. */
  readonly target?: string | null;
  /** Absent: not stated by the file; null: not entered. */
  readonly figure?: StatedFigure | null;
}

export interface GivenMeasure {
  readonly kind: MeasureKind;
  readonly name: string;
  readonly unit: string;
  readonly direction?: 'up' | 'down' | 'none';
  /** One measure is one, wherever it is named by the same key (our own format). */
  readonly key?: string;
  readonly indicatorKey?: string | null;
  readonly years: readonly GivenMeasureYear[];
}

/** One programme of a file. */
export interface GivenProgramme {
  /** Where it stands: ['3行目'], ['programmes', 2]. */
  readonly place: Problem['path'];
  readonly key?: string;
  readonly number: string;
  readonly name: string;
  readonly fields: GivenFields;
  /** Label or key in the town's list of types; null: not known. */
  readonly type?: string | null;
  /** Key of a unit, where the file names it so. */
  readonly unitKey?: string | null;
  readonly unit?: StatedUnit | null;
  /** Heading of the column that names the unit; absent: the file is no table. */
  readonly unitHeading?: string;
  readonly years: readonly GivenYear[];
  /** Absent: the file says nothing about measures. */
  readonly measures?: readonly GivenMeasure[];
  readonly planItems?: readonly { readonly planKey: string; readonly itemKey: string }[];
}

/** What a file says, whatever its format was. */
export interface GivenProgrammes {
  readonly programmes: readonly GivenProgramme[];
  /** Columns that were not taken, and the like. */
  readonly warnings: readonly Problem[];
}
