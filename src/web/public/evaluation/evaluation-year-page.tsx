import { loadEditions, loadEntries, loadPublications } from '../../../db/read-publication.ts';
import type { PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { totalsBy } from '../../../domain/evaluation/totals.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import { formatDate, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import type { PublicPage } from '../page.ts';
import {
  chosenRound,
  type EvaluationPublication,
  roundsOfYear,
  subjectHref,
  yearHref,
} from './chosen-round.ts';
import { EvaluationGroups } from './evaluation-groups.tsx';
import { EvaluationList, withChoices } from './evaluation-list.tsx';
import { EvaluationSummary } from './evaluation-summary.tsx';
import { listQuery, noneInAddress } from './list-filter.ts';

interface Props {
  readonly frame: TownFrame;
  readonly round: EvaluationPublication;
  /** Of the same year. */
  readonly rounds: readonly EvaluationPublication[];
  readonly all: readonly EvaluationPublication[];
  readonly sheets: readonly PublishedSheet[];
  readonly editions: Awaited<ReturnType<typeof loadEditions>>;
  readonly query: ReadonlyMap<string, string>;
}

const Choices = ({ frame, round, rounds, all }: Props) => {
  const words = evaluationWords(frame.language);
  const years = [...new Set(all.map(({ fiscalYear }) => fiscalYear))];
  return (
    <>
      {years.length < 2 ? null : (
        <nav className="year-choice" aria-label={words.years}>
          <ul className="tags">
            {years.map((year) => (
              <li key={year}>
                <a
                  className="chip"
                  href={href(frame, `/evaluations/${year}`)}
                  aria-current={year === round.fiscalYear ? 'page' : undefined}
                >
                  {formatYear(year, frame.language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {rounds.length < 2 ? null : (
        <nav className="year-choice" aria-label={words.rounds}>
          <ul className="tags">
            {rounds.map((each) => (
              <li key={each.key}>
                <a
                  className="chip"
                  lang="ja"
                  href={yearHref(frame, each, rounds)}
                  aria-current={each.key === round.key ? 'page' : undefined}
                >
                  {each.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
};

const Sources = ({ frame, round, editions }: Props) => {
  const { language } = frame;
  const words = evaluationWords(language);
  const { content } = round;
  const api = `/api/v1/municipalities/${frame.town.municipality}/evaluations/${round.fiscalYear}`;
  return (
    <section className="section section--ruled" aria-labelledby="data">
      <h2 id="data">{words.data}</h2>
      <p lang="ja">{evaluationWords('ja').scheme(content.schemeName, content.schemeVersion)}</p>
      {content.source === '' ? null : (
        <p className="source">
          {words.source}
          <span lang="ja">{content.source}</span>
        </p>
      )}
      {editions.length < 2 ? null : (
        <>
          <h3>{words.editions}</h3>
          <ul>
            {editions.map((edition) => (
              <li key={edition.edition} lang="ja">
                {words.publishedOn(formatDate(edition.publishedAt, language))}
                {edition.reason === ''
                  ? null
                  : `　${evaluationWords('ja').edition(edition.edition, edition.reason)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="link-list">
        <li>
          <a href={`${api}.csv?round=${encodeURIComponent(round.key)}`}>{words.csv}</a>
        </li>
        <li>
          <a href={`${api}?round=${encodeURIComponent(round.key)}`}>{words.json}</a>
        </li>
      </ul>
    </section>
  );
};

const EvaluationYearPage = (props: Props) => {
  const { frame, round, rounds, sheets, query } = props;
  const { language } = frame;
  const words = evaluationWords(language);
  const { fiscalYear, content } = round;
  const title = words.of(formatYear(fiscalYear, language));
  const address = href(frame, `/evaluations/${fiscalYear}`);
  const totals = totalsBy(sheets, content, fiscalYear, 'direction');
  // Ways into the list begin anew: choices heaped up in links would be addresses without number.
  const fresh = new Map([...query].filter(([key]) => key === 'round'));
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={words.ofLead(formatYear(fiscalYear, language))}
      section="evaluations"
      crumbs={[{ label: words.title, href: href(frame, '/evaluations') }, { label: title }]}
      record={{ updatedAt: round.publishedAt }}
    >
      <PageHead title={title} kicker={<span lang="ja">{round.title}</span>} />
      <p className="small quiet">
        {words.publishedOn(formatDate(round.publishedAt, language))}
        {round.edition === 1 ? null : (
          <>
            {'　'}
            {words.edition(round.edition, round.reason)}
          </>
        )}
      </p>
      <Choices {...props} />
      <section className="section" aria-labelledby="summary">
        <h2 id="summary">{words.summary}</h2>
        <EvaluationSummary
          frame={frame}
          round={content}
          fiscalYear={fiscalYear}
          totals={totals}
          listHref={(key) =>
            withChoices(address, fresh, { direction: key === '' ? noneInAddress : key }, '#list')
          }
        />
      </section>
      <EvaluationGroups
        frame={frame}
        round={content}
        fiscalYear={fiscalYear}
        sheets={sheets}
        by={query.get('by')}
        hrefOf={(changes, at) => withChoices(address, fresh, changes, at)}
        listHref={(way, key) =>
          withChoices(address, fresh, { [way]: key === '' ? noneInAddress : key }, '#list')
        }
      />
      <EvaluationList
        frame={frame}
        round={content}
        fiscalYear={fiscalYear}
        sheets={sheets}
        query={query}
        address={address}
        subjectHref={(key) => subjectHref(frame, round, key, rounds)}
      />
      <Sources {...props} />
    </PublicLayout>
  );
};

/** 一つの年度の評価: what came out, in groups, and every programme. */
export const evaluationYearPage: PublicPage = {
  path: '/evaluations/:year',
  query: listQuery,
  answer: async ({ tx, frame, param, query }) => {
    const all = await loadPublications(tx, 'evaluation');
    const rounds = roundsOfYear(all, Number(param('year')));
    const round = chosenRound(rounds, query.get('round'));
    if (round === undefined || String(round.fiscalYear) !== param('year')) return { kind: 'missing' };
    return {
      kind: 'page',
      element: (
        <EvaluationYearPage
          frame={frame}
          round={round}
          rounds={rounds}
          all={all}
          sheets={await loadEntries(tx, round)}
          editions={await loadEditions(tx, round)}
          query={query}
        />
      ),
    };
  },
};
