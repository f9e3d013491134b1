import type { Context } from 'hono';
import { Hono } from 'hono';
import { readKeptTyping } from '../../../app/plan/autosave.ts';
import { saveItem } from '../../../app/plan/save-item.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import { ancestorsOf } from '../../../domain/organisation/ancestors.ts';
import type { PlanItem } from '../../../domain/plan/item.ts';
import { lintTitles } from '../../../domain/plan/naming-lint.ts';
import { checkOwners } from '../../../domain/plan/owner-rule.ts';
import { responsibleUnits } from '../../../domain/plan/responsible-units.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { type DeskPage, openDesk } from './desk.ts';
import { GonePage } from './gone-page.tsx';
import { itemFields, itemFieldTexts, itemNames, marksOf, meetingOf, readMarks } from './item-compare.ts';
import { itemEntries, readItemForm } from './item-form.ts';
import { ItemPage, type ItemPageProps } from './item-page.tsx';
import type { ItemField } from './item-words.data.ts';

const parts = { base: true, areas: true, indicators: true } as const;

/** Field of the form a problem of `saveItem` belongs to: its path, with what leads to the item cut off. */
const nameOf = (path: Problem['path']): string | null => {
  const [first, , ...inItem] = path;
  const rest = first === 'items' ? inItem : path;
  const [field, index, part] = rest;
  if (typeof field !== 'string') return null;
  if (field === 'source' && typeof index === 'string') return `source.${index}`;
  return (field === 'partners' || field === 'voices') && part !== undefined
    ? `${field}.${index}.${part}`
    : field;
};

const mayWriteItem = (desk: DeskPage, item: PlanItem): boolean =>
  desk.revision.status === 'draft' &&
  may(desk.viewer.actor, 'plan.edit-item', {
    unitKeys: responsibleUnits(desk.loaded.content.items, item.itemKey),
    ancestors: ancestorsOf(desk.units),
    status: 'draft',
  });

const pageOf = (desk: DeskPage, item: PlanItem, form: Form): ItemPageProps => {
  const { checks } = desk.town.settings;
  const texts = itemFieldTexts(item, itemNames(desk));
  return {
    desk,
    item,
    form,
    sentences: new Map(),
    former: desk.base?.content.items.find((each) => each.itemKey === item.itemKey) ?? null,
    version: desk.loaded.records.get(item.itemKey)?.version ?? 0,
    marks: marksOf(texts),
    formKey: `plan/${desk.plan.slug}/${desk.revision.revision}/item/${encodeURIComponent(item.itemKey)}`,
    mayWrite: mayWriteItem(desk, item),
    problems: [],
    warnings: [
      ...checkOwners([item], checks.maxLeadUnits),
      ...lintTitles(desk.loaded.content.levels, [item], checks.namingLint),
    ],
    kept: null,
    isRestored: false,
    notice: undefined,
    meeting: null,
  };
};

/** Entries of the form with some fields as stored: a field is a name, `name.…` or several of one name. */
const withStored = (form: Form, stored: Entries, fields: readonly string[]): Entries => {
  const belongs = (name: string): boolean => fields.includes(name.split('.')[0] ?? '');
  return [...form.entries.filter(([name]) => !belongs(name)), ...stored.filter(([name]) => belongs(name))];
};

/** Fields only the planning office is shown as choices: what is stored stays. */
const frameOf = (desk: DeskPage, item: PlanItem, form: Form): Form =>
  desk.mayEdit
    ? form
    : formFromEntries(withStored(form, itemEntries(item), ['leadUnitKeys', 'crossCutting']));

export const itemRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = async (c: Context<OfficeEnv>) => {
    const desk = await openDesk(c, deps, parts);
    if (desk instanceof Response) return desk;
    const item = desk.loaded.content.items.find((each) => each.itemKey === c.req.param('itemKey'));
    return item === undefined ? { desk, item: null } : { desk, item };
  };

  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      if (opened.item === null) return c.notFound();
      const { desk, item } = opened;
      const page = pageOf(desk, item, formFromEntries(itemEntries(item)));
      const kept = page.mayWrite ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
      const saved = c.req.query('done') === 'saved' ? '保存しました。' : undefined;
      if (kept === null || c.req.query('restore') !== '1')
        return renderPage(c, <ItemPage {...page} kept={kept} notice={saved} />);
      // What was typed keeps the version it was typed against: whoever saved meanwhile is met on saving.
      const form = formFromEntries(kept.fields);
      const marks = readMarks(form.text('marks'));
      return renderPage(
        c,
        <ItemPage {...page} form={form} marks={marks} version={kept.baseVersion} isRestored />,
      );
    })
    .post('/', async (c) => {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      if (opened.item === null) return renderPage(c, <GonePage desk={opened.desk} form={c.var.form} />, 409);
      const { desk, item } = opened;
      const stored = itemEntries(item);
      const chosen = itemFields.filter((field) => c.var.form.text(`choose.${field}`) === 'theirs');
      const form = frameOf(desk, item, formFromEntries(withStored(c.var.form, stored, chosen)));
      const page = pageOf(desk, item, form);
      const refuse = (problems: readonly Problem[], status: 403 | 422) =>
        renderPage(
          c,
          <ItemPage
            {...page}
            version={seenVersion(form)}
            marks={readMarks(form.text('marks'))}
            problems={problems}
            sentences={sentencesByField(problems, nameOf)}
          />,
          status,
        );
      const text = readItemForm(form, item);
      if (!text.ok) return refuse(text.error, 422);

      const names = itemNames(desk);
      const [mine, theirs] = [itemFieldTexts(text.value, names), itemFieldTexts(item, names)];
      const seen = seenVersion(form);
      const meeting = meetingOf<ItemField>(itemFields, readMarks(form.text('marks')), mine, theirs);
      // By content, not by version: a draft begun anew counts from one again.
      const meets = meeting.theirs.length + meeting.both.length > 0;
      const saved = meets
        ? null
        : await saveItem(actingOf(c, deps), desk.at, item.itemKey, {
            text: text.value,
            // Somebody saved meanwhile without touching what this form shows: nothing to be told.
            expectedVersion: page.version,
            renameReason: form.text('renameReason'),
            formKey: page.formKey,
          });
      if (saved?.ok) {
        const back =
          form.text('then') === 'tree'
            ? `${desk.deskHref}?selected=${encodeURIComponent(item.itemKey)}`
            : `${desk.deskHref}/items/${encodeURIComponent(item.itemKey)}?done=saved`;
        return c.redirect(back, 303);
      }
      if (saved !== null && saved.error[0].code !== 'changed-meanwhile')
        return refuse(
          saved.error,
          saved.error[0].code === 'not-allowed' || saved.error[0].code === 'planner-only' ? 403 : 422,
        );

      const writers = await readWriters(
        actingOf(c, deps),
        'plan_item',
        { ...at(desk), item_key: item.itemKey },
        seen,
      );
      const merged = formFromEntries(withStored(form, stored, meeting.theirs));
      return renderPage(
        c,
        <ItemPage
          {...page}
          form={merged}
          meeting={{ writers, fields: meeting, mine, theirs }}
          warnings={[]}
        />,
        409,
      );
    });
};

const at = (desk: DeskPage) => ({ plan_key: desk.plan.planKey, revision: desk.revision.revision });
