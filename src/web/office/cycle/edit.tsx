import type { Context } from 'hono';
import { Hono } from 'hono';
import { readCycleDesk } from '../../../app/cycle/read-cycle.ts';
import { cycleMark, saveCycle } from '../../../app/cycle/save-cycle.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { entriesOfRows, isBlankRow, rowsOf } from '../forms/rows.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { EditPage, type EditPageProps } from './edit-page.tsx';
import { type Cells, type EditPart, editParts, isEditPart } from './edit-parts.ts';
import { readRowStep, withRowStep } from './edit-rows.ts';

/** 「3行目: …」 */
const placedSentence = (problem: Problem): string => {
  const row = problem.path.find((part) => typeof part === 'number');
  return `${row === undefined ? '' : `${row + 1}行目: `}${problemSentence(problem)}`;
};

/** One list of the settings: /m/{code}/office/cycle/edit/{types|rates|calendar}. */
export const cycleEditRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const partOf = (c: Context<OfficeEnv>): { readonly name: string; readonly part: EditPart } | null => {
    const name = c.req.param('part');
    return isEditPart(name) ? { name, part: editParts[name] } : null;
  };

  const page = (
    c: Context<OfficeEnv>,
    { name, part }: { readonly name: string; readonly part: EditPart },
    rows: readonly Cells[],
    change: Pick<EditPageProps, 'seen'> & Partial<EditPageProps>,
    status: 200 | 409 | 422 = 200,
  ) =>
    renderPage(
      c,
      <EditPage
        town={c.var.town}
        viewer={c.var.viewer}
        name={name}
        part={part}
        rows={rows}
        form={formFromEntries(entriesOfRows(name, rows))}
        sentences={new Map()}
        problems={[]}
        notice={undefined}
        theirs={null}
        {...change}
      />,
      status,
    );

  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'programme.manage'))
    .get('/', async (c) => {
      const at = partOf(c);
      if (at === null) return c.notFound();
      const { cycle } = await readCycleDesk(actingOf(c, deps));
      const rows = at.part.cells(cycle);
      return page(c, at, rows.length === 0 ? [at.part.fresh] : rows, {
        seen: cycleMark(cycle, at.part.part),
      });
    })
    .post('/', async (c) => {
      const at = partOf(c);
      if (at === null) return c.notFound();
      const { form } = c.var;
      const { part, name } = at;
      const typed = rowsOf(form, name, part.fields);
      const seen = form.text('seen');
      const step = readRowStep(form.text('then'));
      if (step !== null)
        return page(c, at, withRowStep(typed, step, part.fresh), {
          seen,
          notice: 'まだ保存していません。行を変えただけです。',
        });
      const rows = typed.filter((row) => !isBlankRow(row, part.always));
      const saved = await saveCycle(actingOf(c, deps), part.read(rows), { [part.part]: seen });
      if (saved.ok) return c.redirect(`/m/${c.var.town.municipality}/office/cycle?done=${name}`, 303);
      const [first] = saved.error;
      if (first.code === 'not-allowed') return forbidden(c, deps, 'programme.manage');
      if (first.code === 'cycle-changed-meanwhile') {
        const { cycle } = await readCycleDesk(actingOf(c, deps));
        return page(
          c,
          at,
          typed,
          {
            // What is stored is shown beside it: saving now is a decision.
            seen: cycleMark(cycle, part.part),
            problems: [
              `${problemSentence(first)}欄には、あなたの入力が残っています。下の内容を見て直し、保存してください。`,
            ],
            theirs: part.cells(cycle),
          },
          409,
        );
      }
      const nameOf = (path: Problem['path']) => (path.length === 3 ? path.join('.') : null);
      return page(
        c,
        at,
        rows,
        { seen, problems: saved.error.map(placedSentence), sentences: sentencesByField(saved.error, nameOf) },
        422,
      );
    });
};
