import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ReactNode } from 'react';
import { readKeptTyping } from '../../../app/plan/autosave.ts';
import { type HeaderEdit, saveHeader } from '../../../app/plan/save-header.ts';
import { readWriters } from '../../../app/read-writers.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { seenVersion } from '../forms/seen-version.ts';
import { sentencesByField } from '../plan-sentences.ts';
import { type DeskPage, openDesk } from './desk.ts';
import type { DeskSection } from './desk-layout.tsx';
import { atTypedRows, type TypedList } from './entry-order.ts';
import { HeaderPage } from './header-page.tsx';
import { type HeaderState, headerState } from './header-state.ts';
import { marksOf, meetingOf, readMarks } from './item-compare.ts';

export interface HeaderFieldsProps {
  readonly desk: DeskPage;
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly beside: (field: string) => ReactNode;
}

/** One page of the editor of a plan as a whole: which part, how it is a form, how it is read back and compared. */
export interface HeaderPart {
  readonly section: DeskSection;
  readonly title: string;
  readonly lead?: string;
  /** Field names as compared, with what they are called. A form field belongs to the one its name begins with. */
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly entries: (state: HeaderState, desk: DeskPage) => Entries;
  readonly read: (
    form: Form,
    state: HeaderState,
  ) => Result<Omit<HeaderEdit, 'expectedVersion'>, readonly Problem[]>;
  readonly texts: (state: HeaderState) => Readonly<Record<string, string>>;
  /** Makes its rows anew from what the page asks beside them (the button 'fill'). Nothing is saved. */
  readonly fill?: (form: Form, state: HeaderState) => Result<Entries, Problem>;
  /** A list whose rows the person orders: refusals stand at the row as it stands in the form. */
  readonly list?: TypedList<Omit<HeaderEdit, 'expectedVersion'>>;
  /** Field of the form for the path of a problem. */
  readonly nameOf: (path: Problem['path']) => string | null;
  /** What is only looked at: it stands before the fields, where it can be scrolled even when they are closed. */
  readonly Above?: (props: Pick<HeaderFieldsProps, 'desk' | 'form'>) => ReactNode;
  readonly Fields: (props: HeaderFieldsProps) => ReactNode;
}

const applied = (state: HeaderState, edit: Omit<HeaderEdit, 'expectedVersion'>): HeaderState => ({
  header: { ...state.header, ...edit.header },
  levels: edit.levels ?? state.levels,
  label: edit.label ?? state.label,
  periodReason: edit.periodReason ?? state.periodReason,
});

export const headerRoutes = (deps: WebDeps, part: HeaderPart): Hono<OfficeEnv> => {
  const fields = Object.keys(part.fieldNames);
  const belongs = (name: string, chosen: readonly string[]): boolean =>
    chosen.includes(name.split('.')[0] ?? '');
  const withStored = (form: Form, stored: Entries, chosen: readonly string[]): Form =>
    formFromEntries([
      ...form.entries.filter(([name]) => !belongs(name, chosen)),
      ...stored.filter(([name]) => belongs(name, chosen)),
    ]);
  const pageOf = (desk: DeskPage, form: Form) => ({
    part,
    desk,
    form,
    version: desk.revision.version,
    marks: marksOf(part.texts(headerState(desk))),
    formKey: `plan/${desk.plan.slug}/${desk.revision.revision}/${part.section}`,
    problems: [] as readonly Problem[],
    sentences: new Map() as FieldSentences,
  });

  const show = async (c: Context<OfficeEnv>): Promise<Response> => {
    const desk = await openDesk(c, deps);
    if (desk instanceof Response) return desk;
    const page = pageOf(desk, formFromEntries(part.entries(headerState(desk), desk)));
    const kept = desk.mayEdit ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
    const notice = c.req.query('done') === 'saved' ? '保存しました。' : undefined;
    if (kept === null || c.req.query('restore') !== '1')
      return renderPage(c, <HeaderPage {...page} kept={kept} notice={notice} />);
    const form = formFromEntries(kept.fields);
    return renderPage(
      c,
      <HeaderPage
        {...page}
        form={form}
        version={kept.baseVersion}
        marks={readMarks(form.text('marks'))}
        isRestored
      />,
    );
  };

  const save = async (c: Context<OfficeEnv>): Promise<Response> => {
    const desk = await openDesk(c, deps);
    if (desk instanceof Response) return desk;
    const state = headerState(desk);
    const stored = part.entries(state, desk);
    const chosen = fields.filter((field) => c.var.form.text(`choose.${field}`) === 'theirs');
    const form = withStored(c.var.form, stored, chosen);
    const page = pageOf(desk, form);
    const seen = seenVersion(form);
    const refuse = (problems: readonly Problem[], status: 403 | 422) =>
      renderPage(
        c,
        <HeaderPage
          {...page}
          version={seen}
          marks={readMarks(form.text('marks'))}
          problems={problems}
          sentences={sentencesByField(problems, part.nameOf)}
        />,
        status,
      );
    // A button that only asks for another empty row.
    if (form.text('then') === 'more')
      return renderPage(
        c,
        <HeaderPage {...page} version={seen} marks={readMarks(form.text('marks'))} moreRows />,
      );
    if (form.text('then') === 'fill' && part.fill !== undefined) {
      const filled = part.fill(form, state);
      if (!filled.ok) return refuse([filled.error], 422);
      return renderPage(
        c,
        <HeaderPage
          {...page}
          form={withStored(form, filled.value, fields)}
          version={seen}
          marks={readMarks(form.text('marks'))}
          notice="行を作りました。まだ保存していません。"
        />,
      );
    }
    const edit = part.read(form, state);
    if (!edit.ok) return refuse(edit.error, 422);
    const [mine, theirs] = [part.texts(applied(state, edit.value)), part.texts(state)];
    const meeting = meetingOf(fields, readMarks(form.text('marks')), mine, theirs);
    // By content, not by version: a draft begun anew counts from one again.
    const meets = meeting.theirs.length + meeting.both.length > 0;
    const saved = meets
      ? null
      : await saveHeader(actingOf(c, deps), desk.at, {
          ...edit.value,
          expectedVersion: page.version,
          formKey: page.formKey,
        });
    if (saved?.ok) return c.redirect(`${desk.deskHref}/${part.section}?done=saved`, 303);
    if (saved !== null && saved.error[0].code !== 'changed-meanwhile')
      return refuse(
        part.list === undefined ? saved.error : atTypedRows(saved.error, part.list, form, edit.value),
        saved.error[0].code === 'not-allowed' ? 403 : 422,
      );
    const writers = await readWriters(
      actingOf(c, deps),
      'plan_revision',
      { plan_key: desk.plan.planKey, revision: desk.revision.revision },
      seen,
    );
    return renderPage(
      c,
      <HeaderPage
        {...page}
        form={withStored(form, stored, meeting.theirs)}
        meeting={{ writers, fields: meeting, mine, theirs }}
      />,
      409,
    );
  };

  return new Hono<OfficeEnv>().get('/', show).post('/', save);
};
