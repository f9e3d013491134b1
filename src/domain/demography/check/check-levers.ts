import { errorAt, type Problem, placed, warningAt } from '../../kernel/problem.ts';
import { selectedGroups } from '../levers/age-profile.ts';
import { type Estate, type Lever, type LeverKind, type Levers, neutralOf } from '../levers/lever.ts';
import { gainPossible } from '../life-table.ts';
import { sexes } from '../population.ts';
import type { Assumptions } from '../project/project.ts';
import type { Step } from '../project/step.ts';
import { checkLength } from './check-counts.ts';

/** Levers that have nothing to pull in a method. */
const unusable: Readonly<Record<Step['method'], readonly LeverKind[]>> = {
  net: ['out-migration-scale', 'in-migration-scale'],
  pool: [],
  'cohort-change': [
    'mortality',
    'life-expectancy',
    'migration-scale',
    'out-migration-scale',
    'in-migration-scale',
  ],
  'explicit-fertility': ['migration-rate', 'out-migration-scale', 'in-migration-scale'],
};

const checkPath = (lever: Lever): readonly Problem[] => {
  const { value, fromYear, byYear } = lever.path;
  const problems = [];
  if (byYear !== undefined && byYear <= fromYear)
    problems.push(errorAt('population-lever-path', ['path', 'byYear'], { byYear, fromYear }));
  if (neutralOf(lever) !== 0 && value < 0)
    problems.push(errorAt('population-lever-negative', ['path', 'value'], { value }));
  return problems;
};

const checkProfile = (profile: Estate['profile'], { ages }: Assumptions): readonly Problem[] =>
  profile.flatMap((part, index) =>
    selectedGroups(part, ages).length === 0 ? [errorAt('population-lever-no-ages', ['profile', index])] : [],
  );

const checkOwn = (lever: Lever, assumptions: Assumptions): readonly Problem[] => {
  if (lever.kind === 'migration-persons') return checkProfile(lever.profile, assumptions);
  if (lever.kind === 'life-expectancy')
    return sexes.flatMap((sex) => {
      const rates = lever.lifeTable[sex];
      const lengths = checkLength(rates.yearsLived, rates.deathRate.length, ['lifeTable', sex, 'yearsLived']);
      if (lengths.length > 0 || gainPossible(rates, lever.path.value)) return lengths;
      return [errorAt('population-life-gain', ['path', 'value'], { years: lever.path.value })];
    });
  return 'fromAge' in lever || 'toAge' in lever
    ? selectedGroups(lever, assumptions.ages).length === 0
      ? [errorAt('population-lever-no-ages', ['fromAge'])]
      : []
    : [];
};

const checkMethods = (lever: Lever, { steps }: Assumptions): readonly Problem[] => {
  const step = steps.find(
    ({ method, toYear }) => toYear > lever.path.fromYear && unusable[method].includes(lever.kind),
  );
  return step === undefined
    ? []
    : [
        errorAt('population-lever-method', ['kind'], {
          kind: lever.kind,
          toYear: step.toYear,
          method: step.method,
        }),
      ];
};

/** One lever against the projection it is to pull; places from the lever itself. */
export const checkLever = (lever: Lever, assumptions: Assumptions): readonly Problem[] => [
  ...checkPath(lever),
  ...checkOwn(lever, assumptions),
  ...checkMethods(lever, assumptions),
];

/** シナリオの検査; places from the scenario. */
export const checkLevers = ({ levers, estates }: Levers, assumptions: Assumptions): readonly Problem[] => [
  ...levers.flatMap((lever, index) =>
    checkLever(lever, assumptions).map((problem) => placed(['levers', index], problem)),
  ),
  ...estates.flatMap((estate, index) => [
    ...checkProfile(estate.profile, assumptions).map((problem) => placed(['estates', index], problem)),
    // Nobody moves in before the first step: who is there in the base year is in its figures.
    ...(estate.year === assumptions.baseYear
      ? [errorAt('population-estate-at-base', ['estates', index, 'year'], { year: estate.year })]
      : checkYearWithin(estate.year, assumptions).map((problem) =>
          placed(['estates', index, 'year'], problem),
        )),
  ]),
];

/** A lever that begins to move when it is over: no error, and no effect either. `until`: the last year looked at. */
export const checkBeginning = (
  { path }: { readonly path: Pick<Lever['path'], 'fromYear'> },
  until: number,
): readonly Problem[] =>
  path.fromYear >= until
    ? [warningAt('population-lever-too-late', ['path', 'fromYear'], { fromYear: path.fromYear, until })]
    : [];

/** A year the projection must reach. */
export const checkYearWithin = (year: number, { baseYear, steps }: Assumptions): readonly Problem[] => {
  const to = steps.at(-1)?.toYear ?? baseYear;
  return year < baseYear || year > to
    ? [errorAt('population-year-outside', [], { year, from: baseYear, to })]
    : [];
};
