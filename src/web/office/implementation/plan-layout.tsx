import type { ReactNode } from 'react';
import type { StoredImplementationPlan } from '../../../db/read-implementation.ts';
import { OfficeLayout, type OfficeLayoutProps } from '../layout.tsx';
import { stateNames } from './implementation-words.data.ts';

interface PlanLayoutProps extends Omit<OfficeLayoutProps, 'current' | 'breadcrumb' | 'title'> {
  readonly plan: StoredImplementationPlan;
  readonly page: 'overview' | 'sheet' | 'print';
  readonly children: ReactNode;
}

const words = { overview: '合計と点検', sheet: '額の表', print: '印刷する表' } as const;

/** 「確定・第2次補正まで」 */
export const stateText = ({ state, correction }: StoredImplementationPlan): string =>
  `${stateNames[state]}${correction === 0 ? '' : `・第${correction}次補正まで`}`;

/** One 実施計画 and its pages. */
export const PlanLayout = ({ plan, page, children, ...layout }: PlanLayoutProps) => {
  const office = `/m/${layout.town.municipality}/office`;
  const base = `${office}/implementation/${plan.startFiscalYear}`;
  return (
    <OfficeLayout
      {...layout}
      title={page === 'overview' ? plan.title : `${plan.title} ${words[page]}`}
      current="budget"
      breadcrumb={[
        { label: '予算', href: `${office}/budget` },
        { label: '実施計画', href: `${office}/implementation` },
        ...(page === 'overview' ? [] : [{ label: plan.title, href: base }]),
      ]}
    >
      <nav className="section-nav" aria-label="実施計画のページ">
        {(['overview', 'sheet', 'print'] as const).map((each) => (
          <a
            key={each}
            className="chip"
            href={each === 'overview' ? base : `${base}/${each}`}
            aria-current={each === page ? 'page' : undefined}
          >
            {words[each]}
          </a>
        ))}
      </nav>
      {children}
    </OfficeLayout>
  );
};
