import type { ReactNode } from 'react';
import { Document } from './document.tsx';
import { localised, type ViewFrame } from './frame.ts';
import { HeaderTools } from './header-tools.tsx';

export interface PlainLayoutProps {
  readonly frame: ViewFrame;
  readonly title: string;
  readonly description?: string;
  readonly noIndex?: boolean;
  readonly children: ReactNode;
}

/** Pages outside any town: the directory, and what does not exist. */
export const PlainLayout = ({ frame, title, description, noIndex, children }: PlainLayoutProps) => (
  <Document
    language={frame.language}
    title={title}
    description={description}
    textSize={frame.textSize}
    noIndex={noIndex}
    icon={frame.assets('icon.svg')}
    stylesheets={[frame.assets('main.css')]}
    lateStylesheets={[frame.assets('fonts.css')]}
  >
    <a className="skip-link" href="#main">
      {frame.t.skip}
    </a>
    <header className="site-header">
      <div className="wrap masthead">
        <a className="masthead__name" href={localised(frame, '/')}>
          <span className="masthead__town">{frame.t.site.name}</span>
          <span className="masthead__plan">{frame.t.site.tagline}</span>
        </a>
        <HeaderTools frame={frame} />
      </div>
    </header>
    <main id="main" tabIndex={-1} className="page wrap">
      {children}
    </main>
  </Document>
);
