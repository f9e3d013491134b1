import type { AgeGroup } from '../../domain/demography/age-groups.ts';
import { sumOf } from '../../domain/demography/population.ts';
import { errorAt, type Problem, warningAt } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { type AgeChain, finestChain, storedLabel } from './age-chain.ts';
import { checkSums, type SumContext } from './check-sums.ts';
import type { Figure } from './figure.ts';
import { figuresOf, groupsOf, type OfSex, placeOfFigure, toldTwice } from './figures-by-sex.ts';
import type { RecognisedTable } from './recognised.ts';

export interface AssembledTable {
  readonly table: RecognisedTable | null;
  readonly warnings: readonly Problem[];
}

/** A file of ages with a gap: the place is the sheet, and the row where ages stand in columns. */
const gapProblem = (file: string, leading: OfSex, chain: Extract<AgeChain, { ok: false }>): Problem => {
  const [first] = leading.ages.values();
  return errorAt(
    'population-file-age-gap',
    [file, ...(first === undefined ? [] : placeOfFigure(file, first).slice(1, -1))],
    { expected: chain.expected ?? 0, after: chain.groups.at(-1)?.label ?? '' },
  );
};

/** Values of the ages that are kept, null where withheld; ages one sex lacks are an error at its first cell. */
const valuesOf = (
  file: string,
  { ages }: OfSex,
  groups: readonly AgeGroup[],
): Result<readonly (number | null)[], readonly Problem[]> => {
  const lost = groups.filter((group) => !ages.has(storedLabel(group)));
  const [some] = ages.values();
  if (lost.length === 0) return ok(groups.map((group) => ages.get(storedLabel(group))?.value ?? null));
  const at = some === undefined ? [file] : placeOfFigure(file, some);
  return refuse([errorAt('population-file-age-of-one-sex', at, { ages: lost.map(({ label }) => label) })]);
};

const areWhole = (values: readonly (number | null)[]): values is readonly number[] =>
  values.every((value) => value !== null);

/**
 * Cells of one area on one day as a table. Ages that overlap are sorted out, parts are held against their totals, men
 * and women against both. Wrong cells leave no table, but the sums they are no part of are checked all the same. Cells a source withholds cost the table its ages, not its total; so do unknown ages that are
 * not told by sex beside ages that are not either, for a table has no place for them.
 */
export const assembleTable = (
  context: SumContext,
  figures: readonly Figure[],
): Result<AssembledTable, readonly Problem[]> => {
  const { file } = context;
  const [any] = figures;
  if (any === undefined) return ok({ table: null, warnings: [] });
  const { areaKey, areaName, date } = any;
  const at = placeOfFigure(file, any);
  const twice = toldTwice(file, figures);
  if (twice.length > 0) return refuse(twice);

  const [both, male, female] = [
    figuresOf(figures, 'both'),
    figuresOf(figures, 'male'),
    figuresOf(figures, 'female'),
  ];
  const bySex = male.ages.size > 0 && female.ages.size > 0;
  if (!bySex && both.ages.size === 0 && male.ages.size + female.ages.size > 0)
    return refuse([errorAt('population-file-one-sex', at)]);
  const leading = bySex ? male : both;
  const chain = leading.ages.size === 0 ? null : finestChain(groupsOf(leading));
  if (chain?.ok === false) return refuse([gapProblem(file, leading, chain)]);
  const groups = chain?.groups ?? [];
  const read = (bySex ? [male, female] : [both]).map((ofSex) => valuesOf(file, ofSex, groups));
  const lost = read.flatMap((part) => (part.ok ? [] : part.error));
  if (lost.length > 0) return refuse(lost);

  const values = read.flatMap((part) => (part.ok ? [part.value] : []));
  const labels = groups.map(storedLabel);
  const [told = [], toldSecond = []] = values;
  const problems = checkSums(context, {
    both,
    male,
    female,
    labels,
    ...(bySex ? { men: told, women: toldSecond, ofBoth: [] } : { men: [], women: [], ofBoth: told }),
  });
  if (problems.length > 0) return refuse(problems);
  // Its cells have been told already; there is no table to make of the others.
  if (figures.some(({ isWrong }) => isWrong)) return ok({ table: null, warnings: [] });

  const isHidden = !values.every(areWhole);
  const [first = [], second = []] = isHidden ? [] : values.filter(areWhole);
  const [men, women, ofBoth] = bySex ? [first, second, []] : [[], [], first];

  const unknownOf = ({ unknown }: OfSex): number => unknown?.value ?? 0;
  const hasAges = first.length > 0;
  const totalOf = (ofSex: OfSex, own: readonly number[]): number | null =>
    ofSex.total?.value ?? (own.length > 0 ? sumOf(own) + unknownOf(ofSex) : null);
  const [totalMale, totalFemale] = [totalOf(male, men), totalOf(female, women)];
  const total =
    totalOf(both, ofBoth) ?? (totalMale !== null && totalFemale !== null ? totalMale + totalFemale : null);
  if (total === null)
    return areaKey === ''
      ? refuse([errorAt('population-file-withheld', at)])
      : ok({ table: null, warnings: [warningAt('population-file-area-withheld', at, { area: areaName })] });

  const isUnknownOfBoth = !bySex && hasAges && unknownOf(both) > 0;
  const keepsAges = hasAges && !isUnknownOfBoth;
  const tellsUnknown = keepsAges && bySex && (male.unknown !== null || female.unknown !== null);
  const where = { area: areaName, date };
  return ok({
    table: {
      areaKey,
      areaName,
      date,
      counts: {
        ages: keepsAges ? labels : [],
        male: keepsAges && bySex ? men : null,
        female: keepsAges && bySex ? women : null,
        both: keepsAges && !bySex ? ofBoth : null,
        unknownAge: tellsUnknown ? { male: unknownOf(male), female: unknownOf(female) } : null,
        total,
        totalMale,
        totalFemale,
        households: figures.find(({ what }) => what === 'households')?.value ?? null,
      },
    },
    warnings: [
      ...(isHidden ? [warningAt('population-file-ages-withheld', at, where)] : []),
      ...(isUnknownOfBoth ? [warningAt('population-file-unknown-of-both', at, where)] : []),
    ],
  });
};
