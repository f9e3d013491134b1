import { type Context, Hono } from 'hono';
import { readTownEvaluations } from '../../app/evaluation/read-town-evaluations.ts';
import { readCommonIndicators, readCommonKeys } from '../../app/indicator/read-common-indicators.ts';
import { listMunicipalities } from '../../db/read-town.ts';
import { withDirectory } from '../../db/tenant.ts';
import type { WebDeps } from '../deps.ts';
import { renderPage } from '../render.tsx';
import { languages } from '../text/text.ts';
import { changesOfYearPage } from './changes-of-year-page.tsx';
import { CommonIndicatorPage, CommonKeysPage } from './common-indicators.tsx';
import { departmentGoalsPage } from './department-goals-page.tsx';
import { DirectoryPage, matchesWords } from './directory.tsx';
import { budgetPage } from './evaluation/budget-page.tsx';
import { evaluationYearPage } from './evaluation/evaluation-year-page.tsx';
import { evaluationsPage } from './evaluation/evaluations-page.tsx';
import { implementationPlanPage } from './evaluation/implementation-plan-page.tsx';
import { programmePage } from './evaluation/programme-page.tsx';
import { referenceTowns } from './evaluation/reference-towns.ts';
import { TownComparisonPage } from './evaluation/town-comparison-page.tsx';
import { feedPage } from './feed.ts';
import { historyPage } from './history-page.tsx';
import { homePage } from './home.tsx';
import { indicatorPage } from './indicator-page.tsx';
import { indicatorsPage } from './indicators-page.tsx';
import { itemPage } from './item-page.tsx';
import { judgementsPage } from './judgements-page.tsx';
import { KeptRevisions } from './kept-revisions.ts';
import { KnownVersions } from './known-versions.ts';
import { openDataPage } from './open-data.tsx';
import type { PublicPage } from './page.ts';
import { PageCache } from './page-cache.ts';
import { parentAddresses } from './parent-addresses.ts';
import { planPage } from './plan-page.tsx';
import { districtsCsvPage, districtsPage } from './population/districts-page.tsx';
import { populationPage } from './population/explorer-page.tsx';
import { scenarioPage } from './population/scenario-page.tsx';
import { sdgsPage } from './sdgs-page.tsx';
import { searchPage } from './search-page.tsx';
import { serveAcross } from './serve-across.ts';
import { servePage, viewFrame } from './serve-page.ts';
import { textSizeRoutes } from './text-size.ts';
import { themeStylesheet } from './theme.ts';

/** Every public page of a town, by its address below /m/{code}. */
const pages: readonly PublicPage[] = [
  homePage,
  planPage,
  itemPage,
  indicatorsPage,
  indicatorPage,
  judgementsPage,
  changesOfYearPage,
  evaluationsPage,
  evaluationYearPage,
  programmePage,
  budgetPage,
  implementationPlanPage,
  populationPage,
  scenarioPage,
  districtsPage,
  districtsCsvPage,
  sdgsPage,
  departmentGoalsPage,
  historyPage,
  searchPage,
  openDataPage,
  feedPage,
  themeStylesheet,
  ...parentAddresses,
];

/** An item with its texts takes about 2 KB: as much again as the rendered pages at the most. 0 keeps nothing. */
const itemsPerMegabyte = 500;

/** Of the budget, once more. */
const passingShare = 16;

const commonKeyOf = (c: Context): string => (c.req.param('key') ?? '').slice(0, 100);

export const publicRoutes = (deps: WebDeps): Hono => {
  const routes = new Hono();
  const kept = {
    pages: new PageCache(deps.config.pageCacheMegabytes * 1024 * 1024),
    passing: new PageCache((deps.config.pageCacheMegabytes * 1024 * 1024) / passingShare),
    versions: new KnownVersions(deps.db),
    revisions: new KeptRevisions(deps.config.pageCacheMegabytes * itemsPerMegabyte),
  };
  for (const language of languages) {
    const prefix = language === 'en' ? '/en' : '';
    routes.get(prefix === '' ? '/' : prefix, async (c) => {
      const towns = await withDirectory(deps.db, listMunicipalities);
      const words = (c.req.query('q') ?? '').trim().slice(0, 100);
      return renderPage(
        c,
        <DirectoryPage
          frame={viewFrame(deps, c, language)}
          words={words}
          towns={words === '' ? towns : towns.filter((town) => matchesWords(town, words))}
          searchable={towns.length > 12}
        />,
      );
    });
    routes.get(
      `${prefix}/indicators`,
      serveAcross(deps, kept, language, {
        commonKey: () => null,
        answer: async (frame) => <CommonKeysPage frame={frame} keys={await readCommonKeys(deps.db)} />,
      }),
    );
    routes.get(
      `${prefix}/indicators/:key`,
      serveAcross(deps, kept, language, {
        query: ['page'],
        commonKey: commonKeyOf,
        answer: async (frame, c) => {
          const all = await readCommonIndicators(deps.db, commonKeyOf(c));
          const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1);
          return all === null ? null : (
            <CommonIndicatorPage frame={frame} commonKey={commonKeyOf(c)} all={all} page={page} />
          );
        },
      }),
    );
    routes.get(`${prefix}/evaluations`, async (c) => {
      // What a town publishes here takes the place of what is known of it from elsewhere.
      const here = await readTownEvaluations(deps.db);
      const elsewhere = referenceTowns().filter((town) =>
        here.every(({ municipality }) => municipality !== town.municipality),
      );
      return renderPage(
        c,
        <TownComparisonPage frame={viewFrame(deps, c, language)} evaluations={[...here, ...elsewhere]} />,
      );
    });
    for (const page of pages) {
      routes.get(`${prefix}/m/:code${page.path}`, servePage(deps, kept, language, page));
    }
  }
  return routes.route('/', textSizeRoutes());
};
