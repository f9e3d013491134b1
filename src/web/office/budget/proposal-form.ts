import type { BudgetYearDesk } from '../../../app/budget/read-budget-desk.ts';
import type { TypedProposal } from '../../../app/budget/save-proposal.ts';
import type { StoredProposal } from '../../../db/read-budget.ts';
import { type ProposalKind, proposalKinds } from '../../../domain/budget/budget.ts';
import type { Form } from '../../middleware/form.ts';
import { formFromEntries } from '../forms/entries.ts';
import { requiredAmount, typedAmount } from './words.ts';

/** Later years a proposal may have amounts of. */
export const laterYearCount = 5;

export const laterYearsOf = (fiscalYear: number): readonly number[] =>
  Array.from({ length: laterYearCount }, (_, at) => fiscalYear + 1 + at);

export const proposalForm = (proposal: StoredProposal, offsets: BudgetYearDesk['offsets']): Form =>
  formFromEntries([
    ['name', proposal.name],
    ['unitKey', proposal.unitKey],
    ['expenseClass', proposal.expenseClass],
    ['kind', proposal.kind],
    ['programmeKey', proposal.programmeKey ?? ''],
    ['baseGeneralThousandYen', String(proposal.baseGeneralThousandYen)],
    ['requestedThousandYen', String(proposal.requestedThousandYen)],
    ['requestedGeneralThousandYen', String(proposal.requestedGeneralThousandYen)],
    ['endFiscalYear', proposal.endFiscalYear === null ? '' : String(proposal.endFiscalYear)],
    ['divisionPriority', proposal.divisionPriority === null ? '' : String(proposal.divisionPriority)],
    ['alternativeGroup', proposal.alternativeGroup],
    ['obligatory', proposal.obligatory ? 'yes' : ''],
    ['reason', proposal.reason],
    ...proposal.laterYears.map(
      ({ fiscalYear, amountThousandYen }) => [`later.${fiscalYear}`, String(amountThousandYen)] as const,
    ),
    ...offsets
      .filter(({ proposalKey }) => proposalKey === proposal.proposalKey)
      .map(
        ({ freedByKey, amountThousandYen }) => [`offset.${freedByKey}`, String(amountThousandYen)] as const,
      ),
  ]);

const kindOf = (text: string): ProposalKind => proposalKinds.find((kind) => kind === text) ?? 'continue';

const prefixed = (form: Form, prefix: string): readonly string[] => [
  ...new Set(form.entries.flatMap(([name]) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))),
];

/** Empty amounts of later years and offsets are none. */
export const typedProposal = (form: Form): TypedProposal => ({
  programmeKey: form.text('programmeKey') === '' ? null : form.text('programmeKey'),
  name: form.text('name'),
  unitKey: form.text('unitKey'),
  expenseClass: form.text('expenseClass'),
  kind: kindOf(form.text('kind')),
  baseGeneralThousandYen: typedAmount(form, 'baseGeneralThousandYen') ?? 0,
  requestedThousandYen: requiredAmount(form, 'requestedThousandYen'),
  requestedGeneralThousandYen: requiredAmount(form, 'requestedGeneralThousandYen'),
  laterYears: prefixed(form, 'later.').flatMap((year) => {
    const amountThousandYen = typedAmount(form, `later.${year}`);
    return amountThousandYen === null || !/^\d{4}$/u.test(year)
      ? []
      : [{ fiscalYear: Number(year), amountThousandYen }];
  }),
  endFiscalYear: typedAmount(form, 'endFiscalYear'),
  obligatory: form.text('obligatory') === 'yes',
  alternativeGroup: form.text('alternativeGroup').trim().slice(0, 80),
  divisionPriority: typedAmount(form, 'divisionPriority'),
  reason: form.text('reason'),
  offsets: prefixed(form, 'offset.').flatMap((freedByKey) => {
    const amountThousandYen = typedAmount(form, `offset.${freedByKey}`);
    return amountThousandYen === null ? [] : [{ freedByKey, amountThousandYen }];
  }),
});
