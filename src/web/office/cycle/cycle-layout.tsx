import type { ReactNode } from 'react';
import { OfficeLayout, type OfficeLayoutProps } from '../layout.tsx';
import { ProgrammesNav } from '../programmes/programmes-nav.tsx';

interface CycleLayoutProps extends Omit<OfficeLayoutProps, 'current' | 'breadcrumb'> {
  readonly page: 'calendar' | 'start' | 'edit' | 'templates';
  readonly children: ReactNode;
}

/** 年度サイクル and the pages below it. */
export const CycleLayout = ({ page, children, ...layout }: CycleLayoutProps) => {
  const office = `/m/${layout.town.municipality}/office`;
  return (
    <OfficeLayout
      {...layout}
      current="programmes"
      breadcrumb={[
        { label: '事業と評価', href: `${office}/programmes` },
        ...(page === 'calendar' ? [] : [{ label: '年度サイクル', href: `${office}/cycle` }]),
      ]}
    >
      {page === 'calendar' && (
        <>
          <ProgrammesNav office={office} viewer={layout.viewer} current="cycle" />
          <p>
            <a href={`${office}/cycle/start`}>はじめての年度サイクル（何がそろい、何が足りないか）</a>
          </p>
        </>
      )}
      {children}
    </OfficeLayout>
  );
};
