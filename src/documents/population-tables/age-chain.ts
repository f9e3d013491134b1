import type { AgeGroup } from '../../domain/demography/age-groups.ts';

/** 0-4, 7, 85+: the labels tables are stored with, whatever the file calls its ages. */
export const storedLabel = ({ from, to }: Pick<AgeGroup, 'from' | 'to'>): string =>
  to === null ? `${from}+` : from === to ? String(from) : `${from}-${to}`;

export type AgeChain =
  | { readonly ok: true; readonly groups: readonly AgeGroup[] }
  /** `expected`: the age no group begins with, or null where the last group does not stay open */
  | { readonly ok: false; readonly groups: readonly AgeGroup[]; readonly expected: number | null };

/**
 * 重なる階級（再掲の三区分など）から、0歳から切れ目なく続く最も細かい並びを選ぶ. From each age on the narrowest closed
 * group is taken; an open one only where nothing closed goes on.
 */
export const finestChain = (groups: readonly AgeGroup[]): AgeChain => {
  const chain: AgeGroup[] = [];
  for (let age = 0; ; ) {
    const [next] = groups
      .filter(({ from }) => from === age)
      .toSorted((a, b) => (a.to ?? Number.POSITIVE_INFINITY) - (b.to ?? Number.POSITIVE_INFINITY));
    if (next === undefined) return { ok: false, groups: chain, expected: age };
    chain.push(next);
    if (next.to === null) return { ok: true, groups: chain };
    age = next.to + 1;
  }
};
