import { type Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import type { Acting } from '../../../app/acting.ts';
import { forgetTyping, readKeptTyping } from '../../../app/plan/autosave.ts';
import { readWriters } from '../../../app/read-writers.ts';
import type { SchemeCommands } from '../../../app/scheme/scheme-commands.ts';
import type { StoredScheme } from '../../../db/read-scheme.ts';
import type { SchemeId } from '../../../db/write-scheme.ts';
import type { Action } from '../../../domain/access/action.ts';
import { may } from '../../../domain/access/may.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderFragment, renderPage } from '../../render.tsx';
import { forbidden, requireRight } from '../forbidden.ts';
import { type Entries, formFromEntries } from '../forms/entries.ts';
import type { FieldSentences } from '../forms/field.tsx';
import { seenVersion } from '../forms/seen-version.ts';
import { type RowOperation, readRowOperation } from '../judgement/form/row-operation.ts';
import { fileSentences } from '../judgement/scheme-file.ts';
import { schemeSentence } from '../judgement/scheme-sentences.ts';
import { type Meeting, marksOf, meetingOf, readMarks } from '../plans/item-compare.ts';
import type { EditorPageProps } from './editor-frame.tsx';
import type { PlacedSentence } from './placed-sentences.ts';
import type { SchemeParts } from './scheme-parts.ts';

/** A version that could be read. */
export interface OpenedScheme<Scheme> {
  readonly stored: StoredScheme;
  readonly scheme: Scheme;
}

/** A form as it stands: the scheme where its shape is that of one, and all that is wrong, errors and warnings. */
export interface ReadScheme<Scheme> {
  readonly scheme: Scheme | null;
  readonly problems: readonly Problem[];
}

/** `own`: what the page of one kind shows besides, its trial among it. */
export interface OwnPageProps<Part extends string, Own> {
  readonly page: EditorPageProps<Part>;
  readonly own: Own;
}

/** What the editor of one kind of scheme has of its own. */
export interface SchemeEditor<Scheme, Part extends string, Opened extends OpenedScheme<Scheme>, Own> {
  readonly action: Action;
  readonly entity: 'judgement_scheme' | 'evaluation_scheme';
  readonly commands: SchemeCommands;
  /** Addresses below /m/{code}/office: of the versions, and of the page a discarded one leads to. */
  readonly versions: string;
  readonly list: string;
  /** Said when a version has been adopted. */
  readonly adopted: string;
  /** Under which name what was typed is kept, for its writer only. */
  readonly formKeyOf: (stored: StoredScheme) => string;
  readonly open: (acting: Acting, id: SchemeId) => Promise<Opened | null>;
  readonly entriesOf: (scheme: Scheme) => Entries;
  readonly read: (entries: Entries, schemeKey: string) => ReadScheme<Scheme>;
  readonly readFile: (form: Form) => Promise<Result<Scheme, readonly Problem[]>>;
  /** What the next version begins with. */
  readonly next: (scheme: Scheme, stored: StoredScheme) => unknown;
  readonly parts: SchemeParts<Part>;
  readonly placed: (problems: readonly Problem[], entries: Entries) => readonly PlacedSentence[];
  readonly beside: (problems: readonly Problem[], entries: Entries) => FieldSentences;
  readonly withOperation: (
    entries: Entries,
    operation: RowOperation,
  ) => { readonly entries: Entries; readonly at: string };
  /** Fields the address asks for, of a version that is only looked at. */
  readonly asked: (c: Context<OfficeEnv>) => Entries;
  /** A button that only draws the page anew; null: another one. */
  readonly look: (then: string) => { readonly touched: string; readonly notice: string } | null;
  /** The trial of a form, and the form with what it is tried on. */
  readonly tryOut: (
    opened: Opened,
    entries: Entries,
    read: ReadScheme<Scheme>,
  ) => { readonly entries: Entries; readonly own: Own };
  readonly Page: (props: OwnPageProps<Part, Own>) => ReactNode;
  readonly Trial: (props: OwnPageProps<Part, Own>) => ReactNode;
}

const notices: Readonly<Record<string, string>> = {
  created: '下書きを作りました。確かめて、町に合わせて直してください。',
  saved: '下書きを保存しました。',
};

/** One version of a scheme: /m/{code}/office/{versions}/{key}/{version}. */
export const editorRoutes = <Scheme, Part extends string, Opened extends OpenedScheme<Scheme>, Own>(
  kind: SchemeEditor<Scheme, Part, Opened, Own>,
  deps: WebDeps,
): Hono<OfficeEnv> => {
  const { parts, commands, Page, Trial } = kind;
  const idOf = (c: Context<OfficeEnv>): SchemeId => {
    const version = c.req.param('schemeVersion') ?? '';
    return {
      schemeKey: c.req.param('schemeKey') ?? '',
      schemeVersion: /^\d{1,4}$/u.test(version) ? Number(version) : 0,
    };
  };
  const under = (c: Context<OfficeEnv>, path: string): string =>
    `/m/${c.var.town.municipality}/office/${path}`;
  const hrefOf = (c: Context<OfficeEnv>, { schemeKey, schemeVersion } = idOf(c)): string =>
    under(c, `${kind.versions}/${schemeKey}/${schemeVersion}`);
  const open = (c: Context<OfficeEnv>) => kind.open(actingOf(c, deps), idOf(c));

  /** The page of a form as it stands. `tells`: whether what is wrong is said beside the fields. */
  const pageOf = (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    { tells }: { readonly tells: boolean },
  ): OwnPageProps<Part, Own> => {
    const { stored, scheme } = opened;
    const { town, viewer } = c.var;
    const read = kind.read(parts.fields(entries), stored.schemeKey);
    const tried = kind.tryOut(opened, entries, read);
    const mayDecide = may(viewer.actor, kind.action);
    return {
      own: tried.own,
      page: {
        town,
        viewer,
        stored,
        href: hrefOf(c),
        mayDecide,
        mayEdit: mayDecide && stored.state === 'draft',
        form: formFromEntries(tried.entries),
        version: stored.version,
        marks: marksOf(parts.texts(kind.entriesOf(scheme))),
        formKey: kind.formKeyOf(stored),
        sentences: tells ? kind.beside(read.problems, entries) : new Map(),
        refused: [],
        problems: [],
        touched: '',
        kept: null,
        notice: undefined,
        meeting: null,
      },
    };
  };

  const draw = (
    c: Context<OfficeEnv>,
    { page, own }: OwnPageProps<Part, Own>,
    change: Partial<EditorPageProps<Part>>,
    status: 200 | 409 | 422 = 200,
  ): Response => renderPage(c, <Page page={{ ...page, ...change }} own={own} />, status);

  /** The form again as it was sent: nothing is saved, nothing typed is lost. */
  const again = (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    change: Partial<EditorPageProps<Part>>,
    status: 200 | 409 | 422 = 200,
  ): Response => {
    const { form } = c.var;
    const seen = { version: seenVersion(form), marks: readMarks(form.text('seenMarks')) };
    return draw(c, pageOf(c, opened, entries, { tells: true }), { ...seen, ...change }, status);
  };

  /** The draft as it is stored, with why a step was refused. */
  const refuse = (
    c: Context<OfficeEnv>,
    opened: Opened,
    problems: readonly Problem[],
    status: 409 | 422,
  ): Response => {
    const page = pageOf(c, opened, kind.entriesOf(opened.scheme), { tells: true });
    return draw(c, page, { problems: problems.map(schemeSentence) }, status);
  };

  const show = async (c: Context<OfficeEnv>): Promise<Response> => {
    const opened = await open(c);
    if (opened === null) return c.notFound();
    const entries = [...kind.entriesOf(opened.scheme), ...kind.asked(c)];
    const shown = pageOf(c, opened, entries, { tells: false });
    const kept = shown.page.mayEdit ? await readKeptTyping(actingOf(c, deps), shown.page.formKey) : null;
    if (kept !== null && c.req.query('restore') === '1') {
      const restored = pageOf(c, opened, kept.fields, { tells: true });
      return draw(c, restored, {
        version: kept.baseVersion,
        marks: readMarks(restored.page.form.text('seenMarks')),
        notice: '控えてあった入力を戻しました。まだ保存していません。',
      });
    }
    const done = c.req.query('done') ?? '';
    return draw(c, shown, { kept, notice: done === 'adopted' ? kind.adopted : notices[done] });
  };

  const meet = async (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    meeting: Meeting<Part>,
  ): Promise<Response> => {
    const { stored, scheme } = opened;
    const writers = await readWriters(
      actingOf(c, deps),
      kind.entity,
      { scheme_key: stored.schemeKey, scheme_version: stored.schemeVersion },
      seenVersion(c.var.form),
    );
    const theirs = kind.entriesOf(scheme);
    const page = pageOf(c, opened, parts.with(entries, theirs, meeting.theirs), { tells: true });
    const both = { mine: parts.texts(entries), theirs: parts.texts(theirs) };
    return draw(c, page, { meeting: { writers, fields: meeting, ...both } }, 409);
  };

  const save = async (c: Context<OfficeEnv>): Promise<Response> => {
    const opened = await open(c);
    // Somebody discarded the draft meanwhile: what was typed is still in the browser, one step back.
    if (opened === null) return c.notFound();
    const { stored, scheme } = opened;
    const stays = kind.entriesOf(scheme);
    const chosen = parts.keys.filter((part) => c.var.form.text(`choose.${part}`) === 'theirs');
    const entries = parts.with(c.var.form.entries, stays, chosen);
    const then = c.var.form.text('then');
    const look = kind.look(then);
    // Of a version that is only looked at, a browser sends no field: it is tried out as it is stored.
    const isSent = parts.fields(entries).length > 0;
    if (look !== null) return again(c, opened, isSent ? entries : [...entries, ...stays], look);
    const operation = readRowOperation(then);
    if (operation !== null) {
      const done = kind.withOperation(entries, operation);
      const notice = 'まだ保存していません。行を変えただけです。';
      return again(c, opened, done.entries, { touched: done.at, notice });
    }
    const read = kind.read(parts.fields(entries), stored.schemeKey);
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    if (read.scheme === null || errors.length > 0)
      return again(c, opened, entries, { refused: kind.placed(errors, entries) }, 422);
    const meeting = meetingOf<Part>(
      parts.keys,
      readMarks(c.var.form.text('seenMarks')),
      parts.texts(kind.entriesOf(read.scheme)),
      parts.texts(stays),
    );
    if (meeting.theirs.length + meeting.both.length > 0) return meet(c, opened, entries, meeting);
    const acting = actingOf(c, deps);
    const saved = await commands.save(acting, idOf(c), read.scheme, stored.version);
    if (saved.ok) {
      await forgetTyping(acting, kind.formKeyOf(stored));
      return c.redirect(`${hrefOf(c)}?done=saved`, 303);
    }
    const [first] = saved.error;
    if (first.code === 'not-allowed') return forbidden(c, deps, kind.action);
    const status = first.code === 'changed-meanwhile' ? 409 : 422;
    return again(c, opened, entries, { problems: saved.error.map(schemeSentence) }, status);
  };

  const decide =
    (what: SchemeCommands['adopt'], done: (c: Context<OfficeEnv>) => string) =>
    async (c: Context<OfficeEnv>) => {
      const decided = await what(actingOf(c, deps), idOf(c), seenVersion(c.var.form));
      if (decided.ok) return c.redirect(done(c), 303);
      const [first] = decided.error;
      if (first.code === 'not-allowed') return forbidden(c, deps, kind.action);
      const opened = await open(c);
      if (opened === null) return c.notFound();
      return refuse(c, opened, decided.error, first.code === 'changed-meanwhile' ? 409 : 422);
    };

  return (
    new Hono<OfficeEnv>()
      .get('/', show)
      .get('/scheme.json', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        return c.body(`${JSON.stringify(opened.scheme, null, 2)}\n`, 200, {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="${opened.stored.schemeKey}-${opened.stored.schemeVersion}.json"`,
        });
      })
      .use(requireRight(deps, kind.action))
      .post('/', save)
      .post('/preview', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        return renderFragment(c, <Trial {...pageOf(c, opened, c.var.form.entries, { tells: false })} />);
      })
      .post(
        '/adopt',
        decide(commands.adopt, (c) => `${hrefOf(c)}?done=adopted`),
      )
      .post(
        '/discard',
        decide(commands.discard, (c) => `${under(c, kind.list)}?done=discarded`),
      )
      .post('/next', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const { stored, scheme } = opened;
        const made = await commands.create(actingOf(c, deps), kind.next(scheme, stored), stored.schemeKey);
        return made.ok
          ? c.redirect(`${hrefOf(c, made.value)}?done=created`, 303)
          : refuse(c, opened, made.error, 422);
      })
      .post('/upload', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const stays = pageOf(c, opened, kind.entriesOf(opened.scheme), { tells: false });
        const read = await kind.readFile(c.var.form);
        if (!read.ok)
          return draw(c, stays, { problems: ['何も変わっていません。', ...fileSentences(read.error)] }, 422);
        // Against what is stored now: the file takes the place of all of it.
        return draw(c, pageOf(c, opened, kind.entriesOf(read.value), { tells: true }), {
          marks: stays.page.marks,
          notice: 'ファイルの内容を欄に入れました。まだ保存していません。',
        });
      })
      // After a refusal the page stands at the address of the step: a reload comes back to the draft.
      .get('/:step{adopt|discard|next|upload}', (c) => c.redirect(hrefOf(c), 303))
  );
};
