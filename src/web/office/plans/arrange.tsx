import { Hono } from 'hono';
import { newKey } from '../../../app/new-key.ts';
import { arrangeItems } from '../../../app/plan/arrange-items.ts';
import { readWriters } from '../../../app/read-writers.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formFromEntries } from '../forms/entries.ts';
import { formatInstant } from '../instant-words.ts';
import { type DeskPage, openDesk } from './desk.ts';
import { type QuestionKind, QuestionPage, questionKinds } from './question-page.tsx';
import { readSeen } from './seen-item.ts';
import { readOperation } from './tree-operation.ts';
import { TreePage } from './tree-page.tsx';

const questionOf = (text: string): QuestionKind | undefined => questionKinds.find((kind) => kind === text);

/** Questions whose answer comes from a page of their own, where a refusal is shown again. */
const answered: readonly QuestionKind[] = [
  'move',
  'again',
  'merge',
  'split',
  'remove',
  'place',
  'indent',
  'outdent',
];

/** Address of a question, which can be loaded again and gone back to. */
const questionHref = (desk: DeskPage, kind: string, fields: Readonly<Record<string, string>>): string =>
  `${desk.deskHref}/arrange?${new URLSearchParams({ ask: kind, ...fields })}`;

export const arrangeRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const desk = await openDesk(c, deps, { base: true });
      if (desk instanceof Response) return desk;
      const kind = questionOf(c.req.query('ask') ?? '');
      const seen = readSeen(c.req.query('item') ?? '');
      const item = desk.loaded.content.items.find((each) => each.itemKey === seen?.itemKey);
      if (kind === undefined || seen === null || item === undefined || !desk.mayEdit)
        return c.redirect(desk.deskHref, 303);
      const form = formFromEntries([
        ['children', 'lift'],
        ['under', c.req.query('under') ?? item.parentKey ?? ''],
        ['before', c.req.query('before') ?? ''],
      ]);
      return renderPage(
        c,
        <QuestionPage desk={desk} kind={kind} item={item} seen={seen} form={form} problems={[]} />,
      );
    })
    .post('/', async (c) => {
      const desk = await openDesk(c, deps, { base: true });
      if (desk instanceof Response) return desk;
      const { form } = c.var;
      const asked = form.text('do');
      const seen = readSeen(form.text('item'));
      const item = desk.loaded.content.items.find((each) => each.itemKey === seen?.itemKey);
      if (asked.startsWith('ask-') && seen !== null)
        return c.redirect(questionHref(desk, asked.slice(4), { item: form.text('item') }), 303);

      const acting = actingOf(c, deps);
      const operation = readOperation(desk, form, seen, newKey);
      const done = operation.ok
        ? await arrangeItems(acting, desk.at, operation.value, seen, form.text('reason'))
        : ({ ok: false, error: [operation.error] satisfies Refusal } as const);
      if (done.ok) {
        const selected = encodeURIComponent(done.value.itemKey);
        return c.redirect(`${desk.deskHref}?selected=${selected}#item-${selected}`, 303);
      }
      const [problem] = done.error;
      const kind = questionOf(asked);
      if (
        problem.code === 'reason-required' &&
        kind !== undefined &&
        !form.entries.some(([name]) => name === 'reason')
      )
        return c.redirect(
          questionHref(desk, kind, {
            item: form.text('item'),
            under: form.text('under'),
            before: form.text('before'),
          }),
          303,
        );
      const isStale = problem.code === 'changed-meanwhile' || problem.code === 'item-gone';
      if (
        kind !== undefined &&
        answered.includes(kind) &&
        !isStale &&
        item !== undefined &&
        seen !== null &&
        form.entries.some(([name]) => name === 'reason' || name === 'end')
      )
        return renderPage(
          c,
          <QuestionPage desk={desk} kind={kind} item={item} seen={seen} form={form} problems={done.error} />,
          422,
        );
      const writers =
        isStale && seen !== null
          ? await readWriters(
              acting,
              'plan_item',
              { plan_key: desk.plan.planKey, revision: desk.revision.revision, item_key: seen.itemKey },
              seen.version - 1,
            )
          : [];
      const last = writers.at(-1);
      return renderPage(
        c,
        <TreePage
          desk={desk}
          selected={seen?.itemKey ?? null}
          problems={done.error}
          refusedInsert={asked === 'insert' ? form : undefined}
          told={
            last === undefined
              ? []
              : [
                  `「${item?.title ?? ''}」は、${last.by}が${formatInstant(last.at)}に変えました。下は新しい体系です。`,
                ]
          }
        />,
        isStale ? 409 : problem.code === 'not-allowed' ? 403 : 422,
      );
    });
