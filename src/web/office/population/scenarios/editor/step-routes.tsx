import { type Context, Hono } from 'hono';
import { publishScenario } from '../../../../../app/population/publish-scenario.ts';
import { readScenario } from '../../../../../app/population/read-population.ts';
import { createScenario, removeScenario } from '../../../../../app/population/save-scenario.ts';
import type { Refusal } from '../../../../../app/refusal.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { renderPage } from '../../../../render.tsx';
import { forbidden, requireRight } from '../../../forbidden.ts';
import { seenVersion } from '../../../forms/seen-version.ts';
import { scenarioEntries } from '../form/scenario-entries.ts';
import { scenarioFieldSentences, scenarioSentence } from '../scenario-sentences.ts';
import { EditorPage } from './editor-page.tsx';
import { pageOf } from './page-of.ts';

const longestName = 100;

/** 公開する・写す・消す. */
export const scenarioStepRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const keyOf = (c: Context<OfficeEnv>): string => c.req.param('scenarioKey') ?? '';
  const listOf = (c: Context<OfficeEnv>): string =>
    `/m/${c.var.town.municipality}/office/population/scenarios`;
  const hrefOf = (c: Context<OfficeEnv>, key = keyOf(c)): string => `${listOf(c)}/${key}`;

  /** The scenario as it is stored, with why the step was not taken. */
  const refuse = async (c: Context<OfficeEnv>, refusal: Refusal): Promise<Response> => {
    const [{ code }] = refusal;
    if (code === 'not-allowed') return forbidden(c, deps, 'population.manage');
    const desk = await readScenario(actingOf(c, deps), keyOf(c));
    if (desk === null) return c.notFound();
    const page = pageOf(c, deps, desk, scenarioEntries(desk.scenario), { tells: false });
    return renderPage(
      c,
      <EditorPage
        {...page}
        typedReason={c.var.form.text('reason')}
        sentences={scenarioFieldSentences(refusal)}
        problems={refusal.map(scenarioSentence)}
      />,
      code === 'changed-meanwhile' ? 409 : 422,
    );
  };
  const named = (c: Context<OfficeEnv>) => ({
    scenarioKey: keyOf(c),
    seenVersion: seenVersion(c.var.form),
  });

  return (
    new Hono<OfficeEnv>()
      .use(requireRight(deps, 'population.manage'))
      .post('/publish', async (c) => {
        const done = await publishScenario(actingOf(c, deps), {
          ...named(c),
          reason: c.var.form.text('reason'),
        });
        return done.ok ? c.redirect(`${hrefOf(c)}?done=published`, 303) : refuse(c, done.error);
      })
      .post('/copy', async (c) => {
        const acting = actingOf(c, deps);
        const desk = await readScenario(acting, keyOf(c));
        if (desk === null) return c.notFound();
        const { name, description, content } = desk.scenario;
        const copied = `${name}の写し`.slice(0, longestName);
        const made = await createScenario(acting, { name: copied, description, content });
        return made.ok
          ? c.redirect(`${hrefOf(c, made.value.scenarioKey)}?done=copied`, 303)
          : refuse(c, made.error);
      })
      .post('/remove', async (c) => {
        const done = await removeScenario(actingOf(c, deps), named(c));
        return done.ok ? c.redirect(`${listOf(c)}?done=removed`, 303) : refuse(c, done.error);
      })
      // After a refusal the page stands at the address of the step: a reload comes back to the scenario.
      .get('/:step{publish|copy|remove|preview}', (c) => c.redirect(hrefOf(c), 303))
  );
};
