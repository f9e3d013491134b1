import type { ItemVersion } from '../../db/read-item-history.ts';
import type { LineageLink } from '../../domain/plan/lineage.ts';
import { futureOf, historyOf, sameReference } from '../../domain/plan/lineage-history.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { itemHref } from '../components/plan-view.ts';
import { formatDate } from '../text/dates.ts';
import type { ItemPageProps } from './item-page.tsx';

interface Change {
  readonly revision: number;
  readonly fields: readonly string[];
}

/** Which of its texts each revision changed; labels as the page uses them. */
const changesOf = (versions: readonly ItemVersion[], frame: TownFrame): readonly Change[] => {
  const { t } = frame;
  const labels = {
    title: t.item.title,
    desiredState: t.item.desired,
    currentState: t.item.current,
    issue: t.item.issue,
    approach: t.item.approach,
  } as const;
  const keys = Object.keys(labels) as (keyof typeof labels)[];
  return versions.slice(1).flatMap((version, at) => {
    const before = versions[at];
    const fields = before === undefined ? [] : keys.filter((key) => before[key] !== version[key]);
    return fields.length === 0
      ? []
      : [{ revision: version.revision, fields: fields.map((key) => labels[key]) }];
  });
};

type Props = Pick<ItemPageProps, 'frame' | 'plan' | 'item' | 'versions' | 'lineage' | 'titles'>;

const Step = ({
  frame,
  link,
  shown,
  titles,
}: Pick<Props, 'frame' | 'titles'> & { readonly link: LineageLink; readonly shown: 'from' | 'to' }) => {
  const { t } = frame;
  const end = link[shown];
  const plan = frame.plans.find((candidate) => candidate.planKey === end?.planKey);
  const known = titles.find(
    (candidate) => candidate.planKey === end?.planKey && candidate.itemKey === end?.itemKey,
  );
  // What has left its plan is read in the last version that had it.
  const isPast = known !== undefined && plan !== undefined && known.revision < plan.inForce.revision;
  return (
    <li className="history__step">
      <p>
        <span className="tag">{t.item.lineage[link.kind]}</span>{' '}
        {end === null || known === undefined ? null : (
          <>
            {shown === 'to' ? '→ ' : '← '}
            <span lang="ja">
              {plan === undefined ? (
                known.title
              ) : (
                <a
                  href={`${itemHref(frame, plan.slug, end.itemKey)}${isPast ? `?revision=${known.revision}` : ''}`}
                >
                  {known.title}
                </a>
              )}
              {plan === undefined ? null : <span className="quiet">（{plan.title}）</span>}
            </span>
          </>
        )}
      </p>
      {link.reason === '' ? null : (
        <p className="quiet">
          {t.item.reason}：<span lang="ja">{link.reason}</span>
        </p>
      )}
    </li>
  );
};

/** これまで: where it comes from, what revisions changed, what became of it, each with its reason. */
export const ItemHistory = ({ frame, plan, item, versions, lineage, titles }: Props) => {
  const { t, language } = frame;
  const self = { planKey: plan.planKey, itemKey: item.itemKey };
  const past = historyOf(self, lineage.toReversed());
  const future = futureOf(self, lineage).filter(({ link }) => !sameReference(link.from, link.to));
  const changes = changesOf(versions, frame);
  const revisionOf = (revision: number) =>
    frame.revisions.find((row) => row.planKey === plan.planKey && row.revision === revision);
  const first = versions[0] === undefined ? undefined : revisionOf(versions[0].revision);
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">{t.item.history}</h2>
      <ul className="history">
        {future.map(({ link }) => (
          <Step key={`to ${JSON.stringify(link)}`} frame={frame} link={link} shown="to" titles={titles} />
        ))}
        {changes.toReversed().map((change) => {
          const row = revisionOf(change.revision);
          return (
            <li key={change.revision} className="history__step">
              <p>
                {row?.effectiveOn == null ? null : <b>{formatDate(row.effectiveOn, language)}</b>}{' '}
                <span lang="ja">{row?.label}</span>
                {language === 'ja' ? '：' : ': '}
                {change.fields.join(language === 'ja' ? '、' : ', ')}
              </p>
              <p>
                <a href={href(frame, `/history?plan=${plan.slug}&revision=${change.revision}`)}>
                  {t.history.compare}
                </a>
              </p>
            </li>
          );
        })}
        {past.map(({ link }) => (
          <Step key={`from ${JSON.stringify(link)}`} frame={frame} link={link} shown="from" titles={titles} />
        ))}
        {first?.effectiveOn == null ? null : (
          <li className="history__step">
            <p>
              <b>{formatDate(first.effectiveOn, language)}</b> <span lang="ja">{first.label}</span>
              {changes.length === 0 && past.length === 0 && future.length === 0 ? (
                <span className="quiet"> {t.item.unchanged}</span>
              ) : null}
            </p>
          </li>
        )}
      </ul>
    </section>
  );
};
