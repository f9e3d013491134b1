import { type Context, Hono } from 'hono';
import { forgetTyping, readKeptTyping } from '../../../../../app/plan/autosave.ts';
import { readScenario, type ScenarioDesk } from '../../../../../app/population/read-population.ts';
import { saveScenario } from '../../../../../app/population/save-scenario.ts';
import { readWriters } from '../../../../../app/read-writers.ts';
import type { WebDeps } from '../../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../../middleware/session.ts';
import { renderFragment, renderPage } from '../../../../render.tsx';
import { forbidden, requireRight } from '../../../forbidden.ts';
import type { Entries } from '../../../forms/entries.ts';
import { seenVersion } from '../../../forms/seen-version.ts';
import { EditingProvider, editingOf } from '../../../judgement/editor/editing.ts';
import { readRowOperation, withRowOperation } from '../../../judgement/form/row-operation.ts';
import { type Meeting, meetingOf, readMarks } from '../../../plans/item-compare.ts';
import { readTaken, withTaken } from '../backcast/take.ts';
import { freshEstate } from '../form/fresh-estate.ts';
import { scenarioEntries } from '../form/scenario-entries.ts';
import { partTexts, scenarioParts, withParts } from '../form/scenario-parts.ts';
import { shownValue } from '../form/shown-value.ts';
import { placedSentences, scenarioSentence } from '../scenario-sentences.ts';
import { EditorPage, type EditorPageProps } from './editor-page.tsx';
import { FollowingResults } from './following-results.tsx';
import { formKeyOf, pageOf, tryForm } from './page-of.ts';

const parts = Object.keys(scenarioParts);

const notices: Readonly<Record<string, string>> = {
  created: 'シナリオを作りました。前提を動かして、結果を確かめてください。',
  copied: '写しを作りました。名前を変えて保存してください。',
  saved: '保存しました。公開してある版は変わりません。',
  published: '公開しました。公開画面にすぐ表れます。',
};

const notWorkedOut =
  'いまの前提では計算できません。下に示した所を直して、もう一度押してください。まだ何も保存していません。打った内容はすべて残っています。';

/** Buttons that show the form anew without saving; null: the form is to be saved. */
const withoutSaving = (
  entries: Entries,
  then: string,
): { readonly entries: Entries; readonly touched: string; readonly notice: string } | null => {
  if (then === 'calculate') return { entries, touched: '', notice: '計算しました。まだ保存していません。' };
  const taken = readTaken(then);
  if (taken !== null)
    return {
      entries: withTaken(entries, taken),
      touched: '',
      notice: '答えを前提の欄に入れて、計算しました。理由と出典を書き添えて、保存してください。',
    };
  const operation = readRowOperation(then);
  if (operation === null) return null;
  const done = withRowOperation(entries, operation, freshEstate);
  return {
    entries: done.entries,
    touched: done.at,
    notice: 'まだ保存していません。行を変えただけです。',
  };
};

/** One scenario: /m/{code}/office/population/scenarios/{key}. */
export const scenarioEditorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const keyOf = (c: Context<OfficeEnv>): string => c.req.param('scenarioKey') ?? '';
  const hrefOf = (c: Context<OfficeEnv>): string =>
    `/m/${c.var.town.municipality}/office/population/scenarios/${keyOf(c)}`;
  const open = (c: Context<OfficeEnv>): Promise<ScenarioDesk | null> =>
    readScenario(actingOf(c, deps), keyOf(c));

  /** The form again as it was sent: nothing is saved, nothing typed is lost. */
  const again = (
    c: Context<OfficeEnv>,
    desk: ScenarioDesk,
    entries: Entries,
    change: Partial<EditorPageProps>,
    status: 200 | 409 | 422 = 200,
  ): Response => {
    const { form } = c.var;
    const page = pageOf(c, deps, desk, entries, { tells: true });
    // A row added or taken away is said as such, whatever else is still to be filled in.
    const isStuck = change.notice !== undefined && !change.touched && page.shown === null;
    return renderPage(
      c,
      <EditorPage
        {...page}
        version={seenVersion(form)}
        marks={readMarks(form.text('seenMarks'))}
        {...change}
        {...(isStuck ? { notice: undefined, problems: [notWorkedOut] } : {})}
      />,
      isStuck ? 422 : status,
    );
  };

  const show = async (c: Context<OfficeEnv>): Promise<Response> => {
    const desk = await open(c);
    if (desk === null) return c.notFound();
    const stored = [...scenarioEntries(desk.scenario), ['shownYear', c.req.query('year') ?? ''] as const];
    const page = pageOf(c, deps, desk, stored, { tells: false });
    const kept = page.mayEdit ? await readKeptTyping(actingOf(c, deps), page.formKey) : null;
    if (kept !== null && c.req.query('restore') === '1') {
      const restored = pageOf(c, deps, desk, kept.fields, { tells: true });
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
    const done = c.req.query('done') ?? '';
    // Of a scenario never published there is no edition to speak of.
    const words =
      done === 'saved' && desk.scenario.publishedEdition === null ? '保存しました。' : notices[done];
    return renderPage(c, <EditorPage {...page} kept={kept} notice={words} />);
  };

  const meet = async (
    c: Context<OfficeEnv>,
    desk: ScenarioDesk,
    entries: Entries,
    mine: Entries,
    meeting: Meeting<string>,
  ): Promise<Response> => {
    const { scenario } = desk;
    const writers = await readWriters(
      actingOf(c, deps),
      'population_scenario',
      { scenario_key: scenario.scenarioKey },
      seenVersion(c.var.form),
    );
    const theirs = scenarioEntries(scenario);
    const page = pageOf(c, deps, desk, withParts(entries, theirs, meeting.theirs), { tells: true });
    const shown = shownValue(page.offers);
    return renderPage(
      c,
      <EditorPage
        {...page}
        meeting={{
          writers,
          fields: meeting,
          mine: partTexts(mine, shown),
          theirs: partTexts(theirs, shown),
        }}
      />,
      409,
    );
  };

  const save = async (c: Context<OfficeEnv>): Promise<Response> => {
    const desk = await open(c);
    // Somebody removed the scenario meanwhile: what was typed is still in the browser, one step back.
    if (desk === null) return c.notFound();
    const stays = scenarioEntries(desk.scenario);
    const chosen = parts.filter((part) => c.var.form.text(`choose.${part}`) === 'theirs');
    const entries = withParts(c.var.form.entries, stays, chosen);
    const shown = withoutSaving(entries, c.var.form.text('then'));
    if (shown !== null) return again(c, desk, shown.entries, shown);
    const { name, description, content, problems } = tryForm(entries, desk.series);
    if (content === null || problems.length > 0)
      return again(c, desk, entries, { refused: placedSentences(problems) }, 422);
    const mine = scenarioEntries({ name, description, content });
    const meeting = meetingOf(
      parts,
      readMarks(c.var.form.text('seenMarks')),
      partTexts(mine),
      partTexts(stays),
    );
    if (meeting.theirs.length + meeting.both.length > 0) return meet(c, desk, entries, mine, meeting);
    const acting = actingOf(c, deps);
    const { scenarioKey, version } = desk.scenario;
    const edit = { scenarioKey, name, description, content, seenVersion: version };
    const saved = await saveScenario(acting, edit);
    if (saved.ok) {
      await forgetTyping(acting, formKeyOf(scenarioKey));
      return c.redirect(`${hrefOf(c)}?done=saved`, 303);
    }
    const [first] = saved.error;
    if (first.code === 'not-allowed') return forbidden(c, deps, 'population.manage');
    const status = first.code === 'changed-meanwhile' ? 409 : 422;
    return again(c, desk, entries, { problems: saved.error.map(scenarioSentence) }, status);
  };

  return new Hono<OfficeEnv>()
    .get('/', show)
    .use(requireRight(deps, 'population.manage'))
    .post('/', save)
    .post('/preview', async (c) => {
      const desk = await open(c);
      if (desk === null) return c.notFound();
      const page = pageOf(c, deps, desk, c.var.form.entries, { tells: false });
      return renderFragment(
        c,
        <EditingProvider value={editingOf(page.form, page.sentences, hrefOf(c), '')}>
          <FollowingResults shown={page.shown} standing={page.standing} mayEdit={page.mayEdit} />
        </EditingProvider>,
      );
    });
};
