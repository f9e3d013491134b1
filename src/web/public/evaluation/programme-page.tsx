import {
  type EntryInPublication,
  loadBudgetLines,
  loadPublications,
  loadSubject,
} from '../../../db/read-publication.ts';
import type { PublishedSheet } from '../../../domain/evaluation/publication.ts';
import { sheetAmount } from '../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../components/direction-mark.tsx';
import { href, type TownFrame } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { itemHref } from '../../components/plan-view.ts';
import { PublicLayout } from '../../components/public-layout.tsx';
import { formatDate, formatYear } from '../../text/dates.ts';
import { evaluationWords } from '../../text/evaluation.ts';
import { sheetWords } from '../../text/evaluation-sheet.ts';
import { formatThousandYen, proseYen } from '../../text/yen.ts';
import type { PublicPage } from '../page.ts';
import { answeringBudgets } from './answering-budgets.ts';
import { budgetSentence } from './budget-change.ts';
import {
  chosenRound,
  type EvaluationPublication,
  roundsOfYear,
  subjectHref,
  yearHref,
} from './chosen-round.ts';
import { ProgrammeFigures } from './programme-figures.tsx';
import { ProgrammeMoney } from './programme-money.tsx';
import { ProgrammeStages } from './programme-stages.tsx';

type Evaluated = EntryInPublication<'evaluation'>;
type Budgeted = EntryInPublication<'budget'>;

interface Props {
  readonly frame: TownFrame;
  readonly round: EvaluationPublication;
  readonly sheet: PublishedSheet;
  /** The same subject in other rounds, newest year first. */
  readonly others: readonly Evaluated[];
  /** Budgets that rest on the round, the first of them first. */
  readonly budgets: readonly Budgeted[];
  readonly all: readonly EvaluationPublication[];
}

const Finding = ({ frame, round, sheet }: Props) => {
  const { language } = frame;
  const words = sheetWords(language);
  const amount = sheetAmount(sheet, round.fiscalYear, round.content.timing);
  const year = formatYear(round.fiscalYear, language);
  const spent = amount === null ? null : proseYen(amount, language);
  const parts = [
    spent === null
      ? sheet.direction === null
        ? ''
        : words.findingDirection(sheet.direction.label)
      : sheet.direction === null
        ? words.findingAmount(year, spent)
        : words.finding(year, spent, sheet.direction.label),
    sheet.exemption === '' ? '' : words.exempt(sheet.exemption),
  ].filter(Boolean);
  return (
    <div className="programme-finding">
      {sheet.direction === null ? null : (
        <p className="programme-finding__mark">
          <DirectionMark common={sheet.direction.common} label={sheet.direction.label} />
          {language === 'ja' ? null : (
            <span className="figure-table__mark">
              {evaluationWords(language).directions[sheet.direction.common]}
            </span>
          )}
        </p>
      )}
      <p className="finding phrase">{parts.join(language === 'ja' ? '' : ' ')}</p>
    </div>
  );
};

const Facts = ({ frame, sheet }: Props) => {
  const words = sheetWords(frame.language);
  const facts = (
    [
      [words.intent, sheet.intent],
      [words.target, sheet.targetGroup],
      [words.means, sheet.means],
      [words.unit, sheet.unitName],
      [words.type, sheet.typeLabel],
      [words.place, sheet.statedPlace],
      [words.obligation, sheet.legalObligation],
    ] as const
  ).filter(([, text]) => text !== '');
  return (
    <section className="section" aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      <dl className="facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang="ja" className="prose">
              {text}
            </dd>
          </div>
        ))}
        {sheet.planItems.length === 0 ? null : (
          <div>
            <dt>{words.items}</dt>
            {sheet.planItems.map(({ planKey, itemKey, title }) => {
              const plan = frame.plans.find((each) => each.planKey === planKey);
              return (
                <dd key={`${planKey} ${itemKey}`} lang="ja">
                  {plan === undefined ? title : <a href={itemHref(frame, plan.slug, itemKey)}>{title}</a>}
                </dd>
              );
            })}
          </div>
        )}
      </dl>
    </section>
  );
};

const Remarks = ({ frame, sheet }: Props) => {
  const { language } = frame;
  const words = sheetWords(language);
  if (sheet.remarks.length === 0) return null;
  return (
    <section className="section" aria-labelledby="remarks">
      <h2 id="remarks">{words.remarks}</h2>
      <p className="section__lead">{words.remarksLead}</p>
      <ul className="remarks">
        {sheet.remarks.map(({ fiscalYear, body, answer }) => (
          <li key={`${fiscalYear} ${body}`}>
            <p className="small quiet">{formatYear(fiscalYear, language)}</p>
            <dl className="facts">
              <div>
                <dt>{words.remark}</dt>
                <dd lang="ja" className="prose">
                  {body}
                </dd>
              </div>
              <div>
                <dt>{words.answer}</dt>
                <dd lang={answer === '' ? undefined : 'ja'} className="prose">
                  {answer === '' ? words.noAnswer : answer}
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Afterwards = ({ frame, round, budgets }: Props) => {
  const { language } = frame;
  const words = sheetWords(language);
  if (round.content.target !== 'programme') return null;
  return (
    <section className="section" aria-labelledby="afterwards">
      <h2 id="afterwards">{words.afterwards}</h2>
      {budgets.length === 0 ? <p className="quiet">{words.noBudget}</p> : null}
      {budgets.map(({ publication, entry }) => (
        <div key={`${publication.key} ${entry.proposalKey}`} className="budget-answer">
          <p className="budget-answer__sentence">
            {budgetSentence(entry, formatYear(publication.fiscalYear, language), language)}
          </p>
          <p className="small quiet">
            {formatYear(publication.content.baseFiscalYear, language)}{' '}
            {[
              formatThousandYen(entry.baseGeneralThousandYen, language),
              ...(
                [
                  [words.requested, entry.requestedGeneralThousandYen],
                  [words.allocated, entry.allocatedGeneralThousandYen],
                ] as const
              ).flatMap(([label, amount]) =>
                amount === null ? [] : [`${label} ${formatThousandYen(amount, language)}`],
              ),
              ...(entry.allocatedGeneralThousandYen === null ? [] : [words.general]),
            ].join('　')}
          </p>
          {entry.decisionReason === '' ? null : (
            <p lang="ja" className="prose">
              {entry.decisionReason}
            </p>
          )}
          <p className="more">
            <a href={href(frame, `/budgets/${publication.fiscalYear}`)}>
              {words.budgetPage(formatYear(publication.fiscalYear, language))}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
};

const OtherYears = ({ frame, others, all }: Props) => {
  const { language } = frame;
  const words = sheetWords(language);
  if (others.length === 0) return null;
  return (
    <section className="section" aria-labelledby="earlier">
      <h2 id="earlier">{words.earlier}</h2>
      <ul className="judged-list">
        {others.map(({ publication, entry }) => {
          const amount = sheetAmount(entry, publication.fiscalYear, publication.content.timing);
          const rounds = roundsOfYear(all, publication.fiscalYear);
          return (
            <li key={publication.key}>
              <a href={subjectHref(frame, publication, entry.subjectKey, rounds)}>
                {formatYear(publication.fiscalYear, language)} <span lang="ja">{publication.title}</span>
              </a>
              <span className="small">
                {entry.direction === null ? null : (
                  <DirectionMark common={entry.direction.common} label={entry.direction.label} />
                )}{' '}
                {amount === null ? '' : formatThousandYen(amount, language)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const ProgrammePage = (props: Props) => {
  const { frame, round, sheet, all } = props;
  const { language } = frame;
  const words = evaluationWords(language);
  const rounds = roundsOfYear(all, round.fiscalYear);
  const year = words.of(formatYear(round.fiscalYear, language));
  return (
    <PublicLayout
      frame={frame}
      title={sheet.name}
      description={sheet.intent === '' ? undefined : sheet.intent}
      section="evaluations"
      crumbs={[
        { label: words.title, href: href(frame, '/evaluations') },
        { label: year, href: yearHref(frame, round, rounds) },
        { label: sheet.name, lang: 'ja' },
      ]}
      record={{ updatedAt: round.publishedAt }}
    >
      <PageHead
        title={sheet.name}
        lang="ja"
        kicker={sheet.number === '' ? round.title : `${round.title}　${sheet.number}`}
      />
      {round.edition === 1 ? null : (
        <p className="small quiet">
          {words.publishedOn(formatDate(round.publishedAt, language))}{' '}
          {words.edition(round.edition, round.reason)}
        </p>
      )}
      <Finding {...props} />
      <Facts {...props} />
      <ProgrammeMoney frame={frame} name={sheet.name} figures={sheet.figures} />
      <ProgrammeFigures frame={frame} figures={sheet.figures} />
      <ProgrammeStages frame={frame} round={round.content} sheet={sheet} />
      <Remarks {...props} />
      <Afterwards {...props} />
      <OtherYears {...props} />
      <p className="small quiet">
        {words.basis(round.content.amountBasis)}
        {words.personnel[round.content.personnelIncluded]}
      </p>
      {round.content.source === '' ? null : (
        <p className="source">
          {words.source}
          <span lang="ja">{round.content.source}</span>
        </p>
      )}
    </PublicLayout>
  );
};

/** 一つの事業（または計画の項目）の評価. */
export const programmePage: PublicPage = {
  path: '/evaluations/:year/:key',
  query: ['round'],
  answer: async ({ tx, frame, param, query }) => {
    const found = await loadSubject(tx, param('key'));
    const year = Number(param('year'));
    const rounds = roundsOfYear(
      found.map(({ publication }) => publication),
      year,
    );
    const round = chosenRound(rounds, query.get('round'));
    const entry = found.find(({ publication }) => publication === round)?.entry;
    if (round === undefined || entry === undefined || String(year) !== param('year'))
      return { kind: 'missing' };
    const budgets = answeringBudgets(await loadBudgetLines(tx, [entry.subjectKey]), round);
    return {
      kind: 'page',
      element: (
        <ProgrammePage
          frame={frame}
          round={round}
          sheet={entry}
          others={found.filter(({ publication }) => publication !== round)}
          budgets={budgets}
          all={await loadPublications(tx, 'evaluation')}
        />
      ),
    };
  },
};
