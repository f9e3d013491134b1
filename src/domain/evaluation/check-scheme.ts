import type { Problem } from '../kernel/problem.ts';
import { checkCriteria } from './check-criteria.ts';
import { checkGradeRule } from './check-grade-rule.ts';
import { doubleKeys, unknownKeys } from './check-keys.ts';
import { checkMatrices } from './check-matrices.ts';
import { checkStages } from './check-stages.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';

const checkKeys = (scheme: EvaluationScheme): readonly Problem[] => [
  ...doubleKeys(scheme.types, ['types']),
  ...doubleKeys(scheme.stages, ['stages']),
  ...doubleKeys(scheme.criteria, ['criteria']),
  ...doubleKeys(scheme.texts, ['texts']),
  ...doubleKeys(scheme.grades, ['grades']),
  ...doubleKeys(scheme.directions, ['directions']),
  ...doubleKeys(scheme.priorities, ['priorities']),
  ...doubleKeys(scheme.exemptions, ['exemptions']),
  ...doubleKeys(scheme.matrices, ['matrices']),
];

const checkExemptions = ({ exemptions, types }: EvaluationScheme): readonly Problem[] =>
  exemptions.flatMap((exemption, at) =>
    unknownKeys(exemption.types, types, ['exemptions', at, 'types'], '種類'),
  );

/** All that is wrong with a scheme whose shape is right, each with its place in the JSON. Warnings do not refuse. */
export const checkScheme = (scheme: EvaluationScheme): readonly Problem[] => [
  ...checkKeys(scheme),
  ...checkStages(scheme),
  ...checkCriteria(scheme),
  ...checkGradeRule(scheme),
  ...checkExemptions(scheme),
  ...checkMatrices(scheme),
];
