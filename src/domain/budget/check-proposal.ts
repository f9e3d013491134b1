import { errorAt, type Problem } from '../kernel/problem.ts';
import type { BudgetProposal } from './budget.ts';
import type { BudgetScheme } from './budget-scheme.ts';

/** What a person may write of a proposal; the rest follows from the programme and the state. */
export type ProposalText = Pick<
  BudgetProposal,
  | 'name'
  | 'unitKey'
  | 'expenseClass'
  | 'kind'
  | 'baseGeneralThousandYen'
  | 'requestedThousandYen'
  | 'requestedGeneralThousandYen'
  | 'laterYears'
  | 'endFiscalYear'
  | 'obligatory'
  | 'alternativeGroup'
  | 'divisionPriority'
  | 'reason'
>;

const isAmount = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000_000_000;

const amounts = (proposal: ProposalText): readonly Problem[] => {
  const { requestedThousandYen: total, requestedGeneralThousandYen: general } = proposal;
  const wrong = (['requestedThousandYen', 'requestedGeneralThousandYen', 'baseGeneralThousandYen'] as const)
    .filter((field) => !isAmount(proposal[field]))
    .map((field) => errorAt('budget-amount', [field]));
  if (wrong.length > 0) return wrong;
  return general > total
    ? [
        errorAt('sources-do-not-add-up', ['requestedGeneralThousandYen'], {
          total,
          general,
          over: general - total,
        }),
      ]
    : [];
};

/** The amount must do what the kind says. */
const kindFits = (proposal: ProposalText): readonly Problem[] => {
  const { kind, baseGeneralThousandYen: base, requestedGeneralThousandYen: asked } = proposal;
  const at = ['requestedGeneralThousandYen'];
  const params = { base, asked };
  switch (kind) {
    case 'new':
      return base === 0 ? [] : [errorAt('proposal-new-has-base', ['kind'], params)];
    case 'expand':
      return asked > base ? [] : [errorAt('proposal-expand-not-more', at, params)];
    case 'continue':
      return asked === base ? [] : [errorAt('proposal-continue-differs', at, params)];
    case 'reduce':
      return asked < base ? [] : [errorAt('proposal-reduce-not-less', at, params)];
    case 'stop':
      return asked === 0 ? [] : [errorAt('proposal-stop-has-amount', at, params)];
    default:
      return kind satisfies never;
  }
};

/** Years a proposal may reach beyond its own. */
const longestYears = 30;

const years = (
  scheme: BudgetScheme,
  fiscalYear: number,
  { kind, endFiscalYear, laterYears }: ProposalText,
): readonly Problem[] => {
  if (endFiscalYear === null)
    return scheme.proposals.endYearFor.includes(kind)
      ? [errorAt('proposal-end-required', ['endFiscalYear'])]
      : [];
  const last = fiscalYear + longestYears;
  // A year that cannot be read is NaN here: it is in no range.
  if (!(endFiscalYear >= fiscalYear && endFiscalYear <= last))
    return [errorAt('proposal-end-outside', ['endFiscalYear'], { first: fiscalYear, last })];
  const known = new Set(laterYears.map((each) => each.fiscalYear));
  const asked = Array.from({ length: endFiscalYear - fiscalYear }, (_, at) => fiscalYear + 1 + at);
  const missing = asked.filter((year) => !known.has(year));
  return scheme.proposals.totalCostFor.includes(kind) && missing.length > 0
    ? [errorAt('proposal-total-cost', ['laterYears'], { years: missing.map(String) })]
    : [];
};

/** Whether a proposal says what it must, before its offsets are looked at. */
export const checkProposal = (
  scheme: BudgetScheme,
  fiscalYear: number,
  proposal: ProposalText,
): readonly Problem[] => [
  ...(proposal.name.trim() === '' ? [errorAt('proposal-name', ['name'])] : []),
  ...(proposal.name.length > 200
    ? [errorAt('text-too-long', ['name'], { limit: 200, length: proposal.name.length })]
    : []),
  ...(proposal.reason.length > 4000
    ? [errorAt('text-too-long', ['reason'], { limit: 4000, length: proposal.reason.length })]
    : []),
  ...(scheme.expenseClasses.some(({ key }) => key === proposal.expenseClass)
    ? []
    : [errorAt('expense-class-unknown', ['expenseClass'], { key: proposal.expenseClass })]),
  ...(proposal.divisionPriority === null ||
  (Number.isSafeInteger(proposal.divisionPriority) &&
    proposal.divisionPriority >= 1 &&
    proposal.divisionPriority <= 9999)
    ? []
    : [errorAt('budget-priority', ['divisionPriority'])]),
  ...(proposal.laterYears.every(({ amountThousandYen }) => isAmount(amountThousandYen))
    ? []
    : [errorAt('budget-amount', ['laterYears'])]),
  ...(proposal.laterYears.every(
    (later) => later.fiscalYear > fiscalYear && later.fiscalYear <= fiscalYear + longestYears,
  )
    ? []
    : [
        errorAt('proposal-later-outside', ['laterYears'], {
          first: fiscalYear + 1,
          last: fiscalYear + longestYears,
        }),
      ]),
  ...(proposal.kind !== 'continue' && proposal.reason.trim() === ''
    ? [errorAt('proposal-reason', ['reason'], { kind: proposal.kind })]
    : []),
  ...(() => {
    const wrong = amounts(proposal);
    return wrong.length > 0 ? wrong : kindFits(proposal);
  })(),
  ...years(scheme, fiscalYear, proposal),
];
