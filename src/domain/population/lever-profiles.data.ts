import type { ProfilePart } from '../demography/levers/lever.ts';

/**
 * 子育て世帯の年齢: parents of 25–39 and children of 0–9, ages at the end of a step. An assumption of shape: two parents
 * to a little more than one child. Children of 0–4 are those of the profile, whether they came or were born here since;
 * the child–woman ratio gives these women children from the next step on (`transitionOf`).
 */
export const familyProfile: readonly ProfilePart[] = [
  { fromAge: 25, toAge: 39, weight: 0.64 },
  { fromAge: 0, toAge: 9, weight: 0.36 },
];

/** 若者: 20代, both sexes alike */
export const youngAdultProfile: readonly ProfilePart[] = [{ fromAge: 20, toAge: 29, weight: 1 }];
