import type { Database } from '../../src/db/connection.ts';
import { budgetFrame, budgetProposal, budgetScheme, budgetYear } from '../../src/db/schema/budget.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { budgetSchemeFile } from '../factories/budget-scheme.ts';

/** A budget nobody has published, with a frame and a proposal in which the mark stands. */
export const plantBudget = (db: Database, municipality: MunicipalityCode, mark: string, unitKey: string) =>
  withTenant(db, { municipality, actor: 'test', origin: 'test' }, async ({ q }) => {
    const id = { municipality, schemeKey: 'waku', schemeVersion: 1 };
    const name = `枠の規則 ${mark}`;
    const content = { ...budgetSchemeFile('saku'), schemeKey: 'waku', name };
    await q.insert(budgetScheme).values({ ...id, name, content, state: 'draft' });
    await q.insert(budgetYear).values({
      ...id,
      fiscalYear: 2026,
      baseFiscalYear: 2024,
      state: 'notified',
      note: `予算の覚え ${mark}`,
    });
    await q.insert(budgetFrame).values({
      municipality,
      fiscalYear: 2026,
      unitKey,
      expenseClass: 'general',
      computed: 1000,
      steps: [],
      adjustment: 10,
      adjustmentReason: `調整の理由 ${mark}`,
    });
    await q.insert(budgetProposal).values({
      municipality,
      fiscalYear: 2026,
      proposalKey: 'teian',
      name: `提案 ${mark}`,
      unitKey,
      expenseClass: 'general',
      kind: 'new',
      settledIn: 'budget',
      baseGeneral: 0,
      requested: 100,
      requestedGeneral: 100,
      laterYears: [],
      obligatory: 'no',
      alternativeGroup: '',
      planningNote: '',
      evaluationWord: '',
      evaluationClass: '',
      reason: mark,
      state: 'submitted',
      decisionReason: '',
    });
  });
