import type { JudgementScheme } from './judgement/judgement-scheme.ts';

/** What people say of an indicator's year: a mark the scheme asks for, or another grade on one of its axes. */
export interface HumanSubject {
  readonly kind: 'mark' | 'override';
  /** The mark's key, or the axis'. */
  readonly subject: string;
}

/** Keys that can be chosen for `subject`; null: the scheme does not ask for it. */
export const humanChoices = (
  scheme: JudgementScheme,
  { kind, subject }: HumanSubject,
): readonly string[] | null =>
  (kind === 'mark'
    ? scheme.marks[subject]?.choices
    : scheme.axes.find(({ axisKey }) => axisKey === subject)?.grades
  )?.map(({ key }) => key) ?? null;

/** Whether the scheme can take what was said; what was said for another scheme of the year stands for nothing in it. */
export const isOfScheme = (
  scheme: JudgementScheme,
  said: HumanSubject & { readonly choice: string },
): boolean => humanChoices(scheme, said)?.includes(said.choice) === true;
