import { budgetScheme } from '../../db/schema/budget.ts';
import { refused } from '../refusal.ts';
import { schemeCommands } from '../scheme/scheme-commands.ts';
import { readBudgetScheme } from './read-budget-scheme.ts';

/** 枠配分の規則, stored to the letter as it was given. */
export const {
  create: createBudgetScheme,
  save: saveBudgetScheme,
  adopt: adoptBudgetScheme,
  discard: discardBudgetScheme,
} = schemeCommands({
  table: budgetScheme,
  action: 'budget.manage',
  read: readBudgetScheme,
  stored: (_, content) => content,
  draftExists: (name) => refused('budget-scheme-draft-exists', ['scheme'], { name }),
  unknown: () => refused('budget-scheme-unknown', ['scheme']),
  adopted: (name) => refused('budget-scheme-adopted', ['scheme'], { name }),
});
