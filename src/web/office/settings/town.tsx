import { type Context, Hono } from 'hono';
import { readTownDesk, saveTown, setSiteOpen } from '../../../app/town/save-town.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { doneNotice } from '../done-notice.ts';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { profileFromForm, townEntries } from './town-form.ts';
import { TownPage } from './town-page.tsx';

export const townRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'settings.manage'));
  const home = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/settings/town`;

  const page = async (
    c: Context<OfficeEnv>,
    form: Form,
    {
      problems = [],
      notice,
    }: { readonly problems?: readonly Problem[]; readonly notice?: string | undefined } = {},
  ) =>
    renderPage(
      c,
      <TownPage
        town={c.var.town}
        viewer={c.var.viewer}
        form={form}
        {...(await readTownDesk(actingOf(c, deps)))}
        notice={notice}
        problems={problems.map(problemSentence)}
        sentences={fieldSentences(problems)}
      />,
      problems.length === 0 ? 200 : 422,
    );

  app.get('/', (c) =>
    page(c, formFromEntries(townEntries(c.var.town)), { notice: doneNotice(c.req.query('done')) }),
  );

  app.post('/', async (c) => {
    const { form, town } = c.var;
    if (form.text('preview') === 'yes')
      return page(c, form, { notice: '色を試しています。まだ保存していません。' });
    const version = seenVersion(form);
    const result = await saveTown(actingOf(c, deps), profileFromForm(form, town), version);
    if (result.ok) return c.redirect(`${home(c)}?done=town-saved`, 303);
    // Whoever has seen the other's change may put their own over it.
    const current = formFromEntries([['version', String(town.version)], ...form.entries]);
    return page(c, current, { problems: result.error });
  });

  app.post('/site', async (c) => {
    const open = c.var.form.text('open') === 'yes';
    const result = await setSiteOpen(actingOf(c, deps), open);
    if (!result.ok) return page(c, formFromEntries(townEntries(c.var.town)), { problems: result.error });
    return c.redirect(`${home(c)}?done=${open ? 'site-opened' : 'site-closed'}`, 303);
  });
  return app;
};
