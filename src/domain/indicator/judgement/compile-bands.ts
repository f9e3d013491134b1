import { compareFractions, type Fraction } from '../../kernel/fraction.ts';
import { hasAttributes } from './attributes.ts';
import { boundValue, orderBands, type ToleranceChoice } from './band-order.ts';
import type { Band, Bound, JudgementScheme } from './judgement-scheme.ts';
import type { PreparedIndicator } from './standing.ts';

type FindBound = (indicator: PreparedIndicator) => Fraction;

/** A tolerance is a number per row, chosen by the indicator's attributes. */
const boundFinder = (bound: Bound, tolerances: JudgementScheme['tolerances']): FindBound => {
  if (typeof bound === 'string') {
    const fixed = boundValue(bound, tolerances, new Map());
    return () => fixed;
  }
  const rows = tolerances[bound.tolerance] ?? [];
  const values = rows.map((_, row) => boundValue(bound, tolerances, new Map([[bound.tolerance, row]])));
  return (indicator) => {
    const value = values[rows.findIndex((row) => hasAttributes(indicator, row.for))];
    if (value === undefined) throw new Error(`a checked tolerance is required, not ${bound.tolerance}`);
    return value;
  };
};

/** Bands in ascending order, and the place among them of the first whose upper bound a value does not pass. */
export interface CompiledBands {
  readonly bands: readonly Band[];
  readonly find: (value: Fraction, indicator: PreparedIndicator) => number;
}

/** Of bands that cover the line (`checkBands`). */
export const compileBands = (
  given: readonly Band[],
  tolerances: JudgementScheme['tolerances'],
): CompiledBands => {
  const bands = orderBands(given, tolerances);
  const last = bands.length - 1;
  const uppers = bands.slice(0, last).map(({ to, toInclusive }) => {
    if (to === null) throw new Error('compileBands requires bands that cover the line');
    const isFixed = typeof to === 'string';
    const fixed = isFixed ? boundValue(to, tolerances, new Map()) : null;
    return { fixed, finder: isFixed ? null : boundFinder(to, tolerances), toInclusive };
  });
  const find: CompiledBands['find'] = (value, indicator) => {
    for (let at = 0; at < last; at += 1) {
      const upper = uppers[at];
      const bound = upper?.fixed ?? upper?.finder?.(indicator);
      if (upper === undefined || bound === undefined) break;
      const order = compareFractions(value, bound);
      if (order < 0 || (order === 0 && upper.toInclusive)) return at;
    }
    return last;
  };
  return { bands, find };
};

/** Every way the tolerances of some bands can fall together, one choice of rows each. */
export const toleranceChoices = (
  bands: readonly Band[],
  tolerances: JudgementScheme['tolerances'],
): readonly ToleranceChoice[] => {
  const names = new Set(
    bands
      .flatMap(({ from, to }) => [from, to])
      .flatMap((bound) => (bound === null || typeof bound === 'string' ? [] : [bound.tolerance])),
  );
  return [...names].reduce<readonly ToleranceChoice[]>(
    (choices, name) =>
      choices.flatMap((choice) =>
        (tolerances[name] ?? []).map((_, row) => new Map([...choice, [name, row]])),
      ),
    [new Map()],
  );
};
