import { createImplementationPlan } from '../../src/app/implementation/change-plan.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import { otherTownMark, secretMark } from '../factories/public-towns.ts';
import { ours, theirs } from './planted-towns.ts';

/** A draft in each town with the mark in its words, of different years: one town's address is no page of the other. */
export const plantImplementation = async (db: Database): Promise<void> => {
  for (const [town, mark, startFiscalYear] of [
    [ours, secretMark, 2026],
    [theirs, otherTownMark, 2030],
  ] as const) {
    const acting = operator(db, town, new Date('2026-11-20T00:00:00Z'));
    const wanted = { startFiscalYear, years: 3, mode: 'fixed', title: `計画 ${mark}`, note: mark } as const;
    const made = await createImplementationPlan(acting, wanted, 'all');
    if (!made.ok) throw new Error(JSON.stringify(made.error));
  }
};
