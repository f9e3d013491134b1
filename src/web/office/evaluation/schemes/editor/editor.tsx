import { type Context, Hono } from 'hono';
import { parseEvaluationScheme } from '../../../../../app/evaluation/read-evaluation-scheme.ts';
import { readEvaluationSchemes } from '../../../../../app/evaluation/read-evaluation-schemes.ts';
import {
  adoptEvaluationScheme,
  createEvaluationScheme,
  discardEvaluationScheme,
  saveEvaluationScheme,
} from '../../../../../app/evaluation/save-evaluation-scheme.ts';
import { forgetTyping, readKeptTyping } from '../../../../../app/plan/autosave.ts';
import { readWriters } from '../../../../../app/read-writers.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { renderFragment, renderPage } from '../../../../render.tsx';
import { forbidden, requireRight } from '../../../forbidden.ts';
import type { Entries } from '../../../forms/entries.ts';
import { seenVersion } from '../../../forms/seen-version.ts';
import { readRowOperation, withRowOperation } from '../../../judgement/form/row-operation.ts';
import { fileSentences } from '../../../judgement/scheme-file.ts';
import { schemeSentence } from '../../../judgement/scheme-sentences.ts';
import { type Meeting, meetingOf, readMarks } from '../../../plans/item-compare.ts';
import { freshRow } from '../form/fresh-row.ts';
import { withoutReferences } from '../form/removed-references.ts';
import { readSchemeForm, schemeEntries } from '../form/scheme-form.ts';
import { partTexts, type SchemePart, schemeFields, schemeParts, withParts } from '../form/scheme-parts.ts';
import { readSchemeFile } from '../scheme-file.ts';
import { placedSentences } from '../scheme-sentences.ts';
import { EditorPage, type EditorPageProps } from './editor-page.tsx';
import { formKeyOf, type Opened, pageOf } from './page-of.ts';
import { PreviewResult } from './preview.tsx';

const parts = Object.keys(schemeParts) as readonly SchemePart[];

const notices: Readonly<Record<string, string>> = {
  created: '下書きを作りました。確かめて、町に合わせて直してください。',
  saved: '下書きを保存しました。',
  adopted: '採用しました。評価の回を始めるときに選べます。',
};

const asNumber = (value: string | undefined): number => (/^\d{1,4}$/u.test(value ?? '') ? Number(value) : 0);

/** One version of a scheme: /m/{code}/office/evaluation/schemes/{key}/{version}. */
export const schemeEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const idOf = (c: Context<OfficeEnv>) => ({
    schemeKey: c.req.param('schemeKey') ?? '',
    schemeVersion: asNumber(c.req.param('schemeVersion')),
  });
  const listOf = (c: Context<OfficeEnv>): string => `/m/${c.var.town.municipality}/office/evaluation/schemes`;
  const hrefOf = (c: Context<OfficeEnv>, { schemeKey, schemeVersion } = idOf(c)): string =>
    `${listOf(c)}/${schemeKey}/${schemeVersion}`;

  const open = async (c: Context<OfficeEnv>): Promise<Opened | null> => {
    const { schemeKey, schemeVersion } = idOf(c);
    const stored = (await readEvaluationSchemes(actingOf(c, deps))).find(
      (each) => each.schemeKey === schemeKey && each.schemeVersion === schemeVersion,
    );
    const scheme = stored === undefined ? null : parseEvaluationScheme(stored.content);
    return stored === undefined || scheme?.ok !== true ? null : { stored, scheme: scheme.value };
  };

  /** The form again as it was sent: nothing is saved, nothing typed is lost. */
  const again = (
    c: Context<OfficeEnv>,
    opened: Opened,
    entries: Entries,
    change: Partial<EditorPageProps>,
    status: 200 | 409 | 422 = 200,
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
    const chosen: Entries = [
      ['previewStage', c.req.query('previewStage') ?? ''],
      ['previewType', c.req.query('previewType') ?? ''],
    ];
    const page = pageOf(c, opened, [...schemeEntries(opened.scheme), ...chosen], { tells: false });
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
    meeting: Meeting<SchemePart>,
  ): Promise<Response> => {
    const { stored, scheme } = opened;
    const writers = await readWriters(
      actingOf(c, deps),
      'evaluation_scheme',
      { scheme_key: stored.schemeKey, scheme_version: stored.schemeVersion },
      seenVersion(c.var.form),
    );
    const theirs = schemeEntries(scheme);
    const page = pageOf(c, opened, withParts(entries, theirs, meeting.theirs), { tells: true });
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
    if (/^(?:preview|refresh [\w.-]{1,180})$/u.test(then))
      return again(c, opened, entries, {
        touched: then.split(' ')[1] ?? '',
        notice: '表示を更新しました。まだ保存していません。',
      });
    const operation = readRowOperation(then);
    if (operation !== null) {
      const done = withRowOperation(withoutReferences(entries, operation), operation, freshRow);
      const notice = 'まだ保存していません。行を変えただけです。';
      return again(c, opened, done.entries, { touched: done.at, notice });
    }
    const read = readSchemeForm(schemeFields(entries), stored.schemeKey);
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
    const saved = await saveEvaluationScheme(acting, idOf(c), read.scheme, stored.version);
    if (saved.ok) {
      await forgetTyping(acting, formKeyOf(stored));
      return c.redirect(`${hrefOf(c)}?done=saved`, 303);
    }
    const [first] = saved.error;
    if (first.code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
    const status = first.code === 'changed-meanwhile' ? 409 : 422;
    return again(c, opened, entries, { problems: saved.error.map(schemeSentence) }, status);
  };

  const decide =
    (what: typeof adoptEvaluationScheme, done: (c: Context<OfficeEnv>) => string) =>
    async (c: Context<OfficeEnv>) => {
      const decided = await what(actingOf(c, deps), idOf(c), seenVersion(c.var.form));
      if (decided.ok) return c.redirect(done(c), 303);
      if (decided.error[0].code === 'not-allowed') return forbidden(c, deps, 'evaluation.manage');
      const opened = await open(c);
      if (opened === null) return c.notFound();
      const page = pageOf(c, opened, schemeEntries(opened.scheme), { tells: true });
      const status = decided.error[0].code === 'changed-meanwhile' ? 409 : 422;
      return renderPage(c, <EditorPage {...page} problems={decided.error.map(schemeSentence)} />, status);
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
      .use(requireRight(deps, 'evaluation.manage'))
      .post('/', save)
      .post('/preview', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const page = pageOf(c, opened, c.var.form.entries, { tells: false });
        return renderFragment(c, <PreviewResult {...page.preview} />);
      })
      .post(
        '/adopt',
        decide(adoptEvaluationScheme, (c) => `${hrefOf(c)}?done=adopted`),
      )
      .post(
        '/discard',
        decide(discardEvaluationScheme, (c) => `${listOf(c)}?done=discarded`),
      )
      .post('/next', async (c) => {
        const opened = await open(c);
        if (opened === null) return c.notFound();
        const { stored, scheme } = opened;
        const made = await createEvaluationScheme(actingOf(c, deps), scheme, stored.schemeKey);
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
