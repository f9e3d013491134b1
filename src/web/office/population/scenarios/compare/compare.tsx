import { type Context, Hono } from 'hono';
import { readPopulation } from '../../../../../app/population/read-population.ts';
import type { SeriesWithTables } from '../../../../../domain/population/series.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { renderPage } from '../../../../render.tsx';
import { csvFile } from '../../../csv-file.ts';
import { forbidden } from '../../../forbidden.ts';
import { compareCsv } from '../csv/compare-csv.ts';
import { scenarioSentence } from '../scenario-sentences.ts';
import { workOut } from '../work-out.ts';
import { ComparePage } from './compare-page.tsx';
import { type Compared, mostCompared } from './compared.ts';

interface Gathered {
  readonly series: readonly SeriesWithTables[];
  readonly compared: readonly Compared[];
  readonly problems: readonly string[];
}

/** シナリオを比べる: /compare?key=…&key=… */
export const compareRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const gather = async (c: Context<OfficeEnv>): Promise<Gathered | null> => {
    const desk = await readPopulation(actingOf(c, deps));
    if (desk === null) return null;
    const keys = [...new Set(c.req.queries('key') ?? [])];
    const problems: string[] =
      keys.length > mostCompared
        ? [
            `比べられるのは${mostCompared}つまでです。選んだ${keys.length}つのうち、初めの${mostCompared}つを示します。`,
          ]
        : [];
    const compared = keys.slice(0, mostCompared).flatMap((key): readonly Compared[] => {
      const scenario = desk.scenarios.find((each) => each.scenarioKey === key);
      if (scenario === undefined) return [];
      const worked = workOut(scenario.content, desk.series);
      if (worked.ok) return [{ scenario, worked: worked.value }];
      problems.push(`「${scenario.name}」は計算できません: ${worked.error.map(scenarioSentence).join(' ')}`);
      return [];
    });
    return { series: desk.series, compared, problems };
  };
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const gathered = await gather(c);
      if (gathered === null) return forbidden(c, deps, 'population.view');
      const { town, viewer } = c.var;
      const { search } = new URL(c.req.url);
      const csvHref = `/m/${town.municipality}/office/population/scenarios/compare/compare.csv${search}`;
      return renderPage(c, <ComparePage {...{ town, viewer, csvHref }} {...gathered} />);
    })
    .get('/compare.csv', async (c) => {
      const gathered = await gather(c);
      if (gathered === null) return forbidden(c, deps, 'population.view');
      return csvFile(c, compareCsv(gathered.compared), 'scenarios.csv');
    });
};
