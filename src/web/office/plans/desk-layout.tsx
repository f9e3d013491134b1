import type { ReactNode } from 'react';
import type { ListedRevision } from '../../../app/plan/read-plan-desk.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { RevisionStatus } from '../../../domain/plan/revision.ts';
import { OfficeLayout } from '../layout.tsx';
import type { DeskPage } from './desk.ts';

export type DeskSection =
  | 'tree'
  | 'basics'
  | 'levels'
  | 'identity'
  | 'situation'
  | 'calendar'
  | 'lineage'
  | 'checks'
  | 'difference'
  | 'preview'
  | 'flow'
  | 'data';

const sections: readonly { readonly key: DeskSection; readonly label: string; readonly path: string }[] = [
  { key: 'tree', label: '体系と項目', path: '' },
  { key: 'basics', label: '計画の基本', path: '/basics' },
  { key: 'identity', label: '理念・都市像', path: '/identity' },
  { key: 'situation', label: '環境・強み・不安', path: '/situation' },
  { key: 'levels', label: '階層', path: '/levels' },
  { key: 'calendar', label: '見直し周期', path: '/calendar' },
  { key: 'lineage', label: '系譜', path: '/lineage' },
  { key: 'checks', label: '点検', path: '/checks' },
  { key: 'difference', label: '違い', path: '/difference' },
  { key: 'preview', label: '公開画面の見え方', path: '/preview' },
  { key: 'flow', label: '承認と公開', path: '/flow' },
  { key: 'data', label: 'データ', path: '/data' },
];

export const statusNames: Readonly<Record<RevisionStatus, string>> = {
  draft: '下書き',
  approved: '承認済み',
  scheduled: '施行待ち',
  'in-force': '施行中',
  superseded: '旧版',
};

type StandingRevision = Pick<ListedRevision, 'status' | 'isOver'>;

/** What is in force of a plan whose years are over is only its last revision. */
export const StatusTag = ({ revision: { status, isOver } }: { readonly revision: StandingRevision }) =>
  status === 'in-force' && isOver ? (
    <span className="tag status-tag">終了した計画の最後の版</span>
  ) : (
    <span className={`tag status-tag status-tag--${status}`}>{statusNames[status]}</span>
  );

/** Who can move the revision next. */
const nextStep: Readonly<Record<RevisionStatus, string>> = {
  draft: '次: 企画担当が整え、首長・本部が承認します。',
  approved: '次: 理由と施行日を決めて公開します。内容はもう変わりません。',
  scheduled: '施行日に公開画面へ出ます。それまでは取り下げられます。',
  'in-force': '公開中です。変えるときは新しい改定を始めます。',
  superseded: '以前の版です。公開画面の履歴から読めます。',
};

export const formatPeriod = (start: number, end: number): string =>
  `${formatFiscalYear(start, 'wareki')}〜${formatFiscalYear(end, 'wareki')}`;

interface DeskLayoutProps {
  readonly desk: DeskPage;
  readonly section: DeskSection;
  readonly title: string;
  /** Places between the desk and this page. */
  readonly above?: readonly { readonly label: string; readonly href: string }[];
  readonly notice?: string | undefined;
  readonly problems?: readonly string[] | undefined;
  readonly scripts?: readonly string[];
  readonly children: ReactNode;
}

/** Frame of every page about one revision: which, in what state, who is next, and its other pages. */
export const DeskLayout = (props: DeskLayoutProps) => {
  const { desk, section, title, above = [], children } = props;
  const { town, viewer, revision, deskHref } = desk;
  const plans = `/m/${town.municipality}/office/plans`;
  return (
    <OfficeLayout
      title={title}
      town={town}
      viewer={viewer}
      current="plans"
      breadcrumb={[
        { label: '計画', href: plans },
        { label: revision.title, href: `${plans}/${desk.plan.slug}` },
        { label: revision.label, href: deskHref },
        ...above,
      ]}
      notice={props.notice}
      problems={props.problems}
      scripts={props.scripts ?? []}
      publicHref={`/m/${town.municipality}/plans/${desk.plan.slug}`}
    >
      <div className="desk-head">
        <p className="desk-head__state">
          <StatusTag revision={revision} />
          <span>{nextStep[revision.status]}</span>
        </p>
        <p className="desk-head__facts">
          {revision.title} {revision.label}／{formatPeriod(revision.startFiscalYear, revision.endFiscalYear)}
          {revision.effectiveOn !== null && `／施行日 ${formatJapaneseDate(revision.effectiveOn)}`}
        </p>
      </div>
      <nav className="desk-nav" aria-label="この改定のページ">
        <ul>
          {sections.map(({ key, label, path }) => (
            <li key={key}>
              <a
                href={`${deskHref}${path}`}
                {...(key === section ? { 'aria-current': 'page' as const } : {})}
              >
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
