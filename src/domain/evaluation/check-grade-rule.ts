import { compareFractions, fractionOf } from '../kernel/fraction.ts';
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import { unknownKeys } from './check-keys.ts';
import type { EvaluationScheme, GradeRule } from './evaluation-scheme.ts';

type Banded = Extract<GradeRule, { readonly bands: unknown }>;
type Table = Extract<GradeRule, { readonly by: 'table' }>;

const checkBands = (scheme: EvaluationScheme, { bands }: Banded): readonly Problem[] => {
  const path = ['gradeRule', 'bands'];
  const last = bands.at(-1);
  if (last === undefined) return [errorAt('evaluation-scheme-no-bands', path)];
  return [
    ...bands.flatMap(({ grade, from }, at): readonly Problem[] => {
      const above = bands[at - 1]?.from;
      return [
        ...unknownKeys([grade], scheme.grades, [...path, at, 'grade'], '総合評価の段階'),
        ...(from === null && at < bands.length - 1
          ? [errorAt('evaluation-scheme-open-bound', [...path, at, 'from'])]
          : []),
        ...(from !== null && above != null && compareFractions(fractionOf(from), fractionOf(above)) >= 0
          ? [errorAt('evaluation-scheme-bounds-order', [...path, at, 'from'], { above, from })]
          : []),
      ];
    }),
    ...(last.from === null
      ? []
      : [warningAt('evaluation-scheme-band-gap', [...path, bands.length - 1, 'from'], { from: last.from })]),
  ];
};

const checkPoints = ({ criteria }: EvaluationScheme): readonly Problem[] =>
  criteria.every(({ levels }) => levels.every(({ points }) => points === null))
    ? [errorAt('evaluation-scheme-no-points', ['gradeRule', 'by'])]
    : criteria.flatMap(({ levels, label }, at) => {
        const without = levels.filter(({ points }) => points === null);
        return without.length === 0 || without.length === levels.length
          ? []
          : [
              warningAt('evaluation-scheme-level-without-points', ['criteria', at, 'levels'], {
                name: label,
                levels: without.map((level) => level.label),
              }),
            ];
      });

const checkTable = (scheme: EvaluationScheme, { rows, otherwise }: Table): readonly Problem[] => {
  const path = ['gradeRule', 'rows'];
  if (rows.length === 0) return [errorAt('evaluation-scheme-no-bands', path)];
  return [
    ...rows.flatMap(({ grade, when }, at) => [
      ...unknownKeys([grade], scheme.grades, [...path, at, 'grade'], '総合評価の段階'),
      ...(when.length === 0 ? [errorAt('evaluation-scheme-row-always', [...path, at])] : []),
      ...when.flatMap(({ criterion, levels }, nth): readonly Problem[] => {
        const here = [...path, at, 'when', nth];
        const found = scheme.criteria.find(({ key }) => key === criterion);
        if (found === undefined)
          return unknownKeys([criterion], scheme.criteria, [...here, 'criterion'], '評価項目');
        return levels.length === 0
          ? [errorAt('evaluation-scheme-condition-empty', [...here, 'levels'], { name: found.label })]
          : unknownKeys(levels, found.levels, [...here, 'levels'], `「${found.label}」の段階`);
      }),
    ]),
    ...(otherwise === null
      ? []
      : unknownKeys([otherwise], scheme.grades, ['gradeRule', 'otherwise'], '総合評価の段階')),
  ];
};

/** 総合評価の決め方: it names grades that exist, its bounds fall, and there are points to add. */
export const checkGradeRule = (scheme: EvaluationScheme): readonly Problem[] => {
  const rule = scheme.gradeRule;
  if (rule.by === 'hand') return [];
  const asked = scheme.stages.some(({ grade }) => grade !== 'none');
  return [
    ...(asked ? [] : [warningAt('evaluation-scheme-grade-unused', ['gradeRule', 'by'])]),
    ...(rule.by === 'table'
      ? checkTable(scheme, rule)
      : [...checkBands(scheme, rule), ...checkPoints(scheme)]),
  ];
};
