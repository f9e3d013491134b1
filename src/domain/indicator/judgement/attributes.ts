import type { Attributes } from './judgement-scheme.ts';
import type { PreparedIndicator } from './standing.ts';

const targetIs = ({ finalTarget }: PreparedIndicator): 'number' | 'text' | 'missing' => {
  if (finalTarget === null || finalTarget.figure === 'no-target') return 'missing';
  return finalTarget.figure === 'target-text' ? 'text' : 'number';
};

const among = <T>(wanted: readonly T[] | undefined, has: T): boolean =>
  wanted === undefined || wanted.includes(has);

/** Whether an indicator has all the attributes asked for; null asks for none. */
export const hasAttributes = (indicator: PreparedIndicator, wanted: Attributes | null): boolean => {
  if (wanted === null) return true;
  const { judgeable } = indicator;
  return (
    among(wanted.direction, judgeable.direction) &&
    among(wanted.kind, judgeable.kind) &&
    (wanted.subjective === undefined || wanted.subjective === judgeable.subjective) &&
    among(wanted.timeBehaviour, judgeable.timeBehaviour) &&
    among(wanted.unit, judgeable.unit) &&
    among(wanted.frequency, judgeable.frequency) &&
    (wanted.targetIs === undefined || wanted.targetIs.includes(targetIs(indicator))) &&
    (wanted.tag === undefined || wanted.tag.some((tag) => judgeable.tags.includes(tag)))
  );
};
