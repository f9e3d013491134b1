import type { Context } from 'hono';
import { Hono } from 'hono';
import { handOnSheets } from '../../../../app/evaluation/hand-on-sheets.ts';
import { type RoundSheetView, readRoundSheet } from '../../../../app/evaluation/read-round-sheet.ts';
import { addRemark, answerRemark } from '../../../../app/evaluation/remarks.ts';
import { exemptSheet, reopenSheet, returnSheet } from '../../../../app/evaluation/return-sheet.ts';
import { saveRecordFields } from '../../../../app/evaluation/save-record-fields.ts';
import { takeBackSheet } from '../../../../app/evaluation/take-back-sheet.ts';
import type { Refusal } from '../../../../app/refusal.ts';
import type { Action } from '../../../../domain/access/action.ts';
import { actionOfStage } from '../../../../domain/evaluation/round-rights.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { Result } from '../../../../domain/kernel/result.ts';
import type { WebDeps } from '../../../deps.ts';
import type { Form } from '../../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { formFromEntries } from '../../forms/entries.ts';
import { seenVersion } from '../../forms/seen-version.ts';
import { wantsJson } from '../../refusal-page.tsx';
import { besideFields, roundSentence } from '../rounds/words.ts';
import { metSentence, readChanges, shownAfter } from './sheet-form.ts';
import { SheetPage } from './sheet-page.tsx';

const notices: Readonly<Record<string, string>> = {
  save: '保存しました。',
  'hand-on': '次の段階に進めました。',
  next: '進めました。次のあなたの番のシートです。',
  return: '差し戻しました。',
  'take-back': '取り戻しました。直して、もう一度進めてください。',
  reopen: '開き直しました。',
  exempt: '対象外にしました。',
  include: '対象に戻しました。',
  remark: '指摘を残しました。',
  answer: '指摘に回答しました。',
};

const isMet = ({ code }: Problem): boolean => code === 'evaluation-field-changed';

const namesOf = ({ subject }: RoundSheetView): ReadonlyMap<string, string> =>
  new Map([[subject.subjectKey, '']]);

const draw = (
  c: Context<OfficeEnv>,
  view: RoundSheetView,
  refusal?: { readonly form: Form; readonly problems: readonly Problem[] },
): Response => {
  const problems = refusal?.problems ?? [];
  const stored = view.record?.answers ?? {};
  const beside = new Map(besideFields(problems, view.subject.subjectKey));
  for (const problem of problems.filter(isMet)) {
    const field = String(problem.path.at(-1));
    beside.set(field, [...(beside.get(field) ?? []), metSentence(view.scheme, problem)]);
  }
  const status = problems.some(({ code }) => isMet({ code } as Problem) || code === 'evaluation-sheet-moved')
    ? 409
    : 422;
  return renderPage(
    c,
    <SheetPage
      town={c.var.town}
      viewer={c.var.viewer}
      view={view}
      shown={
        refusal === undefined ? { answers: stored, before: stored } : shownAfter(view, refusal.form, problems)
      }
      form={refusal?.form ?? formFromEntries([])}
      sentences={beside}
      problems={problems.map((problem) =>
        roundSentence(problem, namesOf(view)).replace(/^「」(?:の|: )?/u, ''),
      )}
      notice={refusal === undefined ? notices[c.req.query('done') ?? ''] : undefined}
    />,
    refusal === undefined ? 200 : status,
  );
};

const jsonRefusal = (c: Context<OfficeEnv>, view: RoundSheetView, problems: readonly Problem[]): Response =>
  c.json(
    {
      problems: problems.map((problem) => ({
        field: String(problem.path.at(-1) ?? ''),
        sentence: isMet(problem)
          ? `${roundSentence(problem).replace(/^.*?: /u, '')}${metSentence(view.scheme, problem)}`
          : roundSentence(problem),
      })),
    },
    problems.some(isMet) ? 409 : 422,
  );

/** Save, or save and hand on: one form, two buttons. */
const runForm = (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  view: RoundSheetView,
): Promise<Result<unknown, Refusal>> => {
  const { form } = c.var;
  const acting = actingOf(c, deps);
  const { roundKey } = view.round;
  const { subjectKey } = view.subject;
  const stageKey = form.text('stageKey');
  const changes = readChanges(form);
  return form.text('do') === 'hand-on'
    ? handOnSheets(acting, {
        roundKey,
        stageKey,
        sheets: [{ subjectKey, seenVersion: null, changes }],
      })
    : saveRecordFields(acting, { roundKey, subjectKey, stageKey, changes });
};

const runStep = (
  c: Context<OfficeEnv>,
  deps: WebDeps,
  { round, subject }: RoundSheetView,
): Promise<Result<unknown, Refusal>> | null => {
  const { form } = c.var;
  const acting = actingOf(c, deps);
  const { roundKey } = round;
  const { subjectKey } = subject;
  const reference = { roundKey, subjectKey, seenVersion: seenVersion(form), reason: form.text('reason') };
  switch (form.text('step')) {
    case 'return':
      return returnSheet(acting, { ...reference, toStageKey: form.text('to') });
    case 'take-back':
      return takeBackSheet(acting, reference);
    case 'reopen':
    case 'include':
      return reopenSheet(acting, { ...reference, toStageKey: form.text('to') });
    case 'exempt':
      return exemptSheet(acting, { ...reference, exemption: form.text('exemption') });
    case 'remark':
      return addRemark(acting, {
        roundKey,
        subjectKey,
        stageKey: form.text('stageKey'),
        body: form.text('body'),
        audience: form.text('audience') === 'internal' ? 'internal' : 'public',
      });
    case 'answer':
      return answerRemark(acting, { roundKey, remarkId: form.text('remarkId'), answer: form.text('answer') });
    default:
      return null;
  }
};

/** What the person would have needed: for the stage they wanted to act at, or to run the round. */
const neededRight = (form: Form, { scheme, stage }: RoundSheetView): Action => {
  const wanted = scheme.stages.find(({ key }) => key === form.text('stageKey')) ?? stage;
  return wanted === null ? 'evaluation.manage' : actionOfStage(wanted.actor);
};

/** 評価シート: written (also in the background), handed on, sent back. */
export const sheetRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const open = (c: Context<OfficeEnv>) =>
    readRoundSheet(actingOf(c, deps), c.req.param('round') ?? '', c.req.param('subject') ?? '');
  const refuse = (c: Context<OfficeEnv>, view: RoundSheetView, problems: Refusal) => {
    if (problems[0].code === 'not-allowed') return forbidden(c, deps, neededRight(c.var.form, view));
    return wantsJson(c) ? jsonRefusal(c, view, problems) : draw(c, view, { form: c.var.form, problems });
  };
  const addressOf = (c: Context<OfficeEnv>, { round }: RoundSheetView, subjectKey: string): string =>
    `/m/${c.var.town.municipality}/office/evaluation/${encodeURIComponent(round.roundKey)}/sheets/${encodeURIComponent(subjectKey)}`;
  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const view = await open(c);
      return view === null ? c.notFound() : draw(c, view);
    })
    .post('/', async (c) => {
      const view = await open(c);
      if (view === null) return c.notFound();
      const done = await runForm(c, deps, view);
      if (!done.ok) {
        // What somebody else has meanwhile done is shown as it is now.
        return refuse(c, (await open(c)) ?? view, done.error);
      }
      if (wantsJson(c)) return c.json({ saved: true });
      const { subjectKey } = view.subject;
      if (c.var.form.text('do') !== 'hand-on')
        return c.redirect(`${addressOf(c, view, subjectKey)}?done=save`, 303);
      const next = view.neighbours.after ?? view.neighbours.before;
      return c.redirect(
        next === null
          ? `${addressOf(c, view, subjectKey)}?done=hand-on`
          : `${addressOf(c, view, next)}?done=next`,
        303,
      );
    })
    .post('/step', async (c) => {
      const view = await open(c);
      const running = view === null ? null : runStep(c, deps, view);
      if (view === null || running === null) return c.notFound();
      const done = await running;
      if (!done.ok) return refuse(c, view, done.error);
      return c.redirect(
        `${addressOf(c, view, view.subject.subjectKey)}?done=${c.var.form.text('step')}`,
        303,
      );
    });
};
