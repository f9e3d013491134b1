import type { Context } from 'hono';
import { Hono } from 'hono';
import { previewScheme, readTrialFigures, trialYears } from '../../../../app/judgement/preview-scheme.ts';
import { readJudgementDesk } from '../../../../app/judgement/read-judgement-desk.ts';
import { parseJudgementScheme } from '../../../../app/judgement/read-judgement-scheme.ts';
import type { TownJudgements } from '../../../../app/judgement/read-judgements.ts';
import {
  adoptScheme,
  createScheme,
  discardScheme,
  saveScheme,
} from '../../../../app/judgement/save-scheme.ts';
import { forgetTyping, readKeptTyping } from '../../../../app/plan/autosave.ts';
import { readWriters } from '../../../../app/read-writers.ts';
import type { StoredScheme } from '../../../../db/read-scheme.ts';
import { may } from '../../../../domain/access/may.ts';
import type { JudgementScheme } from '../../../../domain/indicator/judgement/judgement-scheme.ts';
import { hasErrors } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderFragment, renderPage } from '../../../render.tsx';
import { forbidden, requireRight } from '../../forbidden.ts';
import { type Entries, formFromEntries } from '../../forms/entries.ts';
import { seenVersion } from '../../forms/seen-version.ts';
import { marksOf, meetingOf, readMarks } from '../../plans/item-compare.ts';
import { readRowOperation, withRowOperation } from '../form/row-operation.ts';
import { type ReadScheme, readSchemeForm, schemeEntries } from '../form/scheme-form.ts';
import { partTexts, type SchemePart, schemeFields, schemeParts, withParts } from '../form/scheme-parts.ts';
import { type PreviewProps, PreviewResult } from '../preview.tsx';
import { fileSentences, readSchemeFile } from '../scheme-file.ts';
import { placedSentences, schemeFieldSentences, schemeSentence } from '../scheme-sentences.ts';
import { LinesNow } from './band-drawing.tsx';
import { EditingProvider, editingOf } from './editing.ts';
import { EditorPage, type EditorPageProps } from './editor-page.tsx';
import { groupChoices } from './group-choices.ts';

const parts = Object.keys(schemeParts) as readonly SchemePart[];

const notices: Readonly<Record<string, string>> = {
  created: '下書きを作りました。確かめて、町に合わせて直してください。',
  saved: '下書きを保存しました。',
  adopted: '採用しました。「判定」の画面で、どの年度に使うかを選べます。',
};

interface Opened {
  readonly stored: StoredScheme;
  readonly scheme: JudgementScheme;
  readonly figures: TownJudgements;
}

const asText = (value: string | undefined): number => (/^\d{1,4}$/u.test(value ?? '') ? Number(value) : 0);

const previewOf = (
  { figures, stored }: Pick<Opened, 'figures' | 'stored'>,
  read: ReadScheme,
  entries: Entries,
  fiscalYear: number,
): PreviewProps => ({
  preview:
    read.scheme === null || hasErrors(read.problems) || fiscalYear === 0
      ? null
      : previewScheme(figures, { ...read.scheme, schemeKey: stored.schemeKey }, fiscalYear),
  sentences: placedSentences(read.problems, entries),
});

/** One version of a scheme: /m/{code}/office/judgement/schemes/{key}/{version}. */
export const schemeEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const idOf = (c: Context<OfficeEnv>) => ({
    schemeKey: c.req.param('schemeKey') ?? '',
    schemeVersion: asText(c.req.param('schemeVersion')),
  });
  const hrefOf = (c: Context<OfficeEnv>, { schemeKey, schemeVersion } = idOf(c)): string =>
    `/m/${c.var.town.municipality}/office/judgement/schemes/${schemeKey}/${schemeVersion}`;

  const open = async (c: Context<OfficeEnv>): Promise<Opened | null> => {
    const acting = actingOf(c, deps);
    const { schemeKey, schemeVersion } = idOf(c);
    const stored = (await readJudgementDesk(acting)).schemes.find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    const scheme = stored === undefined ? null : parseJudgementScheme(stored.content);
    if (stored === undefined || scheme?.ok !== true) return null;
    return { stored, scheme: scheme.value, figures: await readTrialFigures(acting) };
  };

  const pageOf = (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    { tells }: { readonly tells: boolean },
  ): EditorPageProps => {
    const { stored, scheme, figures } = opened;
    const years = trialYears(figures);
    const asked = asText(formFromEntries(entries).text('previewYear'));
    const year = years.includes(asked) ? asked : (figures.years[0]?.fiscalYear ?? years[0] ?? 0);
    const read = readSchemeForm(schemeFields(entries), stored.schemeKey);
    const form = formFromEntries([
      ...entries.filter(([name]) => name !== 'previewYear'),
      ['previewYear', String(year)],
    ]);
    return {
      town: c.var.town,
      viewer: c.var.viewer,
      stored,
      mayEdit: stored.state === 'draft' && may(c.var.viewer.actor, 'judgement.scheme'),
      form,
      version: stored.version,
      marks: marksOf(partTexts(schemeEntries(scheme))),
      formKey: `judgement/${stored.schemeKey}/${stored.schemeVersion}`,
      sentences: tells ? schemeFieldSentences(read.problems, entries) : new Map(),
      refused: [],
      problems: [],
      preview: previewOf(opened, read, entries, year),
      years,
      groups: groupChoices(figures),
      touched: '',
      kept: null,
      notice: undefined,
      meeting: null,
    };
  };

  /** The form again as it was sent: nothing is saved, nothing typed is lost. */
  const again = (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    change: Partial<EditorPageProps>,
    status: 200 | 403 | 409 | 422 = 200,
  ): Response => {
    const { form } = c.var;
    return renderPage(
      c,
      <EditorPage
        {...pageOf(c, opened, entries, { tells: true })}
        version={seenVersion(form)}
        marks={readMarks(form.text('seenMarks'))}
        {...change}
      />,
      status,
    );
  };

  const show = async (c: Context<OfficeEnv>): Promise<Response> => {
    const opened = await open(c);
    if (opened === null) return c.notFound();
    const page = pageOf(c, opened, schemeEntries(opened.scheme), { tells: false });
    const kept = page.mayEdit ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
    if (kept !== null && c.req.query('restore') === '1') {
      const restored = pageOf(c, opened, kept.fields, { tells: true });
      return renderPage(
        c,
        <EditorPage
          {...restored}
          version={kept.baseVersion}
          marks={readMarks(restored.form.text('seenMarks'))}
          notice="控えてあった入力を戻しました。まだ保存していません。"
        />,
      );
    }
    return renderPage(c, <EditorPage {...page} kept={kept} notice={notices[c.req.query('done') ?? '']} />);
  };

  const meet = async (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    meeting: NonNullable<EditorPageProps['meeting']>['fields'],
  ): Promise<Response> => {
    const { stored, scheme } = opened;
    const writers = await readWriters(
      actingOf(c, deps),
      'judgement_scheme',
      { scheme_key: stored.schemeKey, scheme_version: stored.schemeVersion },
      seenVersion(c.var.form),
    );
    const theirs = schemeEntries(scheme);
    const merged = withParts(entries, theirs, meeting.theirs);
    const page = pageOf(c, opened, merged, { tells: true });
    return renderPage(
      c,
      <EditorPage
        {...page}
        meeting={{ writers, fields: meeting, mine: partTexts(entries), theirs: partTexts(theirs) }}
      />,
      409,
    );
  };

  const save = async (c: Context<OfficeEnv>): Promise<Response> => {
    const opened = await open(c);
    // Somebody discarded the draft meanwhile: what was typed is still in the browser, one step back.
    if (opened === null) return c.notFound();
    const { stored, scheme } = opened;
    const stays = schemeEntries(scheme);
    const chosen = parts.filter((part) => c.var.form.text(`choose.${part}`) === 'theirs');
    const entries = withParts(c.var.form.entries, stays, chosen);
    const then = c.var.form.text('then');
    if (then === 'preview')
      return again(c, opened, entries, { notice: '試算しました。まだ保存していません。' });
    const operation = readRowOperation(then);
    if (operation !== null) {
      const done = withRowOperation(entries, operation);
      const notice = 'まだ保存していません。行を変えただけです。';
      return again(c, opened, done.entries, { touched: done.at, notice });
    }
    const fields = schemeFields(entries);
    const read = readSchemeForm(fields, stored.schemeKey);
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    if (read.scheme === null || errors.length > 0)
      return again(c, opened, entries, { refused: placedSentences(errors, entries) }, 422);
    const meeting = meetingOf<SchemePart>(
      parts,
      readMarks(c.var.form.text('seenMarks')),
      partTexts(schemeEntries(read.scheme)),
      partTexts(stays),
    );
    if (meeting.theirs.length + meeting.both.length > 0) return meet(c, opened, entries, meeting);
    const acting = actingOf(c, deps);
    const saved = await saveScheme(acting, idOf(c), read.scheme, stored.version);
    if (saved.ok) {
      await forgetTyping(acting, `judgement/${stored.schemeKey}/${stored.schemeVersion}`);
      return c.redirect(`${hrefOf(c)}?done=saved`, 303);
    }
    const [first] = saved.error;
    if (first.code === 'not-allowed') return forbidden(c, deps, 'judgement.scheme');
    const status = first.code === 'changed-meanwhile' ? 409 : 422;
    return again(c, opened, entries, { problems: saved.error.map(schemeSentence) }, status);
  };

  const decide =
    (what: typeof adoptScheme, done: (c: Context<OfficeEnv>) => string) => async (c: Context<OfficeEnv>) => {
      const decided = await what(actingOf(c, deps), idOf(c), seenVersion(c.var.form));
      if (decided.ok) return c.redirect(done(c), 303);
      if (decided.error[0].code === 'not-allowed') return forbidden(c, deps, 'judgement.scheme');
      const opened = await open(c);
      if (opened === null) return c.notFound();
      const page = pageOf(c, opened, schemeEntries(opened.scheme), { tells: true });
      const status = decided.error[0].code === 'changed-meanwhile' ? 409 : 422;
      return renderPage(c, <EditorPage {...page} problems={decided.error.map(schemeSentence)} />, status);
    };

  const office = (c: Context<OfficeEnv>): string => `/m/${c.var.town.municipality}/office/judgement`;

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
      .use(requireRight(deps, 'judgement.scheme'))
      .post('/', save)
      .post('/preview', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const page = pageOf(c, opened, c.var.form.entries, { tells: false });
        return renderFragment(
          c,
          <EditingProvider value={editingOf(page.form, page.sentences, hrefOf(c), '')}>
            <PreviewResult {...page.preview} />
            <LinesNow />
          </EditingProvider>,
        );
      })
      .post(
        '/adopt',
        decide(adoptScheme, (c) => `${hrefOf(c)}?done=adopted`),
      )
      .post(
        '/discard',
        decide(discardScheme, (c) => `${office(c)}?done=discarded`),
      )
      .post('/next', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const { stored, scheme } = opened;
        const version = String(stored.schemeVersion + 1);
        const made = await createScheme(actingOf(c, deps), { ...scheme, version }, stored.schemeKey);
        if (made.ok) return c.redirect(`${hrefOf(c, made.value)}?done=created`, 303);
        const page = pageOf(c, opened, schemeEntries(scheme), { tells: true });
        return renderPage(c, <EditorPage {...page} problems={made.error.map(schemeSentence)} />, 422);
      })
      .post('/upload', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const stays = pageOf(c, opened, schemeEntries(opened.scheme), { tells: false });
        const read = await readSchemeFile(c.var.form);
        if (!read.ok)
          return renderPage(
            c,
            <EditorPage {...stays} problems={['何も変わっていません。', ...fileSentences(read.error)]} />,
            422,
          );
        const page = pageOf(c, opened, schemeEntries(read.value), { tells: true });
        // Against what is stored now: the file takes the place of all of it.
        return renderPage(
          c,
          <EditorPage
            {...page}
            marks={stays.marks}
            notice="ファイルの内容を欄に入れました。まだ保存していません。"
          />,
        );
      })
      // After a refusal the page stands at the address of the step: a reload comes back to the draft.
      .get('/:step{adopt|discard|next|upload}', (c) => c.redirect(hrefOf(c), 303))
  );
};
