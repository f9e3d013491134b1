import type { Acting } from '../app/acting.ts';
import { saveProposal } from '../app/budget/save-proposal.ts';
import { loadProposals } from '../db/read-budget.ts';
import { withTenant } from '../db/tenant.ts';
import { addedBy, freedBy } from '../domain/budget/offsets.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';

/**
 * 見合いの財源 of what the evaluation would enlarge: the rule asks for one, and the town's document names none. Each draws
 * on one proposal that frees enough, of its own division where there is one; that it is a sample stands in the reason.
 */
export const loadSampleOffsets = async (
  acting: Acting,
  fiscalYear: number,
): Promise<Result<null, readonly Problem[]>> => {
  const proposals = await withTenant(acting.db, acting.as, (tx) => loadProposals(tx, fiscalYear));
  const left = new Map(proposals.map((each) => [each, freedBy(each)]));
  for (const proposal of proposals) {
    const needed = addedBy(proposal);
    if (proposal.kind !== 'expand' || needed === 0) continue;
    const enough = [...left].filter(([, freed]) => freed >= needed).map(([each]) => each);
    const from = enough.find(({ unitKey }) => unitKey === proposal.unitKey) ?? enough[0];
    if (from === undefined) continue;
    left.set(from, (left.get(from) ?? 0) - needed);
    const { proposalKey, version, ...text } = proposal;
    const saved = await saveProposal(
      acting,
      fiscalYear,
      proposalKey,
      {
        ...text,
        reason: `${text.reason}。見合いの財源は見本で、町の資料にはありません`,
        offsets: [{ freedByKey: from.proposalKey, amountThousandYen: needed }],
      },
      version,
    );
    if (!saved.ok) return saved;
  }
  return ok(null);
};
