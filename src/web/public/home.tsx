import { readIndicators } from '../../app/indicator/read-indicators.ts';
import type { YearJudgements } from '../../app/judgement/read-judgements.ts';
import { loadDirectionSums } from '../../db/read-direction-sums.ts';
import { findNewestYearWithFigures, type LoadedIndicator } from '../../db/read-indicator.ts';
import { listPublishedTotals, type TownTotal } from '../../db/read-population-totals.ts';
import { loadPublications } from '../../db/read-publication.ts';
import type { PublicTx } from '../../db/tenant.ts';
import { directionTotals } from '../../domain/evaluation/direction-totals.ts';
import type { TownFrame } from '../components/frame.ts';
import { townName } from '../components/frame.ts';
import { KeyFigure } from '../components/key-figure.tsx';
import { type PlanView, planView } from '../components/plan-view.ts';
import { PublicLayout } from '../components/public-layout.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { yearsWithFigures } from './changes-of-year.ts';
import { newestOfProgrammes } from './evaluation/chosen-round.ts';
import { HomeEvaluations, type HomeEvaluationsProps } from './evaluation/home-evaluations.tsx';
import { Changes } from './home-changes.tsx';
import { LifeDoors, StrategyDoors } from './home-doors.tsx';
import { Hero } from './home-hero.tsx';
import { HomeJudgements } from './home-judgements.tsx';
import { PlanList } from './home-plans.tsx';
import { findTownJudgements, judgedYear, markIn } from './judged-year.ts';
import type { PublicPage } from './page.ts';
import { HomePopulation } from './population/home-population.tsx';

interface HomeProps {
  readonly frame: TownFrame;
  /** The plan the town puts first; null: nothing is published yet. */
  readonly plan: PlanView | null;
  readonly indicators: readonly LoadedIndicator[];
  /** Newest year whose judgement is public; null: none. */
  readonly year: YearJudgements | null;
  /** Newest year with public figures; null: none. */
  readonly changedIn: number | null;
  /** null: no evaluation of programmes is public. */
  readonly evaluations: Omit<HomeEvaluationsProps, 'frame'> | null;
  /** null: nothing about population is public. */
  readonly population: readonly TownTotal[] | null;
}

const NothingYet = ({ frame }: { readonly frame: TownFrame }) => (
  <div className="wrap">
    <div className="page-head">
      <h1>{frame.t.home.title(townName(frame))}</h1>
    </div>
    <div className="empty">
      <p className="empty__title">{frame.t.home.notYet}</p>
      <p>{frame.t.home.notYetHint}</p>
    </div>
  </div>
);

const HomePage = ({ frame, plan, indicators, year, changedIn, evaluations, population }: HomeProps) => {
  const { t } = frame;
  const updated = frame.mainPlan?.inForce.publishedAt ?? frame.town.updatedAt;
  return (
    <PublicLayout
      frame={frame}
      title={t.home.title(townName(frame))}
      description={plan?.content.header.summary.slice(0, 120)}
      section="home"
      record={{ updatedAt: updated }}
      bleed
    >
      {plan === null ? (
        <NothingYet frame={frame} />
      ) : (
        <>
          <Hero frame={frame} plan={plan} />
          <div className="wrap">
            <div className="home-find">
              <LifeDoors frame={frame} plan={plan} />
              <SearchForm frame={frame} />
            </div>
            {indicators.length === 0 ? null : (
              <section className="section" aria-labelledby="figures">
                <h2 id="figures">{t.home.indicators}</h2>
                <p className="section__lead">{t.home.indicatorsLead}</p>
                <div className="key-figures">
                  {indicators.map((loaded) => (
                    <KeyFigure
                      key={loaded.indicator.indicatorKey}
                      frame={frame}
                      loaded={loaded}
                      mark={markIn(year, loaded.indicator.indicatorKey)}
                      heading="h3"
                    />
                  ))}
                </div>
                <HomeJudgements frame={frame} year={year} changedIn={changedIn} />
              </section>
            )}
            <StrategyDoors frame={frame} plan={plan} />
            {evaluations === null ? null : <HomeEvaluations frame={frame} {...evaluations} />}
            {population === null ? null : <HomePopulation frame={frame} totals={population} />}
            <Changes frame={frame} />
            <PlanList frame={frame} />
          </div>
        </>
      )}
    </PublicLayout>
  );
};

/** The figures the town puts first; where it names none, those of the whole plan's top. */
const topKeys = (frame: TownFrame, plan: PlanView): readonly string[] => {
  const chosen = frame.town.settings.home.topIndicatorKeys;
  if (chosen.length > 0) return chosen.slice(0, 3);
  return [...plan.tree.crossCutting, ...plan.tree.roots]
    .flatMap((node) => node.item.indicatorKeys)
    .slice(0, 3);
};

/** The newest published evaluation in sums; towns that have published none cost no query. */
const readEvaluations = async (tx: PublicTx, frame: TownFrame): Promise<HomeProps['evaluations']> => {
  if (!frame.hasEvaluations) return null;
  const all = await loadPublications(tx, 'evaluation');
  const round = newestOfProgrammes(all);
  if (round === undefined) return null;
  return { round, all, totals: directionTotals(await loadDirectionSums(tx, round), round.content) };
};

export const homePage: PublicPage = {
  path: '',
  answer: async ({ tx, frame, revision }) => {
    const main = frame.mainPlan;
    const loaded = main === null ? null : await revision(main.planKey, main.inForce.revision);
    const plan = main === null || loaded === null ? null : planView(main.slug, loaded);
    const keys = plan === null ? [] : topKeys(frame, plan);
    // Judgements in sum are of every indicator; a town that publishes none shows a few of them.
    const town = await findTownJudgements(tx, frame);
    const found = town?.loaded ?? (await readIndicators(tx, keys, { breakdowns: false }));
    const indicators = keys.flatMap((key) => found.filter((entry) => entry.indicator.indicatorKey === key));
    const element = (
      <HomePage
        frame={frame}
        plan={plan}
        indicators={indicators}
        year={judgedYear(town)}
        changedIn={town === null ? await findNewestYearWithFigures(tx) : (yearsWithFigures(town)[0] ?? null)}
        evaluations={await readEvaluations(tx, frame)}
        population={frame.hasPopulation ? await listPublishedTotals(tx) : null}
      />
    );
    return { kind: 'page', element };
  },
};
