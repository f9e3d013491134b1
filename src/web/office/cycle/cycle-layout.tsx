import type { ReactNode } from 'react';
import { OfficeLayout, type OfficeLayoutProps } from '../layout.tsx';

interface CycleLayoutProps extends Omit<OfficeLayoutProps, 'current' | 'breadcrumb'> {
  readonly page: 'calendar' | 'start' | 'edit' | 'templates';
  readonly children: ReactNode;
}

/** 年度サイクル and the pages below it. */
export const CycleLayout = ({ page, children, ...layout }: CycleLayoutProps) => {
  const office = `/m/${layout.town.municipality}/office`;
  const pages = [
    { key: 'calendar', label: '年間の予定', href: `${office}/cycle` },
    { key: 'start', label: 'はじめての年度サイクル', href: `${office}/cycle/start` },
  ];
  return (
    <OfficeLayout
      {...layout}
      current="programmes"
      breadcrumb={[
        { label: '事業と評価', href: `${office}/programmes` },
        ...(page === 'calendar' ? [] : [{ label: '年度サイクル', href: `${office}/cycle` }]),
      ]}
    >
      <nav className="section-nav" aria-label="年度サイクルのページ">
        {pages.map(({ key, label, href }) => (
          <a key={key} className="chip" href={href} aria-current={key === page ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {children}
    </OfficeLayout>
  );
};
