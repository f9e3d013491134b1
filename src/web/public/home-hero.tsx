import { Fragment } from 'react';
import type { IdentityEntry } from '../../domain/plan/plan.ts';
import type { TownFrame } from '../components/frame.ts';
import { type PlanView, planHref } from '../components/plan-view.ts';
import { formatPeriod } from '../text/dates.ts';

/** What a town would say first about itself, in this order. */
const leadingKinds: readonly IdentityEntry['kind'][] = [
  'vision',
  'aim',
  'mission',
  'purpose',
  'brand-vision',
];

const leadingEntry = (identity: readonly IdentityEntry[]): IdentityEntry | null => {
  for (const kind of leadingKinds) {
    const entry = identity.find((candidate) => candidate.kind === kind);
    if (entry !== undefined) return entry;
  }
  return null;
};

/** 多彩な暮らし、叶えるまち。— 田園都市しおじり —: what stands between dashes is a line of its own. */
const splitSubtitle = (text: string): readonly [string, string | null] => {
  const match = /^(.+?)\s*((?:—|―|–)+.+(?:—|―|–)+)$/u.exec(text);
  return [match?.[1] ?? text, match?.[2] ?? null];
};

/** The vision as one large sentence; the h1 of the home page. */
export const Hero = ({ frame, plan }: { readonly frame: TownFrame; readonly plan: PlanView }) => {
  const { header } = plan.content;
  const lead = leadingEntry(header.identity);
  const purpose = header.identity.find((entry) => entry.kind === 'purpose' && entry !== lead);
  const [vision, subtitle] = splitSubtitle(lead?.text ?? header.title);
  return (
    <div className="hero">
      <div className="wrap hero__inner">
        <p className="hero__label" lang="ja">
          {lead?.label ?? header.kindLabel}
        </p>
        <h1 className="hero__vision" lang="ja">
          {vision.split(/\s+/u).map((phrase, at) => (
            <Fragment key={phrase}>
              {at === 0 ? null : ' '}
              <span className="hero__phrase">{phrase}</span>
            </Fragment>
          ))}
          {subtitle === null ? null : <span className="hero__subtitle">{subtitle}</span>}
        </h1>
        {lead === null || lead.explanation === '' ? null : (
          <p className="hero__explanation" lang="ja">
            {lead.explanation}
          </p>
        )}
        {purpose === undefined ? null : (
          <p className="hero__purpose" lang="ja">
            <span className="hero__purpose-label">{purpose.label}</span>
            {purpose.text}
          </p>
        )}
        <p className="hero__plan">
          <a href={planHref(frame, plan.slug)}>
            {vision === header.title ? frame.t.home.wholePlan : <span lang="ja">{header.title}</span>}
          </a>
          <span className="quiet">
            {formatPeriod(header.startFiscalYear, header.endFiscalYear, frame.language)}
          </span>
        </p>
      </div>
    </div>
  );
};
