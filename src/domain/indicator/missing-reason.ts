/** 値がない理由. "Not applicable" is not "not entered": a year without an entry has no reason at all. */
export const missingReasons = [
  'not-yet-due',
  'not-surveyed',
  'not-measurable',
  'discontinued',
  'definition-changed',
  'suppressed',
  'approximate-only',
] as const;

/**
 * 未到来・調査のない年・測定できない・廃止（終了）・定義変更・秘匿・概数のみ: why an indicator has no figure in a year.
 */
export type MissingReason = (typeof missingReasons)[number];

const known: ReadonlySet<string> = new Set(missingReasons);

export const isMissingReason = (text: string): text is MissingReason => known.has(text);
