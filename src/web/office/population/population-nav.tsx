import { may } from '../../../domain/access/may.ts';
import type { Viewer } from '../../middleware/session.ts';

export type PopulationPage = 'series' | 'scenarios' | 'districts' | 'import' | 'estat';

/** The pages of 人口; taking figures in is 企画's alone. */
export const PopulationNav = ({
  office,
  viewer,
  current,
}: {
  readonly office: string;
  readonly viewer: Viewer;
  readonly current: PopulationPage;
}) => {
  const home = `${office}/population`;
  const pages: readonly { readonly key: PopulationPage; readonly label: string; readonly href: string }[] = [
    { key: 'series', label: '人口の系列', href: home },
    { key: 'scenarios', label: 'シナリオ', href: `${home}/scenarios` },
    { key: 'districts', label: '地区別', href: `${home}/districts` },
    ...(may(viewer.actor, 'population.manage')
      ? [
          { key: 'import' as const, label: 'ファイルの取込み', href: `${home}/import` },
          { key: 'estat' as const, label: 'e-Statから取り込む', href: `${home}/estat` },
        ]
      : []),
  ];
  return (
    <nav className="section-nav" aria-label="人口のページ">
      {pages.map(({ key, label, href }) => (
        <a key={key} className="chip" href={href} aria-current={key === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
};
