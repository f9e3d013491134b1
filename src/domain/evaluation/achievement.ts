import {
  addFractions,
  divideFractions,
  type Fraction,
  readFraction,
  signOfFraction,
  wholeFraction,
} from '../kernel/fraction.ts';

/** An outcome figure with its target, decimal strings. */
export interface OutcomeFigure {
  readonly direction: 'up' | 'down' | 'none';
  readonly target: string | null;
  readonly actual: string | null;
}

const one = wholeFraction(1);

const achieved = ({ direction, target, actual }: OutcomeFigure): Fraction | null => {
  const [wanted, reached] = [target, actual].map((text) => (text === null ? null : readFraction(text)));
  if (wanted == null || reached == null) return null;
  if (direction !== 'down') return signOfFraction(wanted) > 0 ? divideFractions(reached, wanted) : null;
  // Fewer is better: target ÷ actual, and none at all is the target reached.
  if (signOfFraction(reached) === 0) return signOfFraction(wanted) >= 0 ? one : null;
  return signOfFraction(wanted) >= 0 && signOfFraction(reached) > 0 ? divideFractions(wanted, reached) : null;
};

/**
 * 達成率, a share: the mean of actual ÷ target (target ÷ actual where fewer is better) of the figures that have both;
 * null where none has. A mean, because towns with several outcomes on a sheet say of none that it counts more.
 */
export const achievementOf = (figures: readonly OutcomeFigure[]): Fraction | null => {
  const known = figures.map(achieved).filter((each) => each !== null);
  if (known.length === 0) return null;
  const sum = known.reduce<Fraction>((all, each) => addFractions(all, each), wholeFraction(0));
  return divideFractions(sum, wholeFraction(known.length));
};
