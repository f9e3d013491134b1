import { Hono } from 'hono';
import { readCycleDesk } from '../../../app/cycle/read-cycle.ts';
import { readSetUp } from '../../../app/cycle/read-setup.ts';
import { may } from '../../../domain/access/may.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { CyclePage } from './cycle-page.tsx';
import { cycleEditRoutes } from './edit.tsx';
import { StartPage } from './start-page.tsx';
import { cycleTemplateRoutes } from './take-template.tsx';

const notices: Readonly<Record<string, string>> = {
  types: '事業の種類を保存しました。',
  rates: '人件費の単価を保存しました。',
  calendar: '年間の予定を保存しました。',
  taken: '取り込みました。町に合わせて直してください。',
};

/** 年度サイクルの設定: /m/{code}/office/cycle. */
export const cycleRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'programme.view'));
  app.get('/', async (c) => {
    const { town, viewer } = c.var;
    const desk = await readCycleDesk(actingOf(c, deps));
    const mayManage = may(viewer.actor, 'programme.manage');
    const notice = notices[c.req.query('done') ?? ''];
    return renderPage(c, <CyclePage {...{ town, viewer, desk, mayManage, notice }} />);
  });
  app.get('/start', async (c) => {
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <StartPage town={town} viewer={viewer} steps={await readSetUp(actingOf(c, deps))} />,
    );
  });
  app.get('/cycle.json', async (c) => {
    const { cycle } = await readCycleDesk(actingOf(c, deps));
    const file = { name: `${c.var.town.name}の年度サイクル`, source: null, notes: [], ...cycle };
    return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="cycle-${c.var.town.municipality}.json"`,
    });
  });
  app.route('/edit/:part', cycleEditRoutes(deps));
  app.route('/templates', cycleTemplateRoutes(deps));
  return app;
};
