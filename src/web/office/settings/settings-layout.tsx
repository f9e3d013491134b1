import type { ReactNode } from 'react';
import { type Action, may } from '../../../domain/access/may.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { OfficeLayout, type OfficeLayoutProps } from '../layout.tsx';

export type SettingsPage = 'users' | 'units' | 'areas' | 'town' | 'audit';

/** 設定 and who may open each of its pages. Units and areas are there for everyone to read. */
export const settingsPages: readonly {
  readonly page: SettingsPage;
  readonly label: string;
  readonly about: string;
  readonly action: Action | null;
}[] = [
  { page: 'users', label: '職員', about: 'アカウント、役割、ログインの停止と解除', action: 'user.manage' },
  { page: 'units', label: '組織', about: '部・課・係と、組織改編の引き継ぎ', action: null },
  { page: 'areas', label: 'エリア', about: '広域圏・市町村・地区・小学校区', action: null },
  { page: 'town', label: '団体', about: '名前、基調色、点検の基準、公開画面', action: 'settings.manage' },
  { page: 'audit', label: '監査証跡', about: 'だれが、いつ、何を変えたか', action: 'audit.view' },
];

export const openSettingsPages = (viewer: OfficeEnv['Variables']['viewer']): typeof settingsPages =>
  settingsPages.filter(({ action }) => action === null || may(viewer.actor, action));

interface SettingsLayoutProps extends Omit<OfficeLayoutProps, 'current' | 'breadcrumb'> {
  readonly page: SettingsPage;
  /** A page below the list: its list is the last crumb. */
  readonly below?: boolean;
  readonly children: ReactNode;
}

export const SettingsLayout = ({ page, below = false, children, ...layout }: SettingsLayoutProps) => {
  const base = `/m/${layout.town.municipality}/office/settings`;
  const here = settingsPages.find((each) => each.page === page);
  return (
    <OfficeLayout
      {...layout}
      current="settings"
      breadcrumb={[
        { label: '設定', href: base },
        ...(below && here !== undefined ? [{ label: here.label, href: `${base}/${page}` }] : []),
      ]}
    >
      <nav className="section-nav" aria-label="設定のページ">
        {openSettingsPages(layout.viewer).map((each) => (
          <a
            key={each.page}
            className="chip"
            href={`${base}/${each.page}`}
            aria-current={each.page === page ? (below ? 'true' : 'page') : undefined}
          >
            {each.label}
          </a>
        ))}
      </nav>
      {children}
    </OfficeLayout>
  );
};
