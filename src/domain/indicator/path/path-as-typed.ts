import type { PathShape } from '../indicator.ts';

const isSamePath = (a: PathShape, b: PathShape): boolean =>
  a.shape === b.shape &&
  a.points.length === b.points.length &&
  a.points.every(({ fiscalYear, value }, at) => {
    const other = b.points[at];
    return other?.fiscalYear === fiscalYear && other.value === value;
  });

/** A form knows nothing of the 人口シナリオ a path was taken from: the path stays the scenario's until it is changed. */
export const pathAsTyped = (stored: PathShape, typed: PathShape): PathShape =>
  stored.scenario !== undefined && typed.scenario === undefined && isSamePath(stored, typed)
    ? { ...typed, scenario: stored.scenario }
    : typed;
