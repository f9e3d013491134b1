import type { Programme } from '../programme/programme.ts';
import type { BudgetProposal, PublishedBudgetLine } from './budget.ts';

/**
 * A proposal as the public sees it while the budget is being made. Of a draft nothing is said but the programme, what
 * it had and what its evaluation said; a draft of something new not at all. What is handed in is a request, whatever has
 * been decided of it since. Nothing or one line.
 * @param programme null: it is for something that is no programme yet
 * @param isSaid the evaluation is public
 */
export const lineInMaking = (
  proposal: BudgetProposal,
  {
    programme,
    unitName,
    isSaid,
  }: {
    readonly programme: Pick<Programme, 'number' | 'name'> | null;
    readonly unitName: string;
    readonly isSaid: boolean;
  },
): readonly PublishedBudgetLine[] => {
  const isDraft = proposal.state === 'draft';
  if (isDraft && programme === null) return [];
  return [
    {
      proposalKey: proposal.proposalKey,
      programmeKey: proposal.programmeKey,
      number: programme?.number ?? '',
      name: isDraft && programme !== null ? programme.name : proposal.name,
      unitName,
      kind: isDraft ? null : proposal.kind,
      evaluationWord: isSaid ? proposal.evaluationWord : '',
      evaluationClass: isSaid ? proposal.evaluationClass : '',
      baseGeneralThousandYen: proposal.baseGeneralThousandYen,
      requestedGeneralThousandYen: isDraft ? null : proposal.requestedGeneralThousandYen,
      allocatedGeneralThousandYen: null,
      decisionReason: '',
      offsets: [],
    },
  ];
};
