import { loadOffsets, loadProposals, type StoredProposal } from '../../db/read-budget.ts';
import { findYearlyCycle, loadProgrammes } from '../../db/read-programme.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import {
  deleteProposal,
  insertProposals,
  replaceOffsets,
  updateProposals,
} from '../../db/write-budget-proposal.ts';
import { may } from '../../domain/access/may.ts';
import type { BudgetProposal } from '../../domain/budget/budget.ts';
import { checkProposal, type ProposalText } from '../../domain/budget/check-proposal.ts';
import { checkOffsetGiven, checkOffsets, type ProposalOffset } from '../../domain/budget/offsets.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { newKey } from '../new-key.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { type BudgetContext, beforeSettling, openYear } from './budget-context.ts';
import { checkBase } from './check-base.ts';
import { evaluationSaid } from './evaluation-said.ts';

/** A proposal as typed, with what pays for it. */
export interface TypedProposal extends ProposalText {
  /** null: something new that is no programme yet */
  readonly programmeKey: string | null;
  readonly offsets: readonly Omit<ProposalOffset, 'proposalKey'>[];
}

const mayPropose = (acting: Acting, { ancestors }: BudgetContext, unitKey: string): boolean =>
  may(acting.actor, 'budget.propose', { unitKeys: [unitKey], ancestors });

/** Draft, or undecided: what has been decided is decided again by whoever allocates. */
const writable = (proposal: StoredProposal): Refusal | null =>
  proposal.state === 'draft'
    ? null
    : [
        {
          code: 'proposal-handed-in',
          path: ['state'],
          severity: 'error',
          params: { name: proposal.name, state: proposal.state },
        },
      ];

/** What a new proposal does not say itself. */
const blankOf = async (
  tx: TenantTx,
  { year }: BudgetContext,
  programmeKey: string | null,
): Promise<
  Pick<BudgetProposal, 'settledIn' | 'evaluationWord' | 'evaluationClass'> | 'programme-unknown'
> => {
  if (programmeKey === null) return { settledIn: 'budget', evaluationWord: '', evaluationClass: '' };
  const [programme] = await loadProgrammes(tx, { keys: [programmeKey] });
  if (programme === undefined) return 'programme-unknown';
  const { programmeTypes } = await findYearlyCycle(tx);
  const said = (await evaluationSaid(tx, year.roundKey)).get(programmeKey);
  return {
    settledIn: programmeTypes.find(({ key }) => key === programme.typeKey)?.settledIn ?? 'budget',
    evaluationWord: said?.word ?? '',
    evaluationClass: said?.common ?? '',
  };
};

/**
 * Saves a proposal of one's own unit. A draft may lack its offset, never have one that is used elsewhere.
 * @param proposalKey null: a new one
 * @param seen the lock the person read; 0 for a new one
 */
export const saveProposal = (
  acting: Acting,
  fiscalYear: number,
  proposalKey: string | null,
  typed: TypedProposal,
  seen: number,
): Promise<Result<{ readonly proposalKey: string }, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const context = open.value;
    if (!context.units.some(({ unitKey }) => unitKey === typed.unitKey))
      return refused('budget-unit-unknown', ['unitKey']);
    if (!mayPropose(acting, context, typed.unitKey)) return refused('not-allowed', ['unitKey']);
    const all = await loadProposals(tx, fiscalYear);
    const before = all.find((each) => each.proposalKey === proposalKey);
    if (proposalKey !== null) {
      if (before === undefined) return refused('proposal-unknown', ['proposalKey']);
      if (!mayPropose(acting, context, before.unitKey)) return refused('not-allowed', ['unitKey']);
      if (before.version !== seen) return refused('changed-meanwhile', ['proposalKey']);
      const shut = writable(before);
      if (shut !== null) return { ok: false, error: shut };
    }
    const { offsets, ...text } = typed;
    const wrong = refusalOf(checkProposal(context.scheme, fiscalYear, text));
    if (wrong !== null) return wrong;
    const taken = all.find(
      (each) =>
        text.programmeKey !== null &&
        each.programmeKey === text.programmeKey &&
        each.proposalKey !== proposalKey,
    );
    if (taken !== undefined)
      return refused('proposal-programme-taken', ['programmeKey'], { name: taken.name });
    const blank = before ?? (await blankOf(tx, context, text.programmeKey));
    if (blank === 'programme-unknown') return refused('budget-programme-unknown', ['programmeKey']);
    const key = proposalKey ?? newKey();
    const next: BudgetProposal = {
      allocatedGeneralThousandYen: null,
      planningPriority: null,
      planningNote: '',
      worth: null,
      decisionReason: '',
      ...blank,
      ...text,
      programmeKey: before === undefined ? text.programmeKey : before.programmeKey,
      name: text.name.trim(),
      reason: text.reason.trim(),
      fiscalYear,
      proposalKey: key,
      state: 'draft',
    };
    const baseless = refusalOf(await checkBase(tx, context, next, before));
    if (baseless !== null) return baseless;
    const others = (await loadOffsets(tx, fiscalYear)).filter((each) => each.proposalKey !== key);
    const own = offsets.map((each) => ({ ...each, proposalKey: key }));
    const unpaid = refusalOf(
      checkOffsets([...all.filter((each) => each.proposalKey !== key), next], [...others, ...own]),
    );
    if (unpaid !== null) return unpaid;
    await (before === undefined ? insertProposals : updateProposals)(tx, [next], stampOf(acting));
    await replaceOffsets(tx, fiscalYear, key, offsets);
    return ok({ proposalKey: key });
  });

/** 提出する, or take back to go on writing: several at once, all or none. */
export const moveProposals = (
  acting: Acting,
  fiscalYear: number,
  moved: readonly { readonly proposalKey: string; readonly seen: number }[],
  to: 'submitted' | 'draft',
): Promise<Result<{ readonly moved: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const context = open.value;
    const all = new Map((await loadProposals(tx, fiscalYear)).map((each) => [each.proposalKey, each]));
    const offsets = await loadOffsets(tx, fiscalYear);
    if (moved.length === 0) return refused('proposals-none-chosen', ['proposalKey']);
    const problems = moved.flatMap(({ proposalKey, seen }) => {
      const proposal = all.get(proposalKey);
      if (proposal === undefined) return [errorAt('proposal-unknown', [proposalKey])];
      const { name, state } = proposal;
      if (!mayPropose(acting, context, proposal.unitKey)) return [errorAt('not-allowed', [name])];
      if (proposal.version !== seen) return [errorAt('changed-meanwhile', [name])];
      if (state !== (to === 'submitted' ? 'draft' : 'submitted'))
        return [errorAt('proposal-handed-in', [name], { name, state })];
      return to === 'draft'
        ? []
        : [
            ...checkProposal(context.scheme, fiscalYear, proposal),
            ...checkOffsetGiven(context.scheme, proposal, offsets),
          ].map((problem) => ({ ...problem, path: [name, ...problem.path] }));
    });
    const wrong = refusalOf(problems);
    if (wrong !== null) return wrong;
    const said = await evaluationSaid(tx, context.year.roundKey);
    const next = moved.flatMap(({ proposalKey }) => {
      const proposal = all.get(proposalKey);
      if (proposal === undefined) return [];
      // The evaluation may have been approved since the proposal was made: what is handed in stands beside its last word.
      const { word, common } = said.get(proposal.programmeKey ?? '') ?? {
        word: proposal.evaluationWord,
        common: proposal.evaluationClass,
      };
      return [{ ...proposal, evaluationWord: word, evaluationClass: common, state: to }];
    });
    await updateProposals(tx, next, stampOf(acting));
    return ok({ moved: next.length });
  });

/** Takes a draft away that is no programme's, or whose programme is proposed for otherwise. Its trail stays. */
export const removeProposal = (
  acting: Acting,
  fiscalYear: number,
  proposalKey: string,
  seen: number,
): Promise<Result<null, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const proposal = (await loadProposals(tx, fiscalYear, [proposalKey]))[0];
    if (proposal === undefined) return refused('proposal-unknown', ['proposalKey']);
    if (!mayPropose(acting, open.value, proposal.unitKey)) return refused('not-allowed', ['unitKey']);
    if (proposal.version !== seen) return refused('changed-meanwhile', ['proposalKey']);
    const shut = writable(proposal);
    if (shut !== null) return { ok: false, error: shut };
    const drawn = (await loadOffsets(tx, fiscalYear)).some(({ freedByKey }) => freedByKey === proposalKey);
    if (drawn) return refused('proposal-pays-for-other', ['proposalKey'], { name: proposal.name });
    await deleteProposal(tx, fiscalYear, proposalKey);
    return ok(null);
  });
