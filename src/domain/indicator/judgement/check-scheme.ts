import { fractionOf, signOfFraction } from '../../kernel/fraction.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { checkAxes, checkCases, twice } from './check-axes.ts';
import { checkMeasures } from './check-measures.ts';
import { checkRollUp } from './check-roll-up.ts';
import type { JudgementScheme } from './judgement-scheme.ts';

const checkTolerances = ({ tolerances }: JudgementScheme): readonly Problem[] =>
  Object.entries(tolerances).flatMap(([key, rows]) => {
    const path = ['tolerances', key];
    return [
      ...checkCases(rows, path),
      ...rows.flatMap(({ value }, at) =>
        signOfFraction(fractionOf(value)) < 0
          ? [errorAt('tolerance-negative', [...path, at, 'value'], { value })]
          : [],
      ),
    ];
  });

const checkPublished = ({ publishedMeasures, measures }: JudgementScheme): readonly Problem[] =>
  publishedMeasures.flatMap(({ measure }, at) =>
    Object.hasOwn(measures, measure)
      ? []
      : [errorAt('measure-unknown', ['publishedMeasures', at, 'measure'], { measure })],
  );

const checkMarks = ({ marks }: JudgementScheme): readonly Problem[] =>
  Object.entries(marks).flatMap(([markKey, { choices }]) =>
    twice(choices.map(({ key }) => key)).map((key) =>
      errorAt('key-twice', ['marks', markKey, 'choices'], { key }),
    ),
  );

/** Everything wrong with a scheme, errors and warnings; the path is that of its JSON. */
export const checkScheme = (scheme: JudgementScheme): readonly Problem[] => [
  ...(scheme.validTo !== null && scheme.validFrom > scheme.validTo
    ? [errorAt('scheme-years-reversed', ['validTo'], { from: scheme.validFrom, to: scheme.validTo })]
    : []),
  ...checkTolerances(scheme),
  ...(signOfFraction(fractionOf(scheme.onPath.value)) < 0
    ? [errorAt('tolerance-negative', ['onPath', 'value'], { value: scheme.onPath.value })]
    : []),
  ...checkMeasures(scheme),
  ...checkPublished(scheme),
  ...checkMarks(scheme),
  ...checkAxes(scheme),
  ...checkRollUp(scheme),
];
