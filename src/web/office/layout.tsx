import type { ReactNode } from 'react';
import type { MunicipalityRow } from '../../db/read-town.ts';
import { may, mayAnywhere } from '../../domain/access/may.ts';
import { Breadcrumb, type Crumb } from '../components/breadcrumb.tsx';
import { Document } from '../components/document.tsx';
import type { TextSize } from '../components/frame.ts';
import type { WebDeps } from '../deps.ts';
import type { Viewer } from '../middleware/session.ts';

/** やること, 本部の一枚, 計画, 指標, 事業と評価, 予算, 人口, 設定, and the page of one's own account. */
export type OfficeSection =
  | 'todo'
  | 'dashboard'
  | 'plans'
  | 'indicators'
  | 'programmes'
  | 'budget'
  | 'population'
  | 'settings'
  | 'account';

interface OfficeDocumentProps {
  readonly title: string;
  readonly town: Pick<MunicipalityRow, 'municipality' | 'name'>;
  readonly assets: WebDeps['assets'];
  readonly textSize?: TextSize;
  readonly header?: ReactNode;
  readonly scripts?: readonly string[];
  /** A colour that is being tried out in place of the town's. */
  readonly accent?: string | undefined;
  readonly children: ReactNode;
}

/** The bare document of an office page: for the login, which has no viewer yet, and inside `OfficeLayout`. */
export const OfficeDocument = (props: OfficeDocumentProps) => {
  const { title, town, assets, textSize, header, scripts = [], accent, children } = props;
  // Not the public theme: a town whose site is not open yet has none.
  const theme = `/m/${town.municipality}/office/theme.css`;
  return (
    <Document
      language="ja"
      title={`${title} | ${town.name} 羅針`}
      noIndex
      textSize={textSize ?? 'medium'}
      stylesheets={[
        assets('main.css'),
        assets('office.css'),
        accent === undefined ? theme : `${theme}?accent=${encodeURIComponent(accent)}`,
      ]}
      lateStylesheets={[assets('fonts.css')]}
      scripts={['send-once.js', ...scripts].map(assets)}
    >
      <a className="skip-link" href="#main">
        本文へ移動
      </a>
      {header}
      {children}
    </Document>
  );
};

/** The field every form of the office carries; without it a POST is refused. */
export const CsrfField = ({ viewer }: { readonly viewer: Viewer }) => (
  <input type="hidden" name="_csrf" value={viewer.csrfToken} />
);

interface HeaderProps {
  readonly town: Pick<MunicipalityRow, 'municipality' | 'name'>;
  readonly viewer: Viewer;
  readonly current: OfficeSection;
  readonly publicHref: string | undefined;
}

const OfficeHeader = ({ town, viewer, current, publicHref }: HeaderProps) => {
  const office = `/m/${town.municipality}/office`;
  const entries: readonly { section: OfficeSection; label: string; href: string }[] = [
    { section: 'todo', label: 'やること', href: office },
    // 企画 and 本部 begin a meeting with it; everybody else who reads drafts reaches it by its address.
    ...(may(viewer.actor, 'judgement.publish')
      ? [{ section: 'dashboard' as const, label: '本部の一枚', href: `${office}/dashboard` }]
      : []),
    // 外部評価者 read what is public.
    ...(mayAnywhere(viewer.actor, 'plan.view-draft')
      ? [
          { section: 'plans' as const, label: '計画', href: `${office}/plans` },
          { section: 'indicators' as const, label: '指標', href: `${office}/indicators` },
          { section: 'programmes' as const, label: '事業と評価', href: `${office}/programmes` },
          { section: 'budget' as const, label: '予算', href: `${office}/budget` },
          { section: 'population' as const, label: '人口', href: `${office}/population` },
        ]
      : []),
    { section: 'settings', label: '設定', href: `${office}/settings` },
  ];
  const mark = (section: OfficeSection) =>
    section === current ? ({ 'aria-current': 'true' } as const) : undefined;
  return (
    <header className="office-header">
      <p className="office-header__name">
        <span className="office-header__product">羅針</span> {town.name}
      </p>
      <nav className="office-header__nav" aria-label="主なメニュー">
        <ul>
          {entries.map(({ section, label, href }) => (
            <li key={section}>
              <a href={href} {...mark(section)}>
                {label}
              </a>
            </li>
          ))}
          <li>
            <a href={publicHref ?? `/m/${town.municipality}`}>公開画面で見る</a>
          </li>
        </ul>
      </nav>
      <div className="office-header__user">
        <a href={`${office}/account`} {...mark('account')}>
          {viewer.actor.displayName}
        </a>
        <form method="post" action={`${office}/logout`}>
          <CsrfField viewer={viewer} />
          <button type="submit" className="button button--quiet">
            ログアウト
          </button>
        </form>
      </div>
    </header>
  );
};

export interface OfficeLayoutProps {
  /** Also the page's h1. */
  readonly title: string;
  readonly town: MunicipalityRow;
  readonly viewer: Viewer;
  readonly current: OfficeSection;
  /** The places above this page, nearest last. */
  readonly breadcrumb?: readonly Crumb[];
  /** What has just been done. */
  readonly notice?: string | undefined;
  /** What stands in the way, one sentence each; shown first and announced. */
  readonly problems?: readonly string[] | undefined;
  /** Names of client entries (islands) this page may use; it works without them. */
  readonly scripts?: readonly string[];
  /** The same thing on the public site; else its home page. */
  readonly publicHref?: string | undefined;
  /** A colour that is being tried out in place of the town's. */
  readonly accent?: string | undefined;
  readonly children: ReactNode;
}

export const OfficeLayout = (props: OfficeLayoutProps) => {
  const {
    title,
    town,
    viewer,
    current,
    breadcrumb = [],
    notice,
    problems = [],
    scripts = [],
    publicHref,
    accent,
    children,
  } = props;
  return (
    <OfficeDocument
      title={problems.length > 0 ? `エラー: ${title}` : title}
      town={town}
      assets={viewer.assets}
      textSize={viewer.textSize}
      header={<OfficeHeader town={town} viewer={viewer} current={current} publicHref={publicHref} />}
      scripts={scripts}
      accent={accent}
    >
      {breadcrumb.length > 0 && (
        <div className="wrap">
          <Breadcrumb label="現在の位置" crumbs={[...breadcrumb, { label: title }]} />
        </div>
      )}
      <main id="main" className="wrap office-main" tabIndex={-1}>
        <h1>{title}</h1>
        {problems.length > 0 && (
          <section className="notice notice--problem" role="alert" aria-label="保存できなかった理由">
            <ul>
              {problems.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
        {notice !== undefined && (
          <p className="notice notice--done" role="status">
            {notice}
          </p>
        )}
        {children}
      </main>
    </OfficeDocument>
  );
};
