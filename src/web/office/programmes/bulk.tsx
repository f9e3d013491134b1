import { type Context, Hono } from 'hono';
import { bulkEdit } from '../../../app/programme/bulk-edit.ts';
import { readProgrammeList } from '../../../app/programme/read-programme-list.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { entriesOfAll, formFromEntries } from '../forms/entries.ts';
import { readBulkChange, readChosen } from './bulk-form.ts';
import { BulkPage } from './bulk-page.tsx';
import { drawList, rowsOfList } from './list.tsx';
import { type ListAddress, readListAddress } from './list-address.ts';
import { besideFields, placedProblem } from './words.ts';

const addressOf = (form: Form): ListAddress => {
  const query = new URLSearchParams(form.text('back'));
  return readListAddress((name) => query.get(name) ?? undefined);
};

/** まとめて変える. Its pages are only reached through the list's form; the address alone leads back to the list. */
export const bulkRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    form: Form,
    more: {
      readonly tried?: Parameters<typeof BulkPage>[0]['tried'];
      readonly problems?: readonly Problem[];
    } = {},
  ): Promise<Response> => {
    const list = await readProgrammeList(actingOf(c, deps), addressOf(form).fiscalYear);
    const chosen = readChosen(form);
    const problems = more.problems ?? [];
    return renderPage(
      c,
      <BulkPage
        town={c.var.town}
        viewer={c.var.viewer}
        choices={list}
        form={form}
        chosen={list.rows
          .filter(({ programme }) => chosen.has(programme.programmeKey))
          .map(({ programme }) => `${programme.number} ${programme.name}`.trim())}
        tried={more.tried ?? null}
        sentences={besideFields(problems, (path) => String(path.at(-1) ?? ''))}
        problems={problems.map(placedProblem)}
      />,
      problems.some(({ code }) => code === 'changed-meanwhile') ? 409 : problems.length > 0 ? 422 : 200,
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'programme.manage'))
    .get('/', (c) => c.redirect(`/m/${c.var.town.municipality}/office/programmes`, 303))
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const address = addressOf(c.var.form);
      let { form } = c.var;
      if (form.text('which') === 'filtered') {
        const list = await readProgrammeList(acting, address.fiscalYear);
        const all = rowsOfList(list, address).map(
          ({ programme }) => `${programme.programmeKey} ${programme.version}`,
        );
        form = formFromEntries([...form.entries.filter(([name]) => name !== 'p'), ...entriesOfAll('p', all)]);
      }
      const chosen = readChosen(form);
      if (chosen.size === 0)
        return drawList(c, deps, address, [
          placedProblem({ code: 'bulk-nothing-chosen', path: [], severity: 'error' }),
        ]);
      const step = form.text('step');
      if (step !== 'try' && step !== 'keep') return draw(c, form);
      const change = readBulkChange(form);
      if (!change.ok) return draw(c, form, { problems: change.error });
      const done = await bulkEdit(acting, { chosen, change: change.value, dryRun: step === 'try' });
      if (!done.ok) return draw(c, form, { problems: done.error });
      if (step === 'try') return draw(c, form, { tried: done.value });
      const back = new URLSearchParams(form.text('back'));
      back.set('done', 'bulk');
      back.set('n', String(done.value.length));
      return c.redirect(`/m/${c.var.town.municipality}/office/programmes?${back}`, 303);
    });
};
