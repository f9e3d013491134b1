import { Hono } from 'hono';
import { type IndicatorDesk, readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { saveBreakdowns } from '../../../app/indicator/save-breakdowns.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { axesEntries, axesFieldOf, readAxes } from './axes-form.ts';
import { BreakdownsPage } from './breakdowns-page.tsx';

/** 内訳の表の一覧と、軸・区分の編集. */
export const breakdownRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().all('/', async (c) => {
    const { town, viewer } = c.var;
    const acting = actingOf(c, deps);
    const desk: IndicatorDesk | null = await readIndicatorDesk(acting, c.req.param('indicatorKey') ?? '');
    if (desk === null) return c.notFound();
    const { indicator, version } = desk.loaded;
    const draw = (
      form: Form,
      seen: number,
      problems: readonly Problem[],
      status: 200 | 409 | 422,
      notice?: string,
    ): Response =>
      renderPage(
        c,
        <BreakdownsPage
          town={town}
          viewer={viewer}
          desk={desk}
          form={form}
          version={seen}
          sentences={sentencesByField(problems, axesFieldOf)}
          problems={problems}
          notice={notice}
          mayDefine={may(viewer.actor, 'indicator.define')}
        />,
        status,
      );
    if (c.req.method !== 'POST') {
      const notice = c.req.query('done') === 'saved' ? '軸と区分を保存しました。' : undefined;
      return draw(formFromEntries(axesEntries(indicator.breakdowns)), version, [], 200, notice);
    }
    if (!may(viewer.actor, 'indicator.define')) return forbidden(c, deps, 'indicator.define');
    const { form } = c.var;
    const seen = seenVersion(form);
    if (form.text('then').startsWith('more:')) return draw(form, seen, [], 200);
    const read = readAxes(form);
    if (!read.ok) return draw(form, seen, read.error, 422);
    const saved = await saveBreakdowns(acting, indicator.indicatorKey, read.value.dimensions, seen);
    if (saved.ok) {
      const own = `/m/${town.municipality}/office/indicators/${encodeURIComponent(indicator.indicatorKey)}`;
      return c.redirect(`${own}/breakdowns?done=saved`, 303);
    }
    const status = saved.error[0].code === 'changed-meanwhile' ? 409 : 422;
    return draw(form, seen, saved.error.map(read.value.inForm), status);
  });
