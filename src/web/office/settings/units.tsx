import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { isoDateInJapan } from '../../../app/japan-date.ts';
import { readOrganisation, reorganiseUnits } from '../../../app/organisation/reorganise-units.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import { parseJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { organisationOn } from '../../../domain/organisation/organisation-on.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { doneNotice } from '../done-notice.ts';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { findUnitChange, reorganisationFromForm, type UnitChange } from './unit-change-form.ts';
import { UnitChangePage } from './unit-change-page.tsx';
import { unitChoices } from './unit-choices.ts';
import { UnitsPage } from './units-page.tsx';

const newKey = (): string => `u-${randomBytes(6).toString('hex')}`;

export const unitRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  const home = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/settings/units`;

  app.get('/', async (c) => {
    const { town, viewer } = c.var;
    const today = isoDateInJapan(deps.now());
    const asked = c.req.query('on') ?? '';
    const parsed = asked === '' ? null : parseJapaneseDate(asked);
    const on = parsed?.ok ? parsed.value : today;
    const { units, successions } = await readOrganisation(actingOf(c, deps));
    return renderPage(
      c,
      <UnitsPage
        town={town}
        viewer={viewer}
        units={units}
        successions={successions}
        tree={organisationOn(units, successions, on)}
        on={on}
        today={today}
        mayManage={may(viewer.actor, 'unit.manage')}
        notice={doneNotice(c.req.query('done'))}
        problems={parsed === null || parsed.ok ? [] : [`いつの組織: ${problemSentence(parsed.error)}`]}
      />,
      parsed === null || parsed.ok ? 200 : 422,
    );
  });

  const changePage = async (
    c: Context<OfficeEnv>,
    change: UnitChange,
    form: Form,
    problems: readonly Problem[] = [],
  ) => {
    const { units, successions } = await readOrganisation(actingOf(c, deps));
    return renderPage(
      c,
      <UnitChangePage
        town={c.var.town}
        viewer={c.var.viewer}
        change={change}
        choices={unitChoices(organisationOn(units, successions, isoDateInJapan(deps.now())))}
        form={form}
        problems={problems.map(problemSentence)}
        sentences={fieldSentences(problems)}
      />,
      problems.length === 0 ? 200 : 422,
    );
  };

  app.use('/:change', requireRight(deps, 'unit.manage'));
  app.get('/:change', (c) => {
    const change = findUnitChange(c.req.param('change'));
    if (change === null) return c.notFound();
    return changePage(c, change, formFromEntries([['unitKey', c.req.query('unit') ?? '']]));
  });
  app.post('/:change', async (c) => {
    const change = findUnitChange(c.req.param('change'));
    if (change === null) return c.notFound();
    const { units } = await readOrganisation(actingOf(c, deps));
    const command = reorganisationFromForm(change.kind, c.var.form, units, newKey);
    const result = await reorganiseUnits(actingOf(c, deps), command);
    if (!result.ok) return changePage(c, change, c.var.form, result.error);
    const seen = command.on === '' ? '' : `&on=${encodeURIComponent(command.on)}`;
    return c.redirect(`${home(c)}?done=units-changed${seen}`, 303);
  });
  return app;
};
