import { compareFractions, fractionOf, signOfFraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem, warningAt } from '../../kernel/problem.ts';
import type { Judgeable, JudgeableValue } from './judgeable.ts';
import type { JudgementScheme } from './judgement-scheme.ts';

type Path = Problem['path'];

const repeatedYears = (entries: readonly { readonly fiscalYear: number }[], path: Path): readonly Problem[] =>
  entries.flatMap(({ fiscalYear }, at) =>
    entries.slice(0, at).some((other) => other.fiscalYear === fiscalYear)
      ? [errorAt('fiscal-year-twice', [...path, at, 'fiscalYear'], { fiscalYear })]
      : [],
  );

const checkRange = ({ direction, range }: Judgeable, path: Path): readonly Problem[] => {
  if (range === null || (range.from === null && range.to === null))
    return direction === 'range' ? [errorAt('range-missing', [...path, 'range'])] : [];
  const { from, to } = range;
  return from !== null && to !== null && compareFractions(fractionOf(from), fractionOf(to)) > 0
    ? [errorAt('range-reversed', [...path, 'range'], { from, to })]
    : [];
};

const checkValue = (value: JudgeableValue, path: Path): readonly Problem[] => [
  ...(value.missing !== null && (value.value !== null || value.text !== null)
    ? [errorAt('value-and-missing', [...path, 'missing'], { fiscalYear: value.fiscalYear })]
    : []),
  ...(value.standardError !== null && signOfFraction(fractionOf(value.standardError)) < 0
    ? [errorAt('standard-error-negative', [...path, 'standardError'], { value: value.standardError })]
    : []),
];

/** A target that asks for nothing, where something is to rise or fall. */
const checkTargets = ({ baseline, targets, direction }: Judgeable, path: Path): readonly Problem[] =>
  targets.flatMap(({ value }, at) =>
    (direction === 'up' || direction === 'down') &&
    value !== null &&
    baseline?.value != null &&
    compareFractions(fractionOf(value), fractionOf(baseline.value)) === 0
      ? [warningAt('target-equals-baseline', [...path, 'targets', at, 'value'], { value })]
      : [],
  );

const checkMarks = (
  { marks }: Judgeable,
  scheme: Pick<JudgementScheme, 'marks'>,
  path: Path,
): readonly Problem[] =>
  marks.flatMap(({ markKey, mark }, at) => {
    const known = Object.hasOwn(scheme.marks, markKey) ? scheme.marks[markKey] : undefined;
    if (known === undefined)
      return [errorAt('mark-key-unknown', [...path, 'marks', at, 'markKey'], { mark: markKey })];
    const choices = known.choices.map(({ key }) => key);
    return choices.includes(mark)
      ? []
      : [
          errorAt('mark-choice-unknown', [...path, 'marks', at, 'mark'], {
            mark: markKey,
            choice: mark,
            choices,
          }),
        ];
  });

const checkOne = (one: Judgeable, scheme: Pick<JudgementScheme, 'marks'>, path: Path): readonly Problem[] => [
  ...repeatedYears(one.values, [...path, 'values']),
  ...repeatedYears(one.targets, [...path, 'targets']),
  ...checkRange(one, path),
  ...one.values.flatMap((value, at) => checkValue(value, [...path, 'values', at])),
  ...checkTargets(one, path),
  ...one.unitChanges.flatMap(({ factor }, at) =>
    factor !== null && signOfFraction(fractionOf(factor)) <= 0
      ? [errorAt('factor-not-positive', [...path, 'unitChanges', at, 'factor'], { factor })]
      : [],
  ),
  ...checkMarks(one, scheme, path),
];

/** Indicators to be judged by a scheme. Paths: ['indicators', place, field, …]. */
export const checkJudgeables = (
  judgeables: readonly Judgeable[],
  scheme: Pick<JudgementScheme, 'marks'>,
): readonly Problem[] =>
  judgeables.flatMap((one, at) => [
    ...(judgeables.slice(0, at).some(({ indicatorKey }) => indicatorKey === one.indicatorKey)
      ? [errorAt('key-twice', ['indicators', at, 'indicatorKey'], { key: one.indicatorKey })]
      : []),
    ...checkOne(one, scheme, ['indicators', at]),
  ]);
