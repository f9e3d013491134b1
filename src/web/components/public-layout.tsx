import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { Document } from './document.tsx';
import { href, type TownFrame, townName } from './frame.ts';
import { PageRecord, type PageRecordProps } from './page-record.tsx';
import { SiteFooter } from './site-footer.tsx';
import { type SiteSection, TownHeader } from './site-header.tsx';

export interface PublicLayoutProps {
  readonly frame: TownFrame;
  /** Of the page; the town's name is added. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly section?: SiteSection | undefined;
  /** From below the town to the page itself, which has no href. Empty on the home page. */
  readonly crumbs?: readonly Crumb[];
  /** 記事番号 and 更新日, at the end of the page. */
  readonly record?: Omit<PageRecordProps, 'frame'> | undefined;
  readonly noIndex?: boolean;
  /** Addresses of islands of this page alone. */
  readonly scripts?: readonly string[];
  /** Home: its first section runs over the whole width and brings its own margins. */
  readonly bleed?: boolean;
  readonly children: ReactNode;
}

/** Frame of every public page of a town. Children bring the one h1. */
export const PublicLayout = (props: PublicLayoutProps) => {
  const { frame, title, crumbs = [], record } = props;
  const { t, town } = frame;
  return (
    <Document
      language={frame.language}
      title={crumbs.length === 0 ? title : `${title}｜${townName(frame)}`}
      description={props.description}
      textSize={frame.textSize}
      noIndex={props.noIndex}
      icon={frame.assets('icon.svg')}
      stylesheets={[
        frame.assets('main.css'),
        `/m/${town.municipality}/theme.css?c=${town.accentColour.replace('#', '')}`,
      ]}
      lateStylesheets={[frame.assets('fonts.css')]}
      scripts={[frame.assets('print-button.js'), ...(props.scripts ?? [])]}
      alternates={[
        { language: 'ja', href: frame.path },
        { language: 'en', href: `/en${frame.path}` },
      ]}
      feed={{ title: `${town.name} ${t.footer.feed}`, href: `/m/${town.municipality}/feed.xml` }}
    >
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <TownHeader frame={frame} section={props.section} />
      {crumbs.length === 0 ? null : (
        <div className="wrap">
          <Breadcrumb
            label={t.nav.breadcrumb}
            crumbs={[{ label: townName(frame), href: href(frame) }, ...crumbs]}
          />
        </div>
      )}
      <main id="main" tabIndex={-1} className={props.bleed === true ? 'page' : 'page wrap'}>
        {props.children}
        {record === undefined ? null : <PageRecord frame={frame} {...record} bleed={props.bleed === true} />}
      </main>
      <SiteFooter frame={frame} />
    </Document>
  );
};
