import type { StoredBudgetYear } from '../../../db/read-budget.ts';
import type { LeftOut } from '../../../domain/budget/base-amounts.ts';
import type { BudgetProposal, ProposalKind, ProposalState } from '../../../domain/budget/budget.ts';
import { digits } from '../../../domain/budget/frame-cell.ts';
import type { Form } from '../../middleware/form.ts';

export const kindWords: Readonly<Record<ProposalKind, string>> = {
  new: '新規',
  expand: '拡大',
  continue: '継続',
  reduce: '縮小',
  stop: '廃止',
};

export const proposalStateWords: Readonly<Record<ProposalState, string>> = {
  draft: '下書き',
  submitted: '提出済み',
  allocated: '配分済み',
  declined: '見送り',
};

export const yearStateWords: Readonly<Record<StoredBudgetYear['state'], string>> = {
  preparing: '準備中',
  notified: '枠を通知済み',
  settled: '確定',
  published: '公表済み',
};

export const leftOutWords: Readonly<Record<LeftOut['why'], string>> = {
  'no-amount': '基準年度の額がない',
  'no-funding': '財源内訳がない',
  'no-unit': '担当の組織が決まっていない',
  'no-class': '経費区分が決まっていない',
};

export const settledInWords: Readonly<Record<BudgetProposal['settledIn'], string>> = {
  'implementation-plan': '実施計画で確定',
  budget: '予算編成で確定',
};

/** 84,210千円 */
export const thousandYen = (amount: number): string => `${digits(amount)}千円`;

/** +1,200 / −300 / 0 */
export const signed = (amount: number): string =>
  amount > 0 ? `+${digits(amount)}` : amount < 0 ? `−${digits(-amount)}` : '0';

/**
 * An amount as people type it: with commas, full-width digits, 千円. null: nothing is typed; NaN: no whole number, which
 * the command refuses with its place.
 */
export const typedAmount = (form: Pick<Form, 'text'>, name: string): number | null => {
  const text = form
    .text(name)
    .normalize('NFKC')
    .replace(/千円$/u, '')
    .replace(/[,\s]/gu, '')
    .replace(/^[−▲△]/u, '-');
  if (text === '') return null;
  return /^-?\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
};

/** Where an amount must be: nothing typed is refused like something that is no number. */
export const requiredAmount = (form: Pick<Form, 'text'>, name: string): number =>
  typedAmount(form, name) ?? Number.NaN;
