import type { Context } from 'hono';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../app/refusal.ts';
import { isFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Crumb } from '../../components/breadcrumb.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { OfficeLayout } from '../layout.tsx';
import { placedSentence } from './refusal-sentences.ts';

export type PageEnv = Pick<OfficeEnv['Variables'], 'town' | 'viewer'>;

export const budgetHref = ({ town }: Pick<PageEnv, 'town'>, below = ''): string =>
  `/m/${town.municipality}/office/budget${below}`;

interface BudgetPageProps extends PageEnv {
  readonly title: string;
  readonly above?: readonly Crumb[];
  readonly notice?: string | undefined;
  readonly problems?: readonly Problem[];
  readonly scripts?: readonly string[];
  readonly publicHref?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of every page of 予算. */
export const BudgetPage = ({ problems = [], above, ...props }: BudgetPageProps) => (
  <OfficeLayout
    {...props}
    current="budget"
    breadcrumb={above ?? [{ label: '予算', href: budgetHref(props) }]}
    problems={problems.map(placedSentence)}
  />
);

/** The year of the address; null: none such. */
export const yearParam = (c: Context<OfficeEnv>): number | null => {
  const year = Number(c.req.param('year'));
  return isFiscalYear(year) ? year : null;
};

/** 409 where somebody else was first, 422 for everything else. */
export const statusOf = (problems: Refusal): 409 | 422 =>
  problems.some(({ code }) => code === 'changed-meanwhile') ? 409 : 422;
