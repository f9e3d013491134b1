import type { ReactNode } from 'react';

export interface PageHeadProps {
  readonly title: string;
  /** Over the title, small: number and level, kind of the plan. */
  readonly kicker?: ReactNode;
  readonly lead?: string;
  /** Set where the words are the plan's own Japanese. */
  readonly lang?: 'ja' | undefined;
}

export const PageHead = ({ title, kicker, lead, lang }: PageHeadProps) => (
  <div className="page-head">
    {kicker === undefined ? null : (
      <p className="page-head__kicker" lang={lang}>
        {kicker}
      </p>
    )}
    <h1 lang={lang}>{title}</h1>
    {lead === undefined ? null : <p className="page-head__lead">{lead}</p>}
  </div>
);
