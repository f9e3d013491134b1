import type { TypedJudgement } from '../../../app/judgement/judge-by-hand.ts';
import type { StoredHumanJudgement } from '../../../db/read-judgement.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import type { Form } from '../../middleware/form.ts';
import type { Entries } from '../forms/entries.ts';

/** What people may say of an indicator's year: the marks the scheme asks for, and another grade on each axis. */
export interface HandSubject {
  readonly kind: 'mark' | 'override';
  readonly subject: string;
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export const handSubjects = (scheme: JudgementScheme): readonly HandSubject[] => [
  ...Object.entries(scheme.marks).map(
    ([subject, { name, choices }]): HandSubject => ({
      kind: 'mark',
      subject,
      name,
      choices: choices.map(({ key, label }) => ({ value: key, label })),
    }),
  ),
  ...scheme.axes.map(
    ({ axisKey, name, grades }): HandSubject => ({
      kind: 'override',
      subject: axisKey,
      name,
      choices: grades.map(({ key, symbol, label }) => ({
        value: key,
        label: symbol === '' || label.includes(symbol) ? label : `${symbol} ${label}`,
      })),
    }),
  ),
];

export const fieldOf = ({ kind, subject }: Pick<HandSubject, 'kind' | 'subject'>): string =>
  `${kind}.${subject}`;

const find = (human: readonly StoredHumanJudgement[], { kind, subject }: HandSubject) =>
  human.find((each) => each.kind === kind && each.subject === subject);

export const handEntries = (
  subjects: readonly HandSubject[],
  human: readonly StoredHumanJudgement[],
): Entries =>
  subjects.flatMap((one): Entries => {
    const said = find(human, one);
    return [
      [`${fieldOf(one)}.choice`, said?.choice ?? ''],
      [`${fieldOf(one)}.reason`, said?.reason ?? ''],
      [`${fieldOf(one)}.seen`, String(said?.version ?? 0)],
    ];
  });

/** What the form says of every subject; what it does not carry stays as it is. */
export const readHandForm = (
  form: Form,
  subjects: readonly HandSubject[],
  indicatorKey: string,
  fiscalYear: number,
): readonly TypedJudgement[] =>
  subjects
    .filter((one) => form.all(`${fieldOf(one)}.choice`).length > 0)
    .map((one) => {
      const name = fieldOf(one);
      const seen = form.text(`${name}.seen`);
      return {
        indicatorKey,
        fiscalYear,
        kind: one.kind,
        subject: one.subject,
        choice: form.text(`${name}.choice`),
        // A judgement taken back has no reason left.
        reason: form.text(`${name}.choice`) === '' ? '' : form.text(`${name}.reason`),
        seen: /^\d{1,9}$/u.test(seen) ? Number(seen) : 0,
      };
    });
