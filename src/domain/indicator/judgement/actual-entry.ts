import type { JudgeableValue } from './judgeable.ts';
import type { Reason } from './judgement.ts';
import type { ActualRule } from './judgement-scheme.ts';

const ofYear = (values: readonly JudgeableValue[], fiscalYear: number): JudgeableValue | null => {
  // By index from the newest: the year asked for is mostly among the last.
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const entry = values[at];
    if (entry !== undefined && entry.fiscalYear === fiscalYear) return entry;
  }
  return null;
};

const says = (entry: JudgeableValue): boolean => entry.value !== null || entry.text !== null;

const reasonOf = (entry: JudgeableValue | null): Reason => entry?.missing ?? 'no-value';

/** Years between, the earlier of two equally near; Infinity: never. */
const distance = (use: ActualRule['use'], fiscalYear: number, wanted: number): number => {
  if (fiscalYear <= wanted) return wanted - fiscalYear;
  return use === 'nearest' ? fiscalYear - wanted + 0.5 : Number.POSITIVE_INFINITY;
};

/** The entry whose figure is judged in `fiscalYear`, or why there is none. */
export const actualEntry = (
  values: readonly JudgeableValue[],
  fiscalYear: number,
  { use, within, unless }: ActualRule,
): JudgeableValue | Reason => {
  const own = ofYear(values, fiscalYear);
  if (own !== null && says(own)) return own;
  if (use === 'this-year' || (own?.missing != null && unless.includes(own.missing))) return reasonOf(own);
  let [best, nearest]: [JudgeableValue | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const entry of values) {
    const far = distance(use, entry.fiscalYear, fiscalYear);
    if (!says(entry) || far >= nearest || (within !== null && Math.floor(far) > within)) continue;
    [best, nearest] = [entry, far];
  }
  return best ?? reasonOf(own);
};
