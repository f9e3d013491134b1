import {
  compareFractions,
  exactDecimal,
  type Fraction,
  fractionOf,
  multiplyFractions,
  roundFraction,
  wholeFraction,
} from '../kernel/fraction.ts';
import { mayApply } from './applies.ts';
import type { EvaluationScheme } from './evaluation-scheme.ts';

/** A level the figures speak for; a person may choose another. */
export interface ProposedLevel {
  readonly criterion: string;
  /** Name of the field it is for. */
  readonly field: string;
  readonly level: string;
  /** 達成率 85% → B（80%以上） */
  readonly step: string;
}

const inPercent = (value: Fraction): string => {
  const hundredfold = multiplyFractions(value, wholeFraction(100));
  const exact = exactDecimal(hundredfold);
  const text = exact !== null && exact.length <= 8 ? exact : roundFraction(hundredfold, 1, 'half-away');
  return `${text.includes('.') ? text.replace(/\.?0+$/u, '') : text}%`;
};

/**
 * Levels that follow from the achievement of the outcome figures (actual ÷ target, a share: 1 is the target reached).
 * Nothing is proposed without an achievement.
 */
export const proposeLevels = (
  scheme: EvaluationScheme,
  achievement: Fraction | null,
  typeKey: string | null = null,
): readonly ProposedLevel[] => {
  if (achievement === null) return [];
  return scheme.criteria.flatMap(({ key, levels, proposal, applies }) => {
    if (proposal === null || !mayApply(applies, typeKey)) return [];
    const at = proposal.from.findIndex(
      (from) => from === null || compareFractions(achievement, fractionOf(from)) >= 0,
    );
    const level = levels[at];
    if (level === undefined) return [];
    const from = proposal.from[at] ?? null;
    const bound = from === null ? 'それ未満' : `${inPercent(fractionOf(from))}以上`;
    const step = `達成率 ${inPercent(achievement)} → ${level.label}（${bound}）`;
    return [{ criterion: key, field: `criterion.${key}`, level: level.key, step }];
  });
};
