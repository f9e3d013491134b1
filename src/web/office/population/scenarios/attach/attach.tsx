import { type Context, Hono } from 'hono';
import { readIndicatorList } from '../../../../../app/indicator/read-indicator-desk.ts';
import {
  attachScenario,
  detachScenario,
  previewAttached,
} from '../../../../../app/population/attach-scenario.ts';
import { readScenario } from '../../../../../app/population/read-population.ts';
import type { Refusal } from '../../../../../app/refusal.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { renderPage } from '../../../../render.tsx';
import { forbidden, requireRight } from '../../../forbidden.ts';
import { seenVersion } from '../../../forms/seen-version.ts';
import { scenarioSentence } from '../scenario-sentences.ts';
import { AttachPage } from './attach-page.tsx';

const notices: Readonly<Record<string, string>> = {
  attached: '指標の道筋にしました。',
  detached: '指標の道筋から外しました。シナリオの前の道筋に戻りました。',
  straight: '指標の道筋から外しました。基準値から目標までまっすぐな道筋になりました。',
};

const meanwhile =
  'その間に、ほかの職員がこの指標を変えました。いまの道筋を確かめて、もう一度押してください。何も変わっていません。';

/** 指標の道筋にする・外す. */
export const attachRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const keyOf = (c: Context<OfficeEnv>): string => c.req.param('scenarioKey') ?? '';
  const hrefOf = (c: Context<OfficeEnv>): string =>
    `/m/${c.var.town.municipality}/office/population/scenarios/${keyOf(c)}/attach`;

  const page = async (
    c: Context<OfficeEnv>,
    indicatorKey: string,
    refusal: readonly string[],
    status: 200 | 409 | 422,
  ): Promise<Response> => {
    const acting = actingOf(c, deps);
    const desk = await readScenario(acting, keyOf(c));
    if (desk === null) return c.notFound();
    const { indicators } = await readIndicatorList(acting);
    const candidates = indicators.filter(
      ({ indicator }) => indicator.unit === '人' && indicator.computed === null,
    );
    const loaded = candidates.find(({ indicator }) => indicator.indicatorKey === indicatorKey);
    const place = { scenarioKey: keyOf(c), indicatorKey, seenVersion: loaded?.version ?? 0 };
    const previewed = loaded === undefined ? null : await previewAttached(acting, place);
    const isUnknown = indicatorKey !== '' && loaded === undefined && refusal.length === 0;
    const unknown = isUnknown
      ? ['選んだ指標は、単位が「人」で人が入力する指標の中にありません。下の一覧から選び直してください。']
      : [];
    const stops = previewed === null || previewed.ok ? [] : previewed.error.map(scenarioSentence);
    const { town, viewer } = c.var;
    return renderPage(
      c,
      <AttachPage
        {...{ town, viewer, desk, candidates }}
        chosen={loaded === undefined || previewed?.ok !== true ? null : { loaded, path: previewed.value }}
        problems={[...refusal, ...unknown, ...stops]}
        notice={refusal.length === 0 ? notices[c.req.query('done') ?? ''] : undefined}
      />,
      status === 200 && stops.length + unknown.length > 0 ? 422 : status,
    );
  };

  const refuse = (c: Context<OfficeEnv>, refusal: Refusal): Promise<Response> => {
    const [{ code }] = refusal;
    if (code === 'not-allowed') return forbidden(c, deps, 'indicator.define');
    const isMeanwhile = code === 'changed-meanwhile';
    const sentences = isMeanwhile ? [meanwhile] : refusal.map(scenarioSentence);
    return page(c, c.var.form.text('indicator'), sentences, isMeanwhile ? 409 : 422);
  };

  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'population.manage'))
    .get('/', (c) => page(c, c.req.query('indicator') ?? '', [], 200))
    .post('/', async (c) => {
      const place = { indicatorKey: c.var.form.text('indicator'), seenVersion: seenVersion(c.var.form) };
      const done = await attachScenario(actingOf(c, deps), { scenarioKey: keyOf(c), ...place });
      return done.ok ? c.redirect(`${hrefOf(c)}?done=attached`, 303) : refuse(c, done.error);
    })
    .post('/detach', async (c) => {
      const place = { indicatorKey: c.var.form.text('indicator'), seenVersion: seenVersion(c.var.form) };
      const done = await detachScenario(actingOf(c, deps), place);
      if (!done.ok) return refuse(c, done.error);
      return c.redirect(`${hrefOf(c)}?done=${done.value.restored ? 'detached' : 'straight'}`, 303);
    })
    .get('/detach', (c) => c.redirect(hrefOf(c), 303));
};
