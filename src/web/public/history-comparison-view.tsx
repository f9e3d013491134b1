import { itemMarks } from '../../domain/plan/difference.ts';
import { ComparisonTable } from '../components/difference/comparison-table.tsx';
import { ContentDifferenceView } from '../components/difference/content-difference.tsx';
import { localised, type TownFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { itemHref } from '../components/plan-view.ts';
import { formatDate } from '../text/dates.ts';
import { differenceWords } from '../text/difference.ts';
import type { Comparison } from './history-comparison.ts';

interface Props {
  readonly frame: TownFrame;
  readonly comparison: Comparison;
  readonly view: 'inline' | 'table';
  readonly title: string;
}

/** The same address with the other view. */
const viewHref = (frame: TownFrame, view: 'inline' | 'table'): string => {
  const [path = '', search = ''] = frame.path.split('?');
  const query = new URLSearchParams(search);
  query.set('view', view);
  return localised(frame, `${path}?${query}`);
};

/** One comparison, told in the text itself or as a 新旧対照表. */
export const ComparisonView = ({ frame, comparison, view, title }: Props) => {
  const { t, language } = frame;
  const { plan, from, to, difference, nameOf } = comparison;
  const words = differenceWords(language);
  const labels = { inline: t.history.inline, table: t.history.sideBySide };
  return (
    <>
      <PageHead title={title} kicker={plan.title} lang={language === 'ja' ? 'ja' : undefined} />
      <dl className="facts facts--row">
        {[from, to].map((side) => (
          <div key={side.label}>
            <dt lang="ja">{side.label}</dt>
            <dd>
              {side.revision.effectiveOn === null
                ? null
                : t.plan.effectiveOn(formatDate(side.revision.effectiveOn, language))}
              {side.revision.reason === '' ? null : (
                <p className="quiet small" lang="ja">
                  {side.revision.reason}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="comparison-counts" id="comparison">
        {itemMarks
          .filter((mark) => difference.counts[mark] > 0)
          .map((mark) => (
            <span key={mark} className="tag tag--accent">
              {words.marks[mark]} <b className="number">{difference.counts[mark]}</b>
            </span>
          ))}
        <span className="tag">{t.history.unchanged(difference.counts.unchanged)}</span>
      </p>
      <ul className="tags view-switch">
        {(['inline', 'table'] as const).map((each) => (
          <li key={each}>
            <a
              className="chip"
              href={viewHref(frame, each)}
              aria-current={each === view ? 'true' : undefined}
            >
              {labels[each]}
            </a>
          </li>
        ))}
      </ul>
      <div className="comparison-view">
        {view === 'table' ? (
          <ComparisonTable
            difference={difference}
            language={language}
            nameOf={nameOf}
            from={from.label}
            to={to.label}
          />
        ) : (
          <ContentDifferenceView
            difference={difference}
            language={language}
            nameOf={nameOf}
            itemHref={(itemKey) => itemHref(frame, plan.slug, itemKey)}
          />
        )}
      </div>
    </>
  );
};
