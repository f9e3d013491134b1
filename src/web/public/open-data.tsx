import { readIndicators } from '../../app/indicator/read-indicators.ts';
import type { LoadedIndicator } from '../../db/read-indicator.ts';
import { loadJudgementYears, type StoredJudgementYear } from '../../db/read-judgement.ts';
import { listPublishedSeries } from '../../db/read-population-totals.ts';
import { loadPublications, type Publication } from '../../db/read-publication.ts';
import { budgetFields } from '../../documents/csv/budget-csv.ts';
import { evaluationFields } from '../../documents/csv/evaluation-csv.ts';
import { implementationFields } from '../../documents/csv/implementation-csv.ts';
import { indicatorFields } from '../../documents/csv/indicator-csv.ts';
import { judgementFields } from '../../documents/csv/judgement-csv.ts';
import { planFields } from '../../documents/csv/plan-csv.ts';
import { type FramePlan, href, type TownFrame, townName } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { newestOf, planHref } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { TableScroll } from '../components/table-scroll.tsx';
import { publicationPaths } from '../publication-paths.ts';
import { formatDate, formatPeriod, formatYear } from '../text/dates.ts';
import { openDataWords } from '../text/open-data.ts';
import { FieldDictionary } from './field-dictionary.tsx';
import { Downloads } from './open-data-downloads.tsx';
import { PopulationDictionary, PopulationRows, type PublicPopulation } from './open-data-population.tsx';
import type { PublicPage } from './page.ts';

interface Props {
  readonly frame: TownFrame;
  readonly indicators: readonly LoadedIndicator[];
  /** Years whose judgement is public, newest first. */
  readonly years: readonly StoredJudgementYear[];
  /** Published evaluations, budgets and implementation plans, each newest first. */
  readonly publications: readonly Publication[];
  /** null: nothing about population is public. */
  readonly population: PublicPopulation | null;
}

const publishedAt = (plan: FramePlan): string => plan.inForce.publishedAt ?? plan.inForce.updatedAt;

/** Figures may be newer than the indicator that holds them. */
const indicatorsUpdatedAt = (indicators: readonly LoadedIndicator[]): string | null =>
  newestOf(
    indicators.flatMap(({ updatedAt, values }) => [updatedAt, ...values.map((value) => value.updatedAt)]),
  );

/** One evaluation, budget or implementation plan: its page, and both forms of its data. */
const PublicationRow = ({
  frame,
  publication,
}: Pick<Props, 'frame'> & { readonly publication: Props['publications'][number] }) => {
  const words = openDataWords(frame.language);
  const { kind, key, fiscalYear, title, publishedAt: published } = publication;
  const path = publicationPaths[kind];
  const query = kind === 'evaluation' ? `?round=${encodeURIComponent(key)}` : '';
  const base = `/api/v1/municipalities/${frame.town.municipality}/${path}/${fiscalYear}`;
  return (
    <tr>
      <th scope="row" lang="ja">
        <a href={`${href(frame, `/${path}/${fiscalYear}`)}${query}`}>{title}</a>
      </th>
      <td>{words.publications[kind](formatYear(fiscalYear, frame.language))}</td>
      <td>
        <Downloads frame={frame} name={title} csv={`${base}.csv${query}`} json={`${base}${query}`} />
      </td>
      <td className="table__nowrap">{formatDate(published, frame.language)}</td>
    </tr>
  );
};

const Files = ({ frame, indicators, years, publications, population }: Props) => {
  const words = openDataWords(frame.language);
  const base = `/api/v1/municipalities/${frame.town.municipality}`;
  const figuresAt = indicatorsUpdatedAt(indicators);
  return (
    <TableScroll label={`${frame.town.name} ${words.files}`}>
      <table className="table table--words">
        <caption className="visually-hidden">{words.files}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.file}</th>
            <th scope="col">{words.columns.content}</th>
            <th scope="col">{words.columns.download}</th>
            <th scope="col">{words.columns.updated}</th>
          </tr>
        </thead>
        <tbody>
          {frame.plans.map((plan) => (
            <tr key={plan.planKey}>
              <th scope="row" lang="ja">
                <a href={planHref(frame, plan.slug)}>{plan.title}</a>
              </th>
              <td>
                {words.planItems(
                  formatPeriod(plan.inForce.startFiscalYear, plan.inForce.endFiscalYear, frame.language),
                )}
              </td>
              <td>
                <Downloads
                  frame={frame}
                  name={plan.title}
                  csv={`${base}/plans/${plan.slug}.csv`}
                  json={`${base}/plans/${plan.slug}`}
                />
              </td>
              <td className="table__nowrap">{formatDate(publishedAt(plan), frame.language)}</td>
            </tr>
          ))}
          {figuresAt === null ? null : (
            <tr>
              <th scope="row">
                <a href={href(frame, '/indicators')}>{words.indicators}</a>
              </th>
              <td>{words.indicatorsContent(indicators.length)}</td>
              <td>
                <Downloads
                  frame={frame}
                  name={words.indicators}
                  csv={`${base}/indicators.csv`}
                  json={`${base}/indicators`}
                />
              </td>
              <td className="table__nowrap">{formatDate(figuresAt, frame.language)}</td>
            </tr>
          )}
          {years.length === 0 ? null : (
            <tr>
              <th scope="row">
                <a href={href(frame, `/judgements/${years[0]?.fiscalYear}`)}>{words.judgements}</a>
              </th>
              <td>
                {words.judgementsContent(
                  years
                    .map(({ fiscalYear }) => formatYear(fiscalYear, frame.language))
                    .toReversed()
                    .join(frame.language === 'ja' ? '、' : ', '),
                )}
              </td>
              <td>
                <Downloads
                  frame={frame}
                  name={words.judgements}
                  csv={`${base}/judgements.csv`}
                  json={`${base}/judgements`}
                />
              </td>
              <td className="table__nowrap">
                {formatDate(newestOf(years.map(({ updatedAt }) => updatedAt)) ?? '', frame.language)}
              </td>
            </tr>
          )}
          {publications.map((each) => (
            <PublicationRow key={`${each.kind} ${each.key}`} frame={frame} publication={each} />
          ))}
          {population === null ? null : <PopulationRows frame={frame} population={population} />}
        </tbody>
      </table>
    </TableScroll>
  );
};

const OpenDataPage = (props: Props) => {
  const { frame, indicators, publications, population } = props;
  const { language, town } = frame;
  const words = openDataWords(language);
  const name = townName(frame);
  const { licence } = town.settings.openData;
  const updatedAt = newestOf([
    ...frame.plans.map(publishedAt),
    ...publications.map((each) => each.publishedAt),
    ...(population?.series ?? []).map((each) => each.updatedAt),
    ...(population?.scenarios ?? []).map((each) => each.publishedAt),
    indicatorsUpdatedAt(indicators) ?? town.updatedAt,
  ]);
  const feed = href(frame, '/feed.xml');
  return (
    <PublicLayout
      frame={frame}
      title={words.title}
      description={words.lead}
      section="open-data"
      crumbs={[{ label: words.title }]}
      record={{ updatedAt }}
    >
      <PageHead title={words.title} lead={words.lead} />
      <section className="section" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <p>{words.filesLead}</p>
        <Files {...props} />
        <h3>{words.stable}</h3>
        <p>{words.stableLead}</p>
        <p>{words.formerRevisions}</p>
      </section>
      <section className="section section--ruled" aria-labelledby="licence">
        <h2 id="licence">{words.licence}</h2>
        <p>{words.licenceLead(name)}</p>
        <p>
          <a href={licence.url} rel="license">
            {language === 'en' ? licence.nameEn : licence.name}
          </a>
        </p>
        <h3>{words.credit}</h3>
        <p>{words.creditExample(name)}</p>
      </section>
      <section className="section section--ruled" aria-labelledby="api">
        <h2 id="api">{words.api}</h2>
        <p>{words.apiLead}</p>
        <p>
          <a href="/api/v1/openapi.json">{words.apiDescription}</a>
        </p>
        <h3>{words.feed}</h3>
        <p>
          {words.feedLead} <a href={feed}>{words.feed}</a>
        </p>
      </section>
      <section className="section section--ruled" aria-labelledby="dictionary">
        <h2 id="dictionary">{words.dictionary}</h2>
        <p>{words.dictionaryLead}</p>
        <FieldDictionary title={words.dictionaryOf.plan} fields={planFields} language={language} />
        <FieldDictionary title={words.dictionaryOf.indicators} fields={indicatorFields} language={language} />
        <FieldDictionary title={words.dictionaryOf.judgements} fields={judgementFields} language={language} />
        {publications.length === 0 ? null : (
          <>
            <FieldDictionary
              title={words.dictionaryOf.evaluations}
              fields={evaluationFields}
              language={language}
            />
            <FieldDictionary title={words.dictionaryOf.budgets} fields={budgetFields} language={language} />
            <FieldDictionary
              title={words.dictionaryOf.implementationPlans}
              fields={implementationFields}
              language={language}
            />
          </>
        )}
        {population === null ? null : <PopulationDictionary population={population} language={language} />}
      </section>
    </PublicLayout>
  );
};

/** オープンデータ: the files, their terms, their fields, addresses that stay. */
export const openDataPage: PublicPage = {
  path: '/open-data',
  answer: async ({ tx, frame }) => ({
    kind: 'page',
    element: (
      <OpenDataPage
        frame={frame}
        indicators={await readIndicators(tx, undefined, { breakdowns: false })}
        years={await loadJudgementYears(tx)}
        publications={
          frame.hasEvaluations
            ? [
                ...(await loadPublications(tx, 'evaluation')),
                ...(await loadPublications(tx, 'budget')),
                ...(await loadPublications(tx, 'implementation-plan')),
              ]
            : []
        }
        population={
          frame.hasPopulation
            ? {
                series: await listPublishedSeries(tx),
                scenarios: await loadPublications(tx, 'population-scenario'),
              }
            : null
        }
      />
    ),
  }),
};
