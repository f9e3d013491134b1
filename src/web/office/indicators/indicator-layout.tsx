import type { ReactNode } from 'react';
import type { LoadedIndicator } from '../../../db/read-indicator.ts';
import { may } from '../../../domain/access/may.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { OfficeLayout } from '../layout.tsx';

export type IndicatorSection = 'values' | 'breakdowns' | 'series' | 'targets' | 'judgement' | 'definition';

const sections: readonly { readonly key: IndicatorSection; readonly label: string; readonly path: string }[] =
  [
    { key: 'values', label: '実績値', path: '' },
    { key: 'breakdowns', label: '内訳', path: '/breakdowns' },
    { key: 'series', label: '推計など', path: '/series' },
    { key: 'targets', label: '目標値', path: '/targets' },
    { key: 'judgement', label: '判定', path: '/judgement' },
    { key: 'definition', label: '定義', path: '/definition' },
  ];

interface IndicatorLayoutProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly loaded: LoadedIndicator;
  readonly section: IndicatorSection;
  readonly title: string;
  readonly notice?: string | undefined;
  readonly problems?: readonly string[] | undefined;
  readonly scripts?: readonly string[];
  readonly children: ReactNode;
}

/** Frame of the pages of one indicator. */
export const IndicatorLayout = (props: IndicatorLayoutProps) => {
  const { town, viewer, loaded, section, title, children } = props;
  const list = `/m/${town.municipality}/office/indicators`;
  const { indicator, publishedAt } = loaded;
  const shown = sections.filter(({ key }) => key !== 'definition' || may(viewer.actor, 'indicator.define'));
  const href = `${list}/${encodeURIComponent(indicator.indicatorKey)}`;
  return (
    <OfficeLayout
      title={title}
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[
        { label: '指標', href: list },
        { label: indicator.name, href },
      ]}
      notice={props.notice}
      problems={props.problems}
      scripts={props.scripts ?? []}
      publicHref={`/m/${town.municipality}/indicators/${encodeURIComponent(indicator.indicatorKey)}`}
    >
      <div className="desk-head">
        <p className="desk-head__state">
          <span className={`tag status-tag status-tag--${publishedAt === null ? 'draft' : 'in-force'}`}>
            {publishedAt === null ? '未公開' : '公開中'}
          </span>
          <span>
            {indicator.name}
            {indicator.unit === '' ? '' : `（${indicator.unit}）`}
          </span>
        </p>
      </div>
      <nav className="desk-nav" aria-label="この指標のページ">
        <ul>
          {shown.map(({ key, label, path }) => (
            <li key={key}>
              <a href={`${href}${path}`} {...(key === section ? { 'aria-current': 'page' as const } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </OfficeLayout>
  );
};
