import { type Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { type ProgrammeDesk, readProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { readProgrammeChoices } from '../../../app/programme/read-programme-list.ts';
import { createProgramme, saveProgramme } from '../../../app/programme/save-programme.ts';
import { readWriters } from '../../../app/read-writers.ts';
import { mayAnywhere } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { marksOf, meetingOf, printMarks, readMarks } from '../plans/item-compare.ts';
import { MeetingChoice, MeetingNotice } from '../plans/meeting.tsx';
import { ProgrammeFields } from './programme-fields.tsx';
import {
  isOfField,
  newProgrammeEntries,
  programmeEntries,
  programmeTexts,
  readProgrammeForm,
} from './programme-form.ts';
import { ProgrammeLayout, programmeHref } from './programme-layout.tsx';
import { besideFields, placedProblem, programmeFieldNames } from './words.ts';

const fieldOf = (path: Problem['path']): string => String(path[0] ?? '');

/** 事業を加える */
export const newProgrammeRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = async (
    c: Context<OfficeEnv>,
    form: Form,
    problems: readonly Problem[] = [],
  ): Promise<Response> => {
    const list = `/m/${c.var.town.municipality}/office/programmes`;
    return renderPage(
      c,
      <OfficeLayout
        title="事業を加える"
        town={c.var.town}
        viewer={c.var.viewer}
        current="programmes"
        breadcrumb={[{ label: '事務事業', href: list }]}
        problems={problems.map(placedProblem)}
      >
        <form method="post" action={`${list}/new`} className="form">
          <CsrfField viewer={c.var.viewer} />
          <ProgrammeFields
            form={form}
            choices={await readProgrammeChoices(actingOf(c, deps))}
            sentences={besideFields(problems, fieldOf)}
            beside={() => undefined}
          />
          <p className="actions">
            <button type="submit" className="button">
              この事業を加える
            </button>
            <a href={list}>やめる</a>
          </p>
        </form>
      </OfficeLayout>,
      problems.length > 0 ? 422 : 200,
    );
  };
  return new Hono<OfficeEnv>()
    .use(async (c, next) =>
      mayAnywhere(c.var.viewer.actor, 'programme.edit') ? next() : forbidden(c, deps, 'programme.edit'),
    )
    .get('/', (c) => draw(c, formFromEntries(newProgrammeEntries)))
    .post('/', async (c) => {
      const edit = readProgrammeForm(c.var.form, []);
      const made = edit.ok ? await createProgramme(actingOf(c, deps), edit.value) : edit;
      return made.ok
        ? c.redirect(`${programmeHref(c.var.town.municipality, made.value.programmeKey)}?done=created`, 303)
        : draw(c, c.var.form, made.error);
    });
};

interface Drawn {
  readonly version?: number;
  readonly marks?: string;
  readonly problems?: readonly Problem[];
  readonly top?: ReactNode;
  readonly beside?: (field: string) => ReactNode;
}

/** 基本を直す: two writers never overwrite each other; where both wrote one field, both versions are shown. */
export const programmeEditRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const draw = (
    c: Context<OfficeEnv>,
    desk: ProgrammeDesk,
    form: Form,
    more: Drawn,
    status: 200 | 409 | 422 = 200,
  ): Response => {
    const href = programmeHref(c.var.town.municipality, desk.programme.programmeKey);
    const problems = more.problems ?? [];
    return renderPage(
      c,
      <ProgrammeLayout
        town={c.var.town}
        viewer={c.var.viewer}
        desk={desk}
        page="edit"
        title="基本を直す"
        problems={problems.map(placedProblem)}
      >
        {more.top}
        <form method="post" action={`${href}/edit`} className="form">
          <CsrfField viewer={c.var.viewer} />
          <input type="hidden" name="version" value={more.version ?? desk.programme.version} />
          <input
            type="hidden"
            name="marks"
            value={more.marks ?? printMarks(marksOf(programmeTexts(desk, desk)))}
          />
          <ProgrammeFields
            form={form}
            choices={desk}
            sentences={besideFields(problems, fieldOf)}
            beside={more.beside ?? (() => undefined)}
          />
          <p className="actions">
            <button type="submit" className="button">
              保存する
            </button>
            <a href={href}>やめる</a>
          </p>
        </form>
      </ProgrammeLayout>,
      status,
    );
  };
  return new Hono<OfficeEnv>().all('/', async (c) => {
    const acting = actingOf(c, deps);
    const desk = await readProgrammeDesk(acting, c.req.param('programmeKey') ?? '');
    if (desk === null) return c.notFound();
    if (!desk.mayEdit) return forbidden(c, deps, 'programme.edit');
    if (c.req.method !== 'POST') return draw(c, desk, formFromEntries(programmeEntries(desk)), {});

    const { programmeKey } = desk.programme;
    const fields = Object.keys(programmeFieldNames);
    const storedEntries = programmeEntries(desk);
    const withStored = (base: Form, chosen: readonly string[]): Form =>
      formFromEntries([
        ...base.entries.filter(([name]) => !chosen.some((field) => isOfField(name, field))),
        ...storedEntries.filter(([name]) => chosen.some((field) => isOfField(name, field))),
      ]);
    const form = withStored(
      c.var.form,
      fields.filter((field) => c.var.form.text(`choose.${field}`) === 'theirs'),
    );
    const seen = { version: seenVersion(form), marks: form.text('marks') };
    const linked = desk.planItems.map(({ planKey, itemKey }) => `${planKey}/${itemKey}`);
    const edit = readProgrammeForm(form, linked);
    if (!edit.ok) return draw(c, desk, form, { ...seen, problems: edit.error }, 422);
    const stored = programmeTexts(desk, desk);
    const mine = programmeTexts(edit.value, desk);
    const meeting = meetingOf(fields, readMarks(seen.marks), mine, stored);
    const meets = seen.version !== desk.programme.version && meeting.theirs.length + meeting.both.length > 0;
    const saved = meets
      ? null
      : await saveProgramme(acting, programmeKey, edit.value, desk.programme.version);
    if (saved?.ok)
      return c.redirect(`${programmeHref(c.var.town.municipality, programmeKey)}?done=saved`, 303);
    if (saved !== null && saved.error[0].code !== 'changed-meanwhile')
      return draw(c, desk, form, { ...seen, problems: saved.error }, 422);
    const writers = await readWriters(acting, 'programme', { programme_key: programmeKey }, seen.version);
    return draw(
      c,
      desk,
      withStored(form, meeting.theirs),
      {
        top: <MeetingNotice writers={writers} meeting={meeting} fieldNames={programmeFieldNames} />,
        beside: (field) =>
          meeting.both.includes(field) ? (
            <MeetingChoice
              field={field}
              label={programmeFieldNames[field] ?? field}
              mine={mine[field] ?? ''}
              theirs={stored[field] ?? ''}
            />
          ) : undefined,
      },
      409,
    );
  });
};
