import { Hono } from 'hono';
import { readPopulation } from '../../../app/population/read-population.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { PopulationIndexPage } from './index-page.tsx';

const notices: Readonly<Record<string, string>> = {
  removed: '系列を消しました。',
};

/** 人口の最初の画面: every series with its source, and the scenarios. */
export const populationIndexRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const { town, viewer } = c.var;
    const desk = await readPopulation(actingOf(c, deps));
    if (desk === null) return forbidden(c, deps, 'population.view');
    return renderPage(
      c,
      <PopulationIndexPage
        town={town}
        viewer={viewer}
        desk={desk}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });
