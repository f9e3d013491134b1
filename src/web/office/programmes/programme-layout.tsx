import type { ReactNode } from 'react';
import type { ProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { OfficeLayout, type OfficeLayoutProps } from '../layout.tsx';

interface ProgrammeLayoutProps extends Omit<OfficeLayoutProps, 'current' | 'breadcrumb' | 'title'> {
  readonly desk: ProgrammeDesk;
  readonly page: 'overview' | 'edit' | 'year' | 'measures';
  readonly title?: string;
  readonly children: ReactNode;
}

export const programmeHref = (code: string, programmeKey: string): string =>
  `/m/${code}/office/programmes/${encodeURIComponent(programmeKey)}`;

/** The pages of one programme. */
export const ProgrammeLayout = ({ desk, page, title, children, ...layout }: ProgrammeLayoutProps) => {
  const { programme, mayEdit } = desk;
  const list = `/m/${layout.town.municipality}/office/programmes`;
  const href = programmeHref(layout.town.municipality, programme.programmeKey);
  const pages = [
    { key: 'overview', label: '概要', href },
    ...(mayEdit
      ? [
          { key: 'edit', label: '基本を直す', href: `${href}/edit` },
          { key: 'year', label: '年度の記録', href: `${href}/years` },
          { key: 'measures', label: '指標と実績', href: `${href}/measures` },
        ]
      : []),
  ];
  return (
    <OfficeLayout
      {...layout}
      title={title === undefined ? programme.name : `${programme.name} — ${title}`}
      current="programmes"
      breadcrumb={[
        { label: '事務事業', href: `${list}#p-${programme.programmeKey}` },
        ...(page === 'overview' ? [] : [{ label: programme.name, href }]),
      ]}
    >
      <nav className="section-nav" aria-label="この事業のページ">
        {pages.map(({ key, label, href: to }) => (
          <a key={key} className="chip" href={to} aria-current={key === page ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {children}
    </OfficeLayout>
  );
};
