import type { Context } from 'hono';
import { Hono } from 'hono';
import {
  type ImplementationDesk,
  readImplementation,
} from '../../../app/implementation/read-implementation.ts';
import { saveImplementationCells } from '../../../app/implementation/save-cells.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { may } from '../../../domain/access/may.ts';
import { cellOf } from '../../../domain/implementation/cells.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import { placeBlock } from '../../../domain/implementation/place-block.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { SheetPage, type SheetPageProps } from './sheet-page.tsx';
import { cellsOfForm, programmesOf, rowsOfForm, sheetEntries } from './sheet-rows.ts';

/** 'amount 2025' of a programme → the field of its row. */
const fieldOf =
  (rows: ReadonlyMap<string, number>) =>
  ([key, place]: Problem['path']): string | null => {
    const row = rows.get(String(key));
    if (row === undefined) return null;
    if (place === undefined) return `key.${row}`;
    const [what, year] = String(place).split(' ');
    return what === 'reason' ? `reason.${row}` : `${what === 'general' ? 'g' : 'a'}.${row}.${year}`;
  };

/** What is stored now counts as seen where somebody else was first; what was typed stays. */
const seenAnew = (desk: ImplementationDesk, entries: Entries, met: readonly Problem[]): Entries => {
  const keys = new Map(
    rowsOfForm(formFromEntries(entries)).map(({ row, programmeKey }) => [programmeKey, row]),
  );
  const anew = new Map<string, string>(
    met.flatMap(({ path: [key, place] }) => {
      const year = Number(String(place).split(' ')[1]);
      const cell = desk.cells.get(cellOf(String(key), year));
      const seen = `${cell?.amountThousandYen ?? ''}/${cell?.generalThousandYen ?? ''}`;
      return [[`seen.${keys.get(String(key))}.${year}`, seen] as const];
    }),
  );
  return entries.map(([name, value]) => [name, anew.get(name) ?? value]);
};

/** 額の表: /m/{code}/office/implementation/{year}/sheet. */
export const implementationSheetRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>): Promise<ImplementationDesk | null> =>
    readImplementation(actingOf(c, deps), Number(c.req.param('start')));

  const pageOf = (c: Context<OfficeEnv>, desk: ImplementationDesk, unit: string): SheetPageProps => {
    const programmes = programmesOf(desk, unit);
    const { state, mode } = desk.plan;
    return {
      town: c.var.town,
      viewer: c.var.viewer,
      desk,
      unit,
      programmes,
      form: formFromEntries(sheetEntries(desk, programmes)),
      sentences: new Map(),
      problems: [],
      notice: undefined,
      mayWrite: may(c.var.viewer.actor, 'implementation.manage') && (state === 'draft' || mode === 'fixed'),
    };
  };

  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const done = c.req.query('done') ?? '';
      const notice =
        done === 'saved'
          ? '保存しました。'
          : done === 'same'
            ? '変わったところはありませんでした。'
            : /^[1-9]\d{0,3}$/u.test(done)
              ? `第${done}次補正として保存しました。公表するまで、市民の画面は前のままです。`
              : undefined;
      return renderPage(c, <SheetPage {...pageOf(c, desk, c.req.query('unit') ?? '')} notice={notice} />);
    })
    .get('/paste', (c) =>
      c.redirect(`/m/${c.var.town.municipality}/office/implementation/${c.req.param('start')}/sheet`, 303),
    )
    .use(requireRight(deps, 'implementation.manage'))
    .post('/', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const { form, town } = c.var;
      const unit = form.text('unit');
      const { startFiscalYear } = desk.plan;
      const typed = cellsOfForm(form, yearsOf(desk.plan));
      const saved = await saveImplementationCells(actingOf(c, deps), startFiscalYear, typed);
      if (saved.ok) {
        const { changed, correction } = saved.value;
        const query = new URLSearchParams({
          ...(unit === '' ? {} : { unit }),
          done: changed === 0 ? 'same' : correction === 0 ? 'saved' : String(correction),
        });
        return c.redirect(
          `/m/${town.municipality}/office/implementation/${startFiscalYear}/sheet?${query}`,
          303,
        );
      }
      const problems = saved.error;
      if (problems[0].code === 'not-allowed') return forbidden(c, deps, 'implementation.manage');
      const now = await open(c);
      if (now === null) return c.notFound();
      const met = problems.filter(({ code }) => code === 'implementation-met');
      const rows = new Map(rowsOfForm(form).map(({ row, programmeKey }) => [programmeKey, row]));
      const names = new Map(now.programmes.map(({ programmeKey, name }) => [programmeKey, name]));
      const sentence = (problem: Problem) => {
        const name = names.get(String(problem.path[0]));
        return `${name === undefined ? '' : `「${name}」: `}${problemSentence(problem)}`;
      };
      return renderPage(
        c,
        <SheetPage
          {...pageOf(c, now, unit)}
          form={formFromEntries(seenAnew(now, form.entries, met))}
          problems={['何も保存していません。', ...problems.slice(0, 30).map(sentence)]}
          sentences={sentencesByField(problems, fieldOf(rows))}
        />,
        met.length > 0 ? 409 : 422,
      );
    })
    .post('/paste', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const { form } = c.var;
      const page = pageOf(c, desk, form.text('unit'));
      const years = yearsOf(desk.plan);
      const { rows, problems } = placeBlock(form.text('block'), page.programmes, years.length);
      const places = new Map(page.programmes.map(({ programmeKey }, row) => [programmeKey, row]));
      const pasted = new Map<string, string>(
        rows.flatMap(({ programmeKey, amounts }) =>
          amounts.flatMap((amount, at) =>
            amount === '' ? [] : [[`a.${places.get(programmeKey)}.${years[at]}`, amount] as const],
          ),
        ),
      );
      const entries = page.form.entries.map(([name, value]) => [name, pasted.get(name) ?? value] as const);
      // All or nothing here too: with a row that fits nowhere the fields stay as they are.
      const isWrong = problems.length > 0;
      return renderPage(
        c,
        <SheetPage
          {...page}
          form={formFromEntries([
            ...(isWrong ? page.form.entries : entries),
            ['block', isWrong ? form.text('block') : ''],
          ])}
          problems={isWrong ? ['欄は変わっていません。', ...problems.map(problemSentence)] : []}
          notice={isWrong ? undefined : `${rows.length}事業の額を欄に入れました。まだ保存していません。`}
        />,
        isWrong ? 422 : 200,
      );
    });
};
