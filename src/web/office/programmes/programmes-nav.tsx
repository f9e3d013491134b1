import { may, mayAnywhere } from '../../../domain/access/may.ts';
import type { Viewer } from '../../middleware/session.ts';

export type ProgrammesPage =
  | 'list'
  | 'costs'
  | 'import'
  | 'settlement'
  | 'evaluation'
  | 'schemes'
  | 'cycle'
  | 'other';

/** The pages of 事業と評価; what only 企画 and 財政 may open is theirs alone. */
export const ProgrammesNav = ({
  office,
  viewer,
  current,
}: {
  readonly office: string;
  readonly viewer: Viewer;
  readonly current: ProgrammesPage;
}) => {
  const manages = may(viewer.actor, 'programme.manage');
  const pages = [
    { key: 'list', label: '事務事業', href: `${office}/programmes` },
    { key: 'costs', label: '経費', href: `${office}/programmes/costs` },
    ...(manages
      ? [
          { key: 'settlement', label: '決算の確定', href: `${office}/programmes/settlement` },
          { key: 'import', label: 'ファイルの取込み', href: `${office}/programmes/import` },
        ]
      : []),
    { key: 'evaluation', label: '評価の回', href: `${office}/evaluation` },
    ...(mayAnywhere(viewer.actor, 'evaluation.view')
      ? [{ key: 'schemes', label: '評価の様式', href: `${office}/evaluation/schemes` }]
      : []),
    { key: 'cycle', label: '年度サイクル', href: `${office}/cycle` },
  ];
  return (
    <nav className="section-nav" aria-label="事業と評価のページ">
      {pages.map(({ key, label, href }) => (
        <a key={key} className="chip" href={href} aria-current={key === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
};
