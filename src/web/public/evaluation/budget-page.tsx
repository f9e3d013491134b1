import {
  loadEditions,
  loadEntries,
  loadEvaluatedYears,
  loadPublications,
  type Publication,
} from '../../../db/read-publication.ts';
import { isDecided, type PublishedBudgetLine } from '../../../domain/budget/budget.ts';
import { budgetBalance } from '../../../domain/budget/budget-balance.ts';
import { href, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import { formatDate, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { budgetWords } from '../../text/evaluation-budget.ts';
import { proseYen } from '../../text/yen.ts';
import type { PublicPage } from '../page.ts';
import { BudgetInMaking } from './budget-in-making.tsx';
import { BudgetLines } from './budget-lines.tsx';
import { AnswerTable, BalanceTable, FrameTable } from './budget-parts.tsx';
import { type EvaluationPublication, roundsOfYear, yearHref } from './chosen-round.ts';

interface Props {
  readonly frame: TownFrame;
  readonly publication: Publication<'budget'>;
  readonly lines: readonly PublishedBudgetLine[];
  readonly editions: Awaited<ReturnType<typeof loadEditions>>;
  readonly evaluatedIn: ReadonlyMap<string, number>;
  /** The round the budget rests on, where it is public too. */
  readonly round: EvaluationPublication | undefined;
  readonly rounds: readonly EvaluationPublication[];
  readonly query: ReadonlyMap<string, string>;
}

/** もとにした評価: named, and led to where it is public. */
const RoundSentence = ({ frame, publication, round, rounds }: Props) => {
  const named = publication.content.round ?? null;
  if (named === null) return null;
  const title = <span lang="ja">{named.title}</span>;
  return (
    <p>
      {budgetWords(frame.language).restsOn}{' '}
      {round === undefined ? title : <a href={yearHref(frame, round, rounds)}>{title}</a>}
    </p>
  );
};

/** 増やすものと減らすもの, and what became of the evaluations. */
const Settled = ({ frame, publication, lines }: Props) => {
  const { language } = frame;
  const words = budgetWords(language);
  const { fiscalYear, content } = publication;
  const decided = lines.filter(isDecided);
  const balance = budgetBalance(decided);
  return (
    <>
      <section className="section" aria-labelledby="balance">
        <h2 id="balance">{words.balanceTitle}</h2>
        <p className="section__lead">
          {words.balanceLead} {words.general}
        </p>
        <p className="finding phrase">
          {words.finding(
            formatYear(fiscalYear, language),
            proseYen(balance.whole.allocatedThousandYen, language),
            decided.length,
          )}
          {language === 'ja' ? '' : ' '}
          {words.balance(
            proseYen(balance.moreThousandYen, language),
            proseYen(balance.lessThousandYen, language),
          )}
        </p>
        <BalanceTable frame={frame} lines={decided} baseFiscalYear={content.baseFiscalYear} />
      </section>
      <AnswerTable frame={frame} lines={decided} />
    </>
  );
};

const BudgetPage = (props: Props) => {
  const { frame, publication, lines, editions, evaluatedIn, query } = props;
  const { language } = frame;
  const words = budgetWords(language);
  const common = evaluationWords(language);
  const { fiscalYear, content } = publication;
  const year = formatYear(fiscalYear, language);
  const title = words.of(year);
  const isMaking = content.stage === 'making';
  const lead = (isMaking ? words.making.lead : words.lead)(
    year,
    formatYear(content.baseFiscalYear, language),
  );
  const api = `/api/v1/municipalities/${frame.town.municipality}/budgets/${fiscalYear}`;
  return (
    <PublicLayout
      frame={frame}
      title={title}
      description={lead}
      section="evaluations"
      crumbs={[{ label: common.title, href: href(frame, '/evaluations') }, { label: title }]}
      record={{ updatedAt: publication.publishedAt }}
    >
      <PageHead title={title} kicker={<span lang="ja">{publication.title}</span>} lead={lead} />
      <RoundSentence {...props} />
      {isMaking
        ? content.notes.map((note) => (
            <p key={note} className="notice" lang="ja">
              {note}
            </p>
          ))
        : null}
      {isMaking ? <BudgetInMaking {...{ frame, publication, lines }} /> : <Settled {...props} />}
      <FrameTable frame={frame} budget={content} />
      <BudgetLines
        frame={frame}
        fiscalYear={fiscalYear}
        baseFiscalYear={content.baseFiscalYear}
        lines={lines}
        query={query}
        evaluatedIn={evaluatedIn}
      />
      <section className="section section--ruled" aria-labelledby="data">
        <h2 id="data">{words.data}</h2>
        {content.schemeName === '' || isMaking ? null : (
          <p lang="ja">{budgetWords('ja').scheme(content.schemeName)}</p>
        )}
        {content.notes.length === 0 || isMaking ? null : (
          <ul className="plain-bullets" lang="ja">
            {content.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <ul>
          {editions.map((edition) => (
            <li key={edition.edition}>
              {common.publishedOn(formatDate(edition.publishedAt, language))}
              {edition.reason === '' ? null : (
                <span lang="ja">　{evaluationWords('ja').edition(edition.edition, edition.reason)}</span>
              )}
            </li>
          ))}
        </ul>
        <ul className="link-list">
          <li>
            <a href={`${api}.csv`}>{words.csv}</a>
          </li>
          <li>
            <a href={api}>{words.json}</a>
          </li>
        </ul>
      </section>
    </PublicLayout>
  );
};

/** 予算: frames, allocation, and what became of the evaluations. */
export const budgetPage: PublicPage = {
  path: '/budgets/:year',
  query: ['kind', 'page'],
  answer: async ({ tx, frame, param, query }) => {
    const publication = (await loadPublications(tx, 'budget')).find(
      ({ fiscalYear }) => String(fiscalYear) === param('year'),
    );
    if (publication === undefined) return { kind: 'missing' };
    const evaluations = await loadPublications(tx, 'evaluation');
    const round = evaluations.find(({ key }) => key === publication.content.round?.roundKey);
    return {
      kind: 'page',
      element: (
        <BudgetPage
          frame={frame}
          publication={publication}
          lines={await loadEntries(tx, publication)}
          editions={await loadEditions(tx, publication)}
          evaluatedIn={await loadEvaluatedYears(tx, publication.fiscalYear)}
          round={round}
          rounds={round === undefined ? [] : roundsOfYear(evaluations, round.fiscalYear)}
          query={query}
        />
      ),
    };
  },
};
