import type { BulkChange } from '../../../app/programme/bulk-edit.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import { legalObligations } from '../../../domain/programme/programme.ts';
import type { Form } from '../../middleware/form.ts';
import { seenVersion } from '../forms/seen-version.ts';

/** In a choice: leave it as it is, and take it away. */
export const stays = '';
export const cleared = 'none';

/** 'key version' of each ticked programme. */
export const readChosen = (form: Form): ReadonlyMap<string, number> =>
  new Map(
    form.all('p').flatMap((text) => {
      const [key = '', version = ''] = text.split(' ');
      return key === '' ? [] : [[key, seenVersion({ text: () => version })] as const];
    }),
  );

const linkOf = (text: string) => {
  const at = text.indexOf('/');
  return at < 1 ? [] : [{ planKey: text.slice(0, at), itemKey: text.slice(at + 1) }];
};

/** What is to be set for all; what was left alone is absent. */
export const readBulkChange = (form: Form): Result<BulkChange, readonly Problem[]> => {
  const problems: Problem[] = [];
  const choice = (name: string): string | null | undefined => {
    const text = form.text(name);
    if (text === stays) return undefined;
    return text === cleared ? null : text;
  };
  const year = (name: 'startFiscalYear' | 'endFiscalYear'): number | null | undefined => {
    const text = form.text(name).trim();
    if (form.text(`${name}.clear`) === 'yes') return null;
    if (text === '') return undefined;
    const read = parseFiscalYear(text);
    if (read.ok) return read.value;
    problems.push(placed([name], read.error));
    return undefined;
  };
  const fields = {
    typeKey: choice('typeKey'),
    unitKey: choice('unitKey'),
    expenseClass: choice('expenseClass'),
    legalObligation: legalObligations.find((each) => each === form.text('legalObligation')),
    startFiscalYear: year('startFiscalYear'),
    endFiscalYear: year('endFiscalYear'),
  };
  if (problems.length > 0) return refuse(problems);
  return ok({
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as BulkChange['fields'],
    addItems: linkOf(form.text('addItem')),
    removeItems: linkOf(form.text('removeItem')),
  });
};
