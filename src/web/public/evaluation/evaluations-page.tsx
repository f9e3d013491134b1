import { loadDirectionSums } from '../../../db/read-direction-sums.ts';
import { loadPublications, type Publication } from '../../../db/read-publication.ts';
import { directionTotals } from '../../../domain/evaluation/direction-totals.ts';
import type { Totals } from '../../../domain/evaluation/totals.ts';
import { href, localised, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { newestOf } from '../../components/plan-view.ts';
import { PublicLayout } from '../../components/public-layout.tsx';
import { formatDate, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { comparisonWords } from '../../text/evaluation-comparison.ts';
import type { PublicPage } from '../page.ts';
import { type EvaluationPublication, newestOfProgrammes, roundsOfYear, yearHref } from './chosen-round.ts';
import { EvaluationSummary } from './evaluation-summary.tsx';

interface Props {
  readonly frame: TownFrame;
  readonly evaluations: readonly EvaluationPublication[];
  readonly budgets: readonly Publication<'budget'>[];
  readonly plans: readonly Publication<'implementation-plan'>[];
  readonly newest: { readonly round: EvaluationPublication; readonly totals: Totals } | null;
}

const Published = ({ frame, of }: { readonly frame: TownFrame; readonly of: Publication }) => {
  const words = evaluationWords(frame.language);
  return (
    <span className="small quiet">
      {words.publishedOn(formatDate(of.publishedAt, frame.language))}
      {of.edition === 1 ? null : `　${words.edition(of.edition, of.reason)}`}
    </span>
  );
};

const Documents = ({
  frame,
  id,
  title,
  of,
  path,
}: {
  readonly frame: TownFrame;
  readonly id: string;
  readonly title: string;
  readonly of: readonly Publication[];
  readonly path: string;
}) =>
  of.length === 0 ? null : (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="judged-list">
        {of.map((each) => (
          <li key={each.key}>
            <a href={href(frame, `${path}/${encodeURIComponent(each.key)}`)} lang="ja">
              {each.title}
            </a>
            <Published frame={frame} of={each} />
          </li>
        ))}
      </ul>
    </section>
  );

const EvaluationsPage = ({ frame, evaluations, budgets, plans, newest }: Props) => {
  const { language } = frame;
  const words = evaluationWords(language);
  const years = [...Map.groupBy(evaluations, ({ fiscalYear }) => fiscalYear)];
  return (
    <PublicLayout
      frame={frame}
      title={words.title}
      description={words.lead}
      section="evaluations"
      crumbs={[{ label: words.title }]}
      record={{
        updatedAt: newestOf([...evaluations, ...budgets, ...plans].map(({ publishedAt }) => publishedAt)),
      }}
    >
      <PageHead title={words.title} lead={words.lead} />
      {evaluations.length === 0 ? (
        <div className="empty">
          <p>{words.none}</p>
        </div>
      ) : null}
      {newest === null ? null : (
        <section className="section" aria-labelledby="newest">
          <h2 id="newest">{words.of(formatYear(newest.round.fiscalYear, language))}</h2>
          <EvaluationSummary
            frame={frame}
            round={newest.round.content}
            fiscalYear={newest.round.fiscalYear}
            totals={newest.totals}
            listHref={null}
          />
          <p className="more more--several">
            <a href={yearHref(frame, newest.round, roundsOfYear(evaluations, newest.round.fiscalYear))}>
              {words.allOf(formatYear(newest.round.fiscalYear, language))}
            </a>
            <a href={localised(frame, '/evaluations')}>{comparisonWords(language).link}</a>
          </p>
        </section>
      )}
      {years.length === 0 ? null : (
        <section className="section" aria-labelledby="years">
          <h2 id="years">{words.years}</h2>
          {years.map(([year]) => {
            const rounds = roundsOfYear(evaluations, year);
            return (
              <section key={year} className="grade-group">
                <h3>{formatYear(year, language)}</h3>
                <ul className="judged-list">
                  {rounds.map((round) => (
                    <li key={round.key}>
                      <a href={yearHref(frame, round, rounds)} lang="ja">
                        {round.title}
                      </a>
                      <span className="small quiet">
                        {words.timings[round.content.timing]}　{words.targets[round.content.target]}
                      </span>
                      <Published frame={frame} of={round} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </section>
      )}
      <Documents frame={frame} id="budgets" title={words.budgets} of={budgets} path="/budgets" />
      <Documents
        frame={frame}
        id="implementation-plans"
        title={words.implementationPlans}
        of={plans}
        path="/implementation-plans"
      />
    </PublicLayout>
  );
};

/** 事業の評価: the years and rounds, budgets and implementation plans that are public. */
export const evaluationsPage: PublicPage = {
  path: '/evaluations',
  answer: async ({ tx, frame }) => {
    const evaluations = await loadPublications(tx, 'evaluation');
    const round = newestOfProgrammes(evaluations);
    return {
      kind: 'page',
      element: (
        <EvaluationsPage
          frame={frame}
          evaluations={evaluations}
          budgets={await loadPublications(tx, 'budget')}
          plans={await loadPublications(tx, 'implementation-plan')}
          newest={
            round === undefined
              ? null
              : { round, totals: directionTotals(await loadDirectionSums(tx, round), round.content) }
          }
        />
      ),
    };
  },
};
