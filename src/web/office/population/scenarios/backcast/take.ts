import { leverKinds, type ScenarioLeverKind } from '../../../../../domain/population/scenario.ts';
import { leverName } from '../../../../islands/population/lever-field.ts';
import type { Entries } from '../../../forms/entries.ts';
import { formFromEntries } from '../../../forms/entries.ts';

/** An answer of 「目標から逆に考える」 on its way into the form. */
export interface Taken {
  /** '' puts a lever back to rest: the answer is for a scenario without it */
  readonly values: readonly { readonly kind: ScenarioLeverKind; readonly value: string }[];
  /** Of levers that were not pulled before */
  readonly fromYear: string;
}

/** Digits that keep the total within a person of the aim. */
const digits = 6;

export const takeValue = ({
  values,
  fromYear,
}: {
  readonly values: readonly { readonly kind: ScenarioLeverKind; readonly value: number | null }[];
  readonly fromYear: number | null;
}): string =>
  `take ${values
    .map(({ kind, value }) => `${kind}=${value === null ? '' : Number(value.toFixed(digits))}`)
    .join(',')} ${fromYear ?? ''}`.trim();

const isKind = (text: string | undefined): text is ScenarioLeverKind =>
  leverKinds.some((kind) => kind === text);

/** 'take birth-rate=2.31,families-per-year=120 2025'; null for anything else. */
export const readTaken = (then: string): Taken | null => {
  const [what, list = '', fromYear = ''] = then.split(' ');
  if (what !== 'take' || !/^(?:\d{4})?$/u.test(fromYear)) return null;
  const values = list.split(',').flatMap((each) => {
    const [kind, value = ''] = each.split('=');
    return isKind(kind) && /^(?:-?\d{1,7}(?:\.\d{1,10})?)?$/u.test(value) ? [{ kind, value }] : [];
  });
  return values.length === 0 ? null : { values, fromYear };
};

const parts = ['value', 'fromYear', 'byYear', 'reason', 'source'] as const;

/** The form with the answer in its fields. What was said of a lever that is pulled (years, reason, source) stays. */
export const withTaken = (entries: Entries, { values, fromYear }: Taken): Entries => {
  const form = formFromEntries(entries);
  const written = new Map<string, string>();
  for (const { kind, value } of values) {
    const at = leverName(kind);
    if (value === '') {
      for (const part of parts) written.set(leverName(kind, part), '');
      continue;
    }
    const before = form.text(at).trim();
    const wasPulled = before !== '' && before !== form.text(`neutral.${kind}`);
    written.set(at, value);
    if (!wasPulled && form.text(leverName(kind, 'fromYear')).trim() === '')
      written.set(leverName(kind, 'fromYear'), fromYear);
  }
  return [...entries.filter(([name]) => !written.has(name)), ...written];
};
