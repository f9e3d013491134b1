import { cell } from '../population.ts';

/** 分位点 of sorted numbers, linear between them (type 7). `share` 0–1. @throws for none. */
export const quantileSorted = (sorted: ArrayLike<number>, share: number): number => {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const from = cell(sorted, below);
  return from + (cell(sorted, Math.min(below + 1, sorted.length - 1)) - from) * (place - below);
};
