import type { RevisionRow } from '../../db/read-plan.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { formatDate } from '../text/dates.ts';

const mostChanges = 5;

const newestFirst = (a: RevisionRow, b: RevisionRow): number => {
  const [dayA, dayB] = [a.effectiveOn ?? '', b.effectiveOn ?? ''];
  return dayA < dayB ? 1 : dayA > dayB ? -1 : b.revision - a.revision;
};

/** 変わったこと: what became public, newest first, with the reason given. */
export const Changes = ({ frame }: { readonly frame: TownFrame }) => {
  const { t, language } = frame;
  const newest = [...frame.revisions].sort(newestFirst).slice(0, mostChanges);
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes">{t.home.changes}</h2>
      {newest.length === 0 ? (
        <p>{t.home.noChanges}</p>
      ) : (
        <ol className="changes">
          {newest.map((revision) => (
            <li key={`${revision.planKey}/${revision.revision}`} className="change">
              <time className="change__date" dateTime={revision.effectiveOn ?? undefined}>
                {formatDate(revision.effectiveOn ?? revision.updatedAt, language)}
              </time>
              <div lang="ja">
                <p className="change__what">
                  {revision.title} {revision.label}
                </p>
                {revision.reason === '' ? null : <p className="quiet">{revision.reason}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="more">
        <a href={href(frame, '/history')}>{t.home.allChanges}</a>
      </p>
    </section>
  );
};
