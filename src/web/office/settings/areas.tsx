import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  type AreaRequest,
  addArea,
  areaMark,
  changeArea,
  readAreas,
} from '../../../app/organisation/area-change.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Area } from '../../../domain/organisation/area.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { doneNotice } from '../done-notice.ts';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { AreaPage, AreasPage, layerNames } from './areas-page.tsx';

const layers = Object.keys(layerNames) as readonly Area['layer'][];

const areaFromForm = (form: Form): AreaRequest => ({
  name: form.text('name'),
  layer: layers.find((layer) => layer === form.text('layer')) ?? 'district',
  parentKey: form.text('parentKey') === '' ? null : form.text('parentKey'),
});

export const areaRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  const home = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/settings/areas`;
  const mayManage = (c: Context<OfficeEnv>) => may(c.var.viewer.actor, 'settings.manage');
  const frame = (c: Context<OfficeEnv>, problems: readonly Problem[]) => ({
    town: c.var.town,
    viewer: c.var.viewer,
    notice: doneNotice(c.req.query('done')),
    problems: problems.map(problemSentence),
    sentences: fieldSentences(problems),
  });

  const list = async (c: Context<OfficeEnv>, form: Form, problems: readonly Problem[] = []) =>
    renderPage(
      c,
      <AreasPage
        {...frame(c, problems)}
        areas={await readAreas(actingOf(c, deps))}
        form={form}
        mayManage={mayManage(c)}
      />,
      problems.length === 0 ? 200 : 422,
    );
  app.get('/', (c) => list(c, formFromEntries([['layer', 'district']])));
  app.post('/', async (c) => {
    if (!mayManage(c)) return forbidden(c, deps, 'settings.manage');
    const key = `a-${randomBytes(6).toString('hex')}`;
    const result = await addArea(actingOf(c, deps), key, areaFromForm(c.var.form));
    return result.ok ? c.redirect(`${home(c)}?done=area-added`, 303) : list(c, c.var.form, result.error);
  });

  const one = async (
    c: Context<OfficeEnv>,
    key: string,
    form: Form | null,
    problems: readonly Problem[] = [],
  ) => {
    const areas = await readAreas(actingOf(c, deps));
    const area = areas.find(({ areaKey }) => areaKey === key);
    if (area === undefined) return c.notFound();
    const stored = formFromEntries([
      ['name', area.name],
      ['layer', area.layer],
      ['parentKey', area.parentKey ?? ''],
    ]);
    return renderPage(
      c,
      <AreaPage
        {...frame(c, problems)}
        area={area}
        areas={areas}
        form={form ?? stored}
        seen={areaMark(area)}
      />,
      problems.length === 0 ? 200 : problems[0]?.code === 'area.changed-meanwhile' ? 409 : 422,
    );
  };
  app.get('/:key', (c) =>
    mayManage(c) ? one(c, c.req.param('key'), null) : forbidden(c, deps, 'settings.manage'),
  );
  app.post('/:key', async (c) => {
    if (!mayManage(c)) return forbidden(c, deps, 'settings.manage');
    const key = c.req.param('key');
    const result = await changeArea(
      actingOf(c, deps),
      key,
      areaFromForm(c.var.form),
      c.var.form.text('seen'),
    );
    return result.ok
      ? c.redirect(`${home(c)}?done=area-changed`, 303)
      : one(c, key, c.var.form, result.error);
  });
  return app;
};
