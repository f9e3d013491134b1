import { errorAt, type Problem } from '../kernel/problem.ts';
import type { BudgetProposal } from './budget.ts';
import type { BudgetScheme } from './budget-scheme.ts';

/** 見合いの財源: `amountThousandYen` of what `freedByKey` frees pays for `proposalKey`. */
export interface ProposalOffset {
  readonly proposalKey: string;
  readonly freedByKey: string;
  readonly amountThousandYen: number;
}

type Priced = Pick<
  BudgetProposal,
  | 'proposalKey'
  | 'name'
  | 'kind'
  | 'alternativeGroup'
  | 'baseGeneralThousandYen'
  | 'requestedGeneralThousandYen'
>;

/** What a reduction frees; 0 for what frees nothing. */
export const freedBy = ({ kind, baseGeneralThousandYen, requestedGeneralThousandYen }: Priced): number =>
  kind === 'reduce' || kind === 'stop'
    ? Math.max(0, baseGeneralThousandYen - requestedGeneralThousandYen)
    : 0;

/** What a proposal adds to the base year. */
export const addedBy = ({ baseGeneralThousandYen, requestedGeneralThousandYen }: Priced): number =>
  Math.max(0, requestedGeneralThousandYen - baseGeneralThousandYen);

const sum = (offsets: readonly ProposalOffset[]): number =>
  offsets.reduce((total, { amountThousandYen }) => total + amountThousandYen, 0);

/** What is really drawn: of proposals that exclude each other only one is carried out, the dearest at worst. */
const drawnBy = (offsets: readonly ProposalOffset[], groupOf: (proposalKey: string) => string): number =>
  Map.groupBy(offsets, ({ proposalKey }) => groupOf(proposalKey) || proposalKey)
    .values()
    .reduce((total, rivals) => {
      const each = Map.groupBy(rivals, ({ proposalKey }) => proposalKey).values();
      return total + Math.max(...each.map(sum));
    }, 0);

/** No money is used twice: of each proposal, the offsets drawn on it are not more than it frees. */
export const checkOffsets = (
  proposals: readonly Priced[],
  offsets: readonly ProposalOffset[],
): readonly Problem[] => {
  const byKey = new Map(proposals.map((each) => [each.proposalKey, each]));
  const drawn = Map.groupBy(offsets, ({ freedByKey }) => freedByKey);
  return [...drawn].flatMap(([key, list]): readonly Problem[] => {
    const from = byKey.get(key);
    if (from === undefined) return [errorAt('offset-unknown', ['offsets'], { key })];
    const wrong = list.some(
      ({ amountThousandYen }) => !Number.isSafeInteger(amountThousandYen) || amountThousandYen <= 0,
    );
    if (wrong) return [errorAt('budget-amount', ['offsets'])];
    const freed = freedBy(from);
    const used = drawnBy(list, (user) => {
      const group = byKey.get(user)?.alternativeGroup ?? '';
      return group === '' ? '' : `group ${group}`;
    });
    if (freed === 0) return [errorAt('offset-frees-nothing', ['offsets'], { name: from.name })];
    return used > freed
      ? [
          errorAt('offset-used-twice', ['offsets'], {
            name: from.name,
            freed,
            used,
            over: used - freed,
            users: list.map(({ proposalKey }) => byKey.get(proposalKey)?.name ?? proposalKey),
          }),
        ]
      : [];
  });
};

/** What must have an offset has one as great as what it adds: asked when it is submitted. */
export const checkOffsetGiven = (
  scheme: BudgetScheme,
  proposal: Priced,
  offsets: readonly ProposalOffset[],
): readonly Problem[] => {
  if (!scheme.proposals.offsetFor.includes(proposal.kind)) return [];
  const given = sum(offsets.filter(({ proposalKey }) => proposalKey === proposal.proposalKey));
  const needed = addedBy(proposal);
  return given < needed
    ? [
        errorAt('offset-required', ['offsets'], {
          name: proposal.name,
          needed,
          given,
          lacking: needed - given,
        }),
      ]
    : [];
};
