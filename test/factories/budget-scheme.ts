import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBudgetScheme } from '../../src/app/budget/read-budget-scheme.ts';
import type { BudgetScheme } from '../../src/domain/budget/budget-scheme.ts';
import { installationFolder } from '../../src/installation.ts';

/** A rule of schemes/budget as JSON. */
export const budgetSchemeFile = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(installationFolder, 'schemes', 'budget', `${name}.json`), 'utf8'));

/** A rule of schemes/budget, with changes of its JSON. */
export const budgetScheme = (name: string, change: object = {}): BudgetScheme => {
  const read = readBudgetScheme({ ...budgetSchemeFile(name), ...change });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
