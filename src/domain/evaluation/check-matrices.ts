import { errorAt, type Problem } from '../kernel/problem.ts';
import type { DecisionMatrix, EvaluationScheme } from './evaluation-scheme.ts';

const exists = (scheme: EvaluationScheme, axis: DecisionMatrix['rows']): boolean => {
  switch (axis) {
    case 'direction':
      return scheme.directions.length > 0;
    case 'grade':
      return scheme.grades.length > 0;
    case 'priority':
      return scheme.priorities.length > 0;
    case 'cost':
      return true;
    default:
      return scheme.criteria.some(({ key }) => `criterion.${key}` === axis);
  }
};

/** 判断の表: both axes are there, and differ. */
export const checkMatrices = (scheme: EvaluationScheme): readonly Problem[] =>
  scheme.matrices.flatMap((matrix, at) => [
    ...(['rows', 'columns'] as const)
      .filter((side) => !exists(scheme, matrix[side]))
      .map((side) => errorAt('evaluation-scheme-no-axis', ['matrices', at, side], { name: matrix.title })),
    ...(matrix.rows === matrix.columns
      ? [errorAt('evaluation-scheme-axes-same', ['matrices', at, 'columns'], { name: matrix.title })]
      : []),
  ]);
