import { href, type TownFrame, townName } from '../../components/frame.ts';
import { PageHead } from '../../components/page-head.tsx';
import { LiveInputScript } from '../../components/population/live-input-script.tsx';
import { PublicLayout } from '../../components/public-layout.tsx';
import type { LiveInput } from '../../islands/population/live-input.ts';
import type { PublicPage } from '../page.ts';
import { DistrictsSection } from './districts-section.tsx';
import { ExplorerAges } from './explorer-ages.tsx';
import { ExplorerAssumptions } from './explorer-assumptions.tsx';
import { readFacts, yearAsked } from './explorer-facts.ts';
import { pyramidFrames } from './explorer-frames.ts';
import { headlineOf, leadOf } from './explorer-headline.ts';
import { leverKeys } from './explorer-levers.ts';
import { liveScenario } from './explorer-live.ts';
import { ExplorerOfYear } from './explorer-of-year.tsx';
import { agesPicture, movedTotalsPicture, pyramidPicture } from './explorer-pictures.ts';
import { ExplorerPyramid, shownFrames } from './explorer-pyramid.tsx';
import { ExplorerScenarios } from './explorer-scenarios.tsx';
import { ExplorerSources } from './explorer-sources.tsx';
import { ExplorerTotals } from './explorer-totals.tsx';
import { type ExplorerView, wordsOf } from './explorer-view.ts';
import { figuresInYear } from './figures-in-year.ts';
import { type DistrictsAnswer, loadDistricts } from './load-districts.ts';

const EmptyExplorer = ({ frame }: { readonly frame: TownFrame }) => {
  const words = wordsOf(frame);
  return (
    <PublicLayout frame={frame} title={words.title} section="population" crumbs={[{ label: words.title }]}>
      <PageHead title={words.title} />
      <div className="empty">
        <p className="empty__title">{words.empty.title}</p>
        <p>{words.empty.text}</p>
        <p>
          <a href={href(frame)}>{words.empty.home}</a>
        </p>
      </div>
    </PublicLayout>
  );
};

/** What the script draws from: the same pictures, without the line that moves. */
const liveInputOf = (view: ExplorerView): LiveInput | null => {
  const { live, pyramid, words, frame, facts } = view;
  const chosen = pyramid === null ? null : shownFrames(pyramid, view.query);
  if (live === null || pyramid === null || chosen === null) return null;
  return {
    language: frame.language,
    assumptions: live.start.assumptions,
    content: live.content,
    levers: live.fields,
    movesAfter: live.after,
    scenarioName: words.assumptions.line,
    totals: movedTotalsPicture(facts, live, words),
    pyramid: pyramidPicture(pyramid, chosen.shown, chosen.compare, words),
    ages: agesPicture(facts, live, words),
    year: chosen.shown.year,
    frames: pyramid.frames,
    frameAges: pyramid.ages,
    compareYear: chosen.compare?.year,
    outlinesUnchanged: false,
  };
};

const ExplorerPage = ({
  view,
  districts,
}: {
  readonly view: ExplorerView;
  readonly districts: DistrictsAnswer;
}) => {
  const { frame, words, facts, live, pyramid } = view;
  const headline = headlineOf(view);
  const ages = agesPicture(facts, live, words);
  const input = liveInputOf(view);
  return (
    <PublicLayout
      frame={frame}
      title={words.title}
      description={headline}
      section="population"
      crumbs={[{ label: words.title }]}
      scripts={input === null ? [] : [frame.assets('population.js')]}
    >
      <PageHead title={headline} kicker={words.kicker(townName(frame))} {...leadProps(view)} />
      <ExplorerTotals view={view} />
      <ExplorerOfYear view={view} />
      <div data-population-live>
        {live === null ? null : <ExplorerAssumptions view={view} live={live} />}
        {pyramid === null ? null : <ExplorerPyramid view={view} pyramid={pyramid} />}
        {ages === null ? null : <ExplorerAges view={view} picture={ages} />}
        {input === null ? null : <LiveInputScript input={input} />}
      </div>
      <ExplorerScenarios view={view} />
      <DistrictsSection frame={frame} answer={districts} />
      <ExplorerSources view={view} />
    </PublicLayout>
  );
};

const leadProps = (view: ExplorerView): { readonly lead?: string } => {
  const lead = leadOf(view);
  return lead === undefined ? {} : { lead };
};

/** 人口の見通し: every published source side by side, assumptions to move, ages, scenarios, sources. */
export const populationPage: PublicPage = {
  path: '/population',
  query: ['in', 'year', 'compare', 'series', 'scenario', ...leverKeys],
  answer: async ({ tx, frame, query }) => {
    const words = wordsOf(frame);
    const facts = await readFacts(tx);
    const year = yearAsked(facts, query.get('in'), frame.today);
    if (year === null) return { kind: 'page', element: <EmptyExplorer frame={frame} /> };
    const live = liveScenario(facts, query, words);
    const view: ExplorerView = {
      frame,
      words,
      facts,
      query,
      year,
      figures: figuresInYear(facts, year),
      live,
      pyramid: pyramidFrames(facts, live, query.get('series'), words),
    };
    return {
      kind: 'page',
      isPassing: query.size > 0,
      element: <ExplorerPage view={view} districts={await loadDistricts(tx, facts.series)} />,
    };
  },
};
