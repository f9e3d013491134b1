import type { TownJudgements, YearJudgements } from '../../app/judgement/read-judgements.ts';
import { listUnits } from '../../db/read-town.ts';
import { overallAxis } from '../../domain/indicator/judgement/overall-axis.ts';
import { rollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { RollUpSummary } from '../components/grade-counts.tsx';
import { PageHead } from '../components/page-head.tsx';
import { newestOf } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { formatYear } from '../text/dates.ts';
import { judgementWords } from '../text/judgement.ts';
import {
  filterIndicators,
  type IndicatorFilter,
  indicatorFacets,
  type ListedIndicator,
  readIndicatorFilter,
} from './indicator-filter.ts';
import { IndicatorFilters, withChoice } from './indicator-filters.tsx';
import { IndicatorRow } from './indicator-row.tsx';
import { gradeIn, judgedYear, readTownJudgements } from './judged-year.ts';
import type { PublicPage } from './page.ts';

/** A page of a phone in a poor net: under 60 KB compressed with a small chart in every row. */
const mostAtOnce = 100;

interface Props {
  readonly frame: TownFrame;
  readonly town: TownJudgements;
  /** null: no year's judgement is public. */
  readonly year: YearJudgements | null;
  readonly units: readonly OrganisationUnit[];
  readonly query: ReadonlyMap<string, string>;
  readonly filter: IndicatorFilter;
}

const listedIn = ({ frame, town, year }: Props): readonly ListedIndicator[] => {
  if (year !== null)
    return year.indicators.map((each) => ({
      loaded: each.loaded,
      judgeable: each.judgeable,
      grade: gradeIn(year, each),
      reason: each.judgement.overall?.reason ?? null,
      isJudged: each.judgement.overall !== null,
    }));
  const judgeables = town.judgeables(fiscalYearOf(frame.today));
  return town.loaded.flatMap((loaded, at) => {
    const judgeable = judgeables[at];
    return judgeable === undefined ? [] : [{ loaded, judgeable, grade: null, reason: null, isJudged: false }];
  });
};

const Years = ({ frame, town, year, query }: Props) => {
  const { language } = frame;
  const words = judgementWords(language);
  if (year === null || town.years.length < 2) return null;
  return (
    <nav className="year-choice" aria-label={words.years}>
      <ul className="tags">
        {town.years.map(({ fiscalYear }) => (
          <li key={fiscalYear}>
            <a
              className="chip"
              href={withChoice(href(frame, '/indicators'), query, 'year', String(fiscalYear))}
              aria-current={fiscalYear === year.year.fiscalYear ? 'true' : undefined}
            >
              {formatYear(fiscalYear, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Summary = (props: Props & { readonly matching: readonly ListedIndicator[] }) => {
  const { frame, year, matching } = props;
  const { language } = frame;
  const words = judgementWords(language);
  if (year === null) return null;
  const keys = new Set(matching.map(({ judgeable }) => judgeable.indicatorKey));
  const name = formatYear(year.year.fiscalYear, language);
  return (
    <section className="section" aria-labelledby="roll-up">
      <h2 id="roll-up">{words.rollUpOf(name)}</h2>
      <Years {...props} />
      <RollUpSummary
        id="all"
        language={language}
        rollUp={rollUp(
          year.compiled,
          year.indicators.filter(({ judgeable }) => keys.has(judgeable.indicatorKey)),
        )}
      />
      <p className="more more--several">
        <a href={href(frame, `/judgements/${year.year.fiscalYear}`)}>{words.allJudgements(name)}</a>
        <a href={href(frame, `/changes/${year.year.fiscalYear}`)}>{words.allChanges(name)}</a>
      </p>
    </section>
  );
};

const Pager = ({
  props,
  page,
  shown,
  all,
}: {
  readonly props: Props;
  readonly page: number;
  readonly shown: number;
  readonly all: number;
}) => {
  const words = judgementWords(props.frame.language);
  if (all <= mostAtOnce) return null;
  const to = (wanted: number): string => {
    const next = new URLSearchParams([...props.query].filter(([key]) => key !== 'page'));
    if (wanted > 1) next.set('page', String(wanted));
    return `${href(props.frame, '/indicators')}?${next}#list`;
  };
  const first = (page - 1) * mostAtOnce;
  return (
    <nav className="list-pager" aria-label={props.frame.t.indicator.listTitle}>
      <p>{words.page(first + 1, first + shown, all)}</p>
      <p className="more more--several">
        {page === 1 ? null : <a href={to(page - 1)}>{words.previousPage}</a>}
        {first + shown >= all ? null : <a href={to(page + 1)}>{words.nextPage}</a>}
      </p>
    </nav>
  );
};

const IndicatorsPage = (props: Props) => {
  const { frame, town, year, units, query, filter } = props;
  const { t } = frame;
  const words = judgementWords(frame.language);
  const listed = listedIn(props);
  const outcome = filterIndicators(listed, filter);
  const pages = Math.max(1, Math.ceil(outcome.matching.length / mostAtOnce));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1));
  const shown = outcome.matching.slice((page - 1) * mostAtOnce, page * mostAtOnce);
  return (
    <PublicLayout
      frame={frame}
      title={t.indicator.listTitle}
      description={t.indicator.listLead}
      section="indicators"
      crumbs={[{ label: t.indicator.listTitle }]}
      record={{ updatedAt: newestOf(town.loaded.map((loaded) => loaded.updatedAt)) }}
      noIndex={filter.size > 0}
    >
      <PageHead title={t.indicator.listTitle} lead={t.indicator.listLead} />
      {listed.length === 0 ? (
        <div className="empty">
          <p>{t.indicator.none}</p>
        </div>
      ) : (
        <>
          <Summary {...props} matching={outcome.matching} />
          <section className="section" id="list" aria-labelledby="list-title">
            <h2 id="list-title">{t.indicator.name}</h2>
            <IndicatorFilters
              frame={frame}
              address={href(frame, '/indicators')}
              query={query}
              filter={filter}
              outcome={outcome}
              grades={year === null ? [] : (overallAxis(year.compiled.scheme)?.grades ?? [])}
              items={town.items}
              units={units}
              total={listed.length}
            />
            {shown.length === 0 ? (
              <div className="empty">
                <p>{words.noMatch}</p>
              </div>
            ) : (
              <ul className="indicator-rows">
                {shown.map((each) => (
                  <IndicatorRow
                    key={each.judgeable.indicatorKey}
                    frame={frame}
                    listed={each}
                    until={query.has('year') ? (year?.year.fiscalYear ?? null) : null}
                  />
                ))}
              </ul>
            )}
            <Pager props={props} page={page} shown={shown.length} all={outcome.matching.length} />
          </section>
        </>
      )}
    </PublicLayout>
  );
};

/** 指標の一覧. */
export const indicatorsPage: PublicPage = {
  path: '/indicators',
  query: ['year', ...indicatorFacets, 'page'],
  answer: async ({ tx, frame, query }) => {
    const town = await readTownJudgements(tx, frame);
    return {
      kind: 'page',
      element: (
        <IndicatorsPage
          frame={frame}
          town={town}
          year={judgedYear(town, query.get('year'))}
          units={await listUnits(tx)}
          query={query}
          filter={readIndicatorFilter(query)}
        />
      ),
    };
  },
};
