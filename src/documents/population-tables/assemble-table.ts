import type { AgeGroup } from '../../domain/demography/age-groups.ts';
import { sumOf } from '../../domain/demography/population.ts';
import { errorAt, type Problem, warningAt } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { type AgeChain, finestChain, storedLabel } from './age-chain.ts';
import type { Figure } from './figure.ts';
import type { SexOfFigure } from './read-heading.ts';
import type { RecognisedTable } from './recognised.ts';
import { placeOf } from './sheet.ts';

export interface AssembleContext {
  readonly file: string;
  /** Sums may differ from totals by the roundings of their parts. */
  readonly mayBeRounded: boolean;
}

export interface AssembledTable {
  readonly table: RecognisedTable | null;
  readonly warnings: readonly Problem[];
}

/** Figures of one area, day and sex. */
interface OfSex {
  readonly ages: ReadonlyMap<string, Figure>;
  readonly total: Figure | null;
  readonly unknown: Figure | null;
}

const place = (file: string, { place: { sheet, row, column, heading } }: Figure): readonly string[] =>
  placeOf(file, sheet, row, column, heading);

const keyOf = ({ what }: Figure): string => (typeof what === 'string' ? what : storedLabel(what));

const figuresOf = (figures: readonly Figure[], sex: SexOfFigure): OfSex => {
  const own = figures.filter((figure) => figure.sex === sex);
  return {
    ages: new Map(
      own.flatMap((figure) => (typeof figure.what === 'object' ? [[keyOf(figure), figure]] : [])),
    ),
    total: own.find(({ what }) => what === 'total') ?? null,
    unknown: own.find(({ what }) => what === 'unknown') ?? null,
  };
};

const groupsOf = ({ ages }: OfSex): readonly AgeGroup[] =>
  [...ages.values()].flatMap(({ what }) => (typeof what === 'object' ? [what] : []));

/** The same cell told twice with two values: nobody can say which one is meant. */
const toldTwice = (file: string, figures: readonly Figure[]): readonly Problem[] => {
  const first = new Map<string, Figure>();
  return figures.flatMap((figure) => {
    const key = `${figure.sex} ${keyOf(figure)}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, figure);
    return known === undefined || known.value === figure.value
      ? []
      : [
          errorAt('population-file-cell-twice', place(file, figure), {
            first: place(file, known).slice(1).join(' '),
            date: figure.date,
          }),
        ];
  });
};

/** Sum against total: an error at the total, with both numbers. */
const checkSum = (
  context: AssembleContext,
  total: Figure | null,
  sum: number,
  parts: number,
  code: string,
): readonly Problem[] => {
  const difference = Math.abs((total?.value ?? sum) - sum);
  const allowed = context.mayBeRounded ? (parts + 1) / 2 : 1e-6 * Math.max(1, sum);
  return total === null || total.value === null || difference <= allowed
    ? []
    : [errorAt(code, place(context.file, total), { total: total.value, counted: sum })];
};

const chainProblem = (context: AssembleContext, figures: readonly Figure[], chain: AgeChain): Problem => {
  const [first] = figures;
  const last = chain.groups.at(-1);
  return errorAt(
    'population-file-age-gap',
    [context.file, ...(first === undefined ? [] : place(context.file, first).slice(1, -1))],
    {
      expected: chain.ok ? 0 : (chain.expected ?? 0),
      after: last === undefined ? '' : last.label,
    },
  );
};

/** Values of the chain in one sex; a missing age is an error at the first cell of that sex. */
const valuesOf = (
  context: AssembleContext,
  ofSex: OfSex,
  groups: readonly AgeGroup[],
): Result<readonly (number | null)[], readonly Problem[]> => {
  const lost = groups.filter((group) => !ofSex.ages.has(storedLabel(group)));
  const [some] = ofSex.ages.values();
  if (lost.length > 0)
    return refuse([
      errorAt(
        'population-file-age-of-one-sex',
        some === undefined ? [context.file] : place(context.file, some),
        { ages: lost.map(({ label }) => label) },
      ),
    ]);
  return ok(groups.map((group) => ofSex.ages.get(storedLabel(group))?.value ?? null));
};

const areWhole = (values: readonly (number | null)[]): values is readonly number[] =>
  values.every((value) => value !== null);

/**
 * Cells of one area on one day as a table. Ages that overlap are sorted out, parts are held against their totals, men
 * and women against both. Cells a source withholds cost the table its ages, not its total.
 */
export const assembleTable = (
  context: AssembleContext,
  figures: readonly Figure[],
): Result<AssembledTable, readonly Problem[]> => {
  const [any] = figures;
  if (any === undefined) return ok({ table: null, warnings: [] });
  const { areaKey, areaName, date } = any;
  const twice = toldTwice(context.file, figures);
  if (twice.length > 0) return refuse(twice);
  const [both, male, female] = (['both', 'male', 'female'] as const).map((sex) =>
    figuresOf(figures, sex),
  ) as [OfSex, OfSex, OfSex];
  const bySex = male.ages.size > 0 && female.ages.size > 0;
  const one = male.ages.size > 0 !== female.ages.size > 0;
  if (one && both.ages.size === 0)
    return refuse([errorAt('population-file-one-sex', place(context.file, any), {})]);
  const leading = bySex ? male : both;
  const chain = leading.ages.size === 0 ? null : finestChain(groupsOf(leading));
  if (chain !== null && !chain.ok) return refuse([chainProblem(context, [...leading.ages.values()], chain)]);
  const groups = chain?.groups ?? [];
  const read = (bySex ? [male, female] : [both]).map((ofSex) => valuesOf(context, ofSex, groups));
  const lost = read.flatMap((part) => (part.ok ? [] : part.error));
  if (lost.length > 0) return refuse(lost);
  const values = read.flatMap((part) => (part.ok ? [part.value] : []));
  const unknowns = [male, female, both].map(({ unknown }) => unknown?.value ?? null);
  const hidden = !values.every(areWhole);
  const whole = hidden ? [] : values.filter(areWhole);

  const problems: Problem[] = [];
  if (!hidden && bySex) {
    const [men = [], women = []] = whole;
    problems.push(
      ...checkSum(context, male.total, sumOf(men) + (unknowns[0] ?? 0), men.length, 'population-file-sum'),
      ...checkSum(
        context,
        female.total,
        sumOf(women) + (unknowns[1] ?? 0),
        women.length,
        'population-file-sum',
      ),
      ...groups.flatMap((group, index) =>
        checkSum(
          context,
          both.ages.get(storedLabel(group)) ?? null,
          (men[index] ?? 0) + (women[index] ?? 0),
          2,
          'population-file-sexes-sum',
        ),
      ),
    );
  }
  if (!hidden && groups.length > 0) {
    const counted = sumOf(whole.map(sumOf));
    const unknown = bySex ? (unknowns[0] ?? 0) + (unknowns[1] ?? 0) : (unknowns[2] ?? 0);
    problems.push(
      ...checkSum(
        context,
        both.total,
        counted + unknown,
        groups.length * whole.length,
        'population-file-sum',
      ),
    );
  }
  if (male.total?.value != null && female.total?.value != null)
    problems.push(
      ...checkSum(context, both.total, male.total.value + female.total.value, 2, 'population-file-sexes-sum'),
    );
  if (problems.length > 0) return refuse(problems);

  const [men = [], women = []] = bySex ? whole : [];
  const totalMale = male.total?.value ?? (bySex && !hidden ? sumOf(men) + (unknowns[0] ?? 0) : null);
  const totalFemale = female.total?.value ?? (bySex && !hidden ? sumOf(women) + (unknowns[1] ?? 0) : null);
  const total =
    both.total?.value ??
    (totalMale !== null && totalFemale !== null ? totalMale + totalFemale : null) ??
    (!hidden && groups.length > 0 ? sumOf(whole.map(sumOf)) + (unknowns[2] ?? 0) : null);
  if (total === null) {
    if (areaKey === '') return refuse([errorAt('population-file-withheld', place(context.file, any), {})]);
    return ok({
      table: null,
      warnings: [warningAt('population-file-area-withheld', place(context.file, any), { area: areaName })],
    });
  }
  const keepAges = !hidden && groups.length > 0;
  const households = figures.find(({ what }) => what === 'households')?.value ?? null;
  const withUnknown = keepAges && bySex && (unknowns[0] !== null || unknowns[1] !== null);
  return ok({
    table: {
      areaKey,
      areaName,
      date,
      counts: {
        ages: keepAges ? groups.map(storedLabel) : [],
        male: keepAges && bySex ? men : null,
        female: keepAges && bySex ? women : null,
        both: keepAges && !bySex ? (whole[0] ?? []) : null,
        unknownAge: withUnknown ? { male: unknowns[0] ?? 0, female: unknowns[1] ?? 0 } : null,
        total,
        totalMale,
        totalFemale,
        households,
      },
    },
    warnings: hidden
      ? [warningAt('population-file-ages-withheld', place(context.file, any), { area: areaName, date })]
      : [],
  });
};
