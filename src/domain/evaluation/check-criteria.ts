import { compareFractions, fractionOf, signOfFraction } from '../kernel/fraction.ts';
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import { doubleKeys, unknownKeys } from './check-keys.ts';
import type { Applicability, Criterion, EvaluationScheme } from './evaluation-scheme.ts';

/** `before`: what a condition may look at, the criteria that stand earlier. */
const checkApplies = (
  { types, exceptTypes, when }: Applicability,
  scheme: EvaluationScheme,
  before: readonly Criterion[],
  path: Problem['path'],
): readonly Problem[] => [
  ...unknownKeys(types, scheme.types, [...path, 'types'], '種類'),
  ...unknownKeys(exceptTypes, scheme.types, [...path, 'exceptTypes'], '種類'),
  ...when.flatMap(({ criterion, levels }, at): readonly Problem[] => {
    const here = [...path, 'when', at];
    const found = before.find(({ key }) => key === criterion);
    if (found !== undefined)
      return levels.length === 0
        ? [errorAt('evaluation-scheme-condition-empty', [...here, 'levels'], { name: found.label })]
        : unknownKeys(levels, found.levels, [...here, 'levels'], `「${found.label}」の段階`);
    const later = scheme.criteria.find(({ key }) => key === criterion);
    return later === undefined
      ? unknownKeys([criterion], scheme.criteria, [...here, 'criterion'], '評価項目')
      : [errorAt('evaluation-scheme-condition-later', [...here, 'criterion'], { name: later.label })];
  }),
];

/** A stage that asks something under a condition has to ask what the condition looks at. */
const conditionAsked = (
  { stages }: EvaluationScheme,
  list: 'criteria' | 'texts',
  { key, label, applies }: { readonly key: string; readonly label: string; readonly applies: Applicability },
  path: Problem['path'],
): readonly Problem[] =>
  stages
    .filter((stage) => stage[list].includes(key))
    .filter((stage) => applies.when.some(({ criterion }) => !stage.criteria.includes(criterion)))
    .map((stage) =>
      errorAt('evaluation-scheme-condition-not-asked', [...path, 'applies', 'when'], {
        name: label,
        stage: stage.label,
      }),
    );

const checkProposal = ({ proposal, levels }: Criterion, path: Problem['path']): readonly Problem[] => {
  if (proposal === null) return [];
  const here = [...path, 'proposal', 'from'];
  if (proposal.from.length !== levels.length)
    return [
      errorAt('evaluation-scheme-proposal-length', here, {
        levels: levels.length,
        bounds: proposal.from.length,
      }),
    ];
  return proposal.from.flatMap((from, at) => {
    const above = proposal.from[at - 1];
    const isLast = at === proposal.from.length - 1;
    if (from === null) return isLast ? [] : [errorAt('evaluation-scheme-open-bound', [...here, at])];
    return above != null && compareFractions(fractionOf(from), fractionOf(above)) >= 0
      ? [errorAt('evaluation-scheme-bounds-order', [...here, at], { above, from })]
      : [];
  });
};

const checkCriterion = (scheme: EvaluationScheme, criterion: Criterion, at: number): readonly Problem[] => {
  const path = ['criteria', at];
  const { levels, label, weight } = criterion;
  return [
    ...(levels.length === 0
      ? [errorAt('evaluation-scheme-no-levels', [...path, 'levels'], { name: label })]
      : []),
    ...(levels.length === 1
      ? [warningAt('evaluation-scheme-one-level', [...path, 'levels'], { name: label })]
      : []),
    ...doubleKeys(levels, [...path, 'levels']),
    ...checkApplies(criterion.applies, scheme, scheme.criteria.slice(0, at), [...path, 'applies']),
    ...conditionAsked(scheme, 'criteria', criterion, path),
    ...checkProposal(criterion, path),
    ...(signOfFraction(fractionOf(weight)) <= 0
      ? [errorAt('evaluation-scheme-weight', [...path, 'weight'], { name: label })]
      : []),
  ];
};

/** 評価項目 and 記入欄: levels, conditions, proposals, weights. */
export const checkCriteria = (scheme: EvaluationScheme): readonly Problem[] => [
  ...scheme.criteria.flatMap((criterion, at) => checkCriterion(scheme, criterion, at)),
  ...scheme.texts.flatMap((text, at) => [
    ...checkApplies(text.applies, scheme, scheme.criteria, ['texts', at, 'applies']),
    ...conditionAsked(scheme, 'texts', text, ['texts', at]),
  ]),
];
