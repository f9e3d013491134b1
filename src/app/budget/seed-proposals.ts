import { loadProposals } from '../../db/read-budget.ts';
import { loadPlanAmounts } from '../../db/read-plan-amounts.ts';
import { findYearlyCycle, loadProgrammes, loadProgrammeYears } from '../../db/read-programme.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertProposals } from '../../db/write-budget-proposal.ts';
import { may } from '../../domain/access/may.ts';
import { baseAmountOf, classOf } from '../../domain/budget/base-amounts.ts';
import type { BudgetProposal } from '../../domain/budget/budget.ts';
import { kindOfAmount, proposalAsSaid } from '../../domain/budget/proposal-as-said.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import type { Refusal } from '../refusal.ts';
import { refused } from '../refusal.ts';
import { beforeSettling, openYear } from './budget-context.ts';
import { evaluationSaid } from './evaluation-said.ts';

export interface Seeded {
  readonly made: number;
  /** Programmes without an amount, a unit or a class: nothing is proposed for them. */
  readonly leftOut: number;
}

/**
 * 提案をまとめて作る: one for each programme that has none. It goes the way the evaluation said, by as much as the rule
 * of the year gives that direction; where the rule gives nothing it is as it was in the base year. 実施計画 comes first:
 * what is settled there has its amount. All of it is a draft: the division decides.
 */
export const seedProposals = (acting: Acting, fiscalYear: number): Promise<Result<Seeded, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'budget.manage')) return refused('not-allowed');
    const open = await openYear(tx, fiscalYear, beforeSettling);
    if (!open.ok) return open;
    const { year, scheme, frameUnitOf } = open.value;
    const known = new Set((await loadProposals(tx, fiscalYear)).map(({ programmeKey }) => programmeKey));
    const { programmeTypes } = await findYearlyCycle(tx);
    const settledIn = new Map(programmeTypes.map((type) => [type.key, type.settledIn]));
    const obligatory = new Set(scheme.expenseClasses.filter((each) => each.obligatory).map(({ key }) => key));
    const years = new Map(
      (await loadProgrammeYears(tx, { fiscalYears: [year.baseFiscalYear] })).map((each) => [
        each.programmeKey,
        each,
      ]),
    );
    const planned = await loadPlanAmounts(tx, fiscalYear);
    const said = await evaluationSaid(tx, year.roundKey);
    const missing = (await loadProgrammes(tx)).filter(({ programmeKey }) => !known.has(programmeKey));
    const made = missing.flatMap((programme): readonly BudgetProposal[] => {
      const { programmeKey } = programme;
      const of = years.get(programmeKey);
      const amount = of === undefined ? 'no-amount' : baseAmountOf(scheme, of);
      const unitKey = of?.unitKey ?? programme.unitKey;
      const expenseClass = classOf(scheme, programme);
      if (typeof amount === 'string' || unitKey === null || expenseClass === null) return [];
      const where = settledIn.get(programme.typeKey ?? '') ?? 'budget';
      const plan = where === 'implementation-plan' ? planned.get(programmeKey) : undefined;
      const word = said.get(programmeKey);
      const begun = proposalAsSaid(
        scheme,
        { unitKey: frameUnitOf(unitKey), expenseClass },
        word?.common ?? null,
        amount,
      );
      const general = plan === undefined ? begun.generalThousandYen : (plan.generalThousandYen ?? amount);
      const kind = plan === undefined ? begun.kind : kindOfAmount(amount, general);
      // Money of others stays; what is stopped needs none.
      const others = kind === 'stop' ? 0 : Math.max(0, (of?.[scheme.base.of].totalThousandYen ?? 0) - amount);
      return [
        {
          fiscalYear,
          proposalKey: programmeKey,
          programmeKey,
          name: programme.name.slice(0, 200),
          unitKey,
          expenseClass,
          kind,
          settledIn: where,
          baseGeneralThousandYen: amount,
          requestedThousandYen: Math.max(general, plan?.amountThousandYen ?? general + others),
          requestedGeneralThousandYen: general,
          allocatedGeneralThousandYen: null,
          laterYears: [],
          endFiscalYear: programme.endFiscalYear,
          obligatory: obligatory.has(expenseClass) || programme.legalObligation === 'obliged',
          alternativeGroup: '',
          divisionPriority: null,
          planningPriority: null,
          planningNote: '',
          worth: null,
          evaluationWord: word?.word ?? '',
          evaluationClass: word?.common ?? '',
          reason:
            plan !== undefined
              ? '実施計画で確定した額'
              : kind === 'continue'
                ? ''
                : `評価の方向「${word?.word ?? ''}」による額（規則の率 ${begun.rate ?? ''}）`,
          state: 'draft',
          decisionReason: '',
        },
      ];
    });
    await insertProposals(tx, made, stampOf(acting));
    return ok({ made: made.length, leftOut: missing.length - made.length });
  });
