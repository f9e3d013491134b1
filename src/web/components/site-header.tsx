import { href, type TownFrame, townName } from './frame.ts';
import { HeaderTools } from './header-tools.tsx';

export type SiteSection =
  | 'home'
  | 'plan'
  | 'indicators'
  | 'evaluations'
  | 'population'
  | 'sdgs'
  | 'department-goals'
  | 'history'
  | 'open-data'
  | 'search';

const sections = (frame: TownFrame): readonly { section: SiteSection; label: string; href: string }[] => {
  const { t } = frame;
  const goals = frame.plans.some((plan) => plan.kind === 'department-goals');
  return [
    { section: 'home', label: t.nav.home, href: href(frame) },
    ...(frame.mainPlan === null
      ? []
      : [
          { section: 'plan' as const, label: t.nav.plan, href: href(frame, `/plans/${frame.mainPlan.slug}`) },
        ]),
    { section: 'indicators', label: t.nav.indicators, href: href(frame, '/indicators') },
    ...(frame.hasEvaluations
      ? [{ section: 'evaluations' as const, label: t.nav.evaluations, href: href(frame, '/evaluations') }]
      : []),
    ...(frame.hasPopulation
      ? [{ section: 'population' as const, label: t.nav.population, href: href(frame, '/population') }]
      : []),
    ...(frame.namesSdgGoals
      ? [{ section: 'sdgs' as const, label: t.nav.sdgs, href: href(frame, '/sdgs') }]
      : []),
    ...(goals
      ? [
          {
            section: 'department-goals' as const,
            label: t.nav.departmentGoals,
            href: href(frame, '/department-goals'),
          },
        ]
      : []),
    { section: 'history', label: t.nav.history, href: href(frame, '/history') },
    { section: 'open-data', label: t.nav.openData, href: href(frame, '/open-data') },
    { section: 'search', label: t.nav.search, href: href(frame, '/search') },
  ];
};

export interface TownHeaderProps {
  readonly frame: TownFrame;
  readonly section: SiteSection | undefined;
}

export const TownHeader = ({ frame, section }: TownHeaderProps) => (
  <header className="site-header">
    <div className="wrap masthead">
      <a className="masthead__name" href={href(frame)}>
        <span className="masthead__town" lang={frame.language}>
          {townName(frame)}
        </span>
        {frame.mainPlan === null ? null : (
          <span className="masthead__plan" lang="ja">
            {frame.mainPlan.title}
          </span>
        )}
      </a>
      <HeaderTools frame={frame} />
    </div>
    <nav className="site-nav" aria-label={frame.t.nav.label}>
      <div className="wrap">
        <ul className="site-nav__list">
          {sections(frame).map((entry) => (
            <li key={entry.section}>
              <a
                className="site-nav__link"
                href={entry.href}
                aria-current={entry.section === section ? 'true' : undefined}
              >
                {entry.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  </header>
);
