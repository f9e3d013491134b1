import type { Context } from 'hono';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { handOnSheets } from '../../../../app/evaluation/hand-on-sheets.ts';
import { readBudgetConsequence, readDecisions } from '../../../../app/evaluation/read-decisions.ts';
import { readRoundSheet } from '../../../../app/evaluation/read-round-sheet.ts';
import { saveRecordFields } from '../../../../app/evaluation/save-record-fields.ts';
import { mayAnywhere } from '../../../../domain/access/may.ts';
import { agendaOf, waitsForDecision } from '../../../../domain/evaluation/decision.ts';
import { actionOfStage } from '../../../../domain/evaluation/round-rights.ts';
import type { Problem } from '../../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { forbidden } from '../../forbidden.ts';
import { seenVersion } from '../../forms/seen-version.ts';
import { besideFields, roundSentence } from '../rounds/words.ts';
import { metSentence, readChanges, shownAfter } from '../sheets/sheet-form.ts';
import { AgendaPage, roundBase } from './agenda-page.tsx';
import { DecisionPage } from './decision-page.tsx';

const notices: Readonly<Record<string, string>> = {
  decide: '決定しました。次の議題です。',
  end: '決定しました。決める番の議題はこれで終わりです。',
  save: '保存しました。まだ決定していません。',
};

const isMet = ({ code }: Problem): boolean =>
  code === 'evaluation-field-changed' || code === 'evaluation-sheet-moved';

/** Outside reviewers are not in the meeting. */
export const insideOnly = (deps: WebDeps) =>
  createMiddleware<OfficeEnv>(async (c, next) =>
    mayAnywhere(c.var.viewer.actor, 'evaluation.view') ? next() : forbidden(c, deps, 'evaluation.view'),
  );

/** 本部の会議: the agenda, and one programme a screen. */
export const meetingRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const load = async (c: Context<OfficeEnv>) => {
    const acting = actingOf(c, deps);
    const [roundKey, subjectKey] = [c.req.param('round') ?? '', c.req.param('subject') ?? ''];
    const round = await readDecisions(acting, roundKey);
    const decision = round?.decisions.find((each) => each.subjectKey === subjectKey);
    const view = decision === undefined ? null : await readRoundSheet(acting, roundKey, subjectKey);
    return round === null || decision === undefined || view === null ? null : { round, decision, view };
  };
  const draw = async (
    c: Context<OfficeEnv>,
    loaded: NonNullable<Awaited<ReturnType<typeof load>>>,
    problems: readonly Problem[] = [],
  ) => {
    const { round, decision, view } = loaded;
    const stored = view.record?.answers ?? {};
    const beside = new Map(besideFields(problems, decision.subjectKey));
    for (const problem of problems.filter(({ code }) => code === 'evaluation-field-changed')) {
      const field = String(problem.path.at(-1));
      beside.set(field, [...(beside.get(field) ?? []), metSentence(view.scheme, problem)]);
    }
    return renderPage(
      c,
      <DecisionPage
        town={c.var.town}
        viewer={c.var.viewer}
        round={round}
        decision={decision}
        view={view}
        budget={await readBudgetConsequence(actingOf(c, deps), round.round.roundKey, decision.subjectKey)}
        shown={
          problems.length === 0 ? { answers: stored, before: stored } : shownAfter(view, c.var.form, problems)
        }
        sentences={beside}
        problems={problems.map((problem) =>
          roundSentence(problem, new Map([[decision.subjectKey, decision.name]])),
        )}
        notice={problems.length === 0 ? notices[c.req.query('done') ?? ''] : undefined}
      />,
      problems.length === 0 ? 200 : problems.some(isMet) ? 409 : 422,
    );
  };
  return new Hono<OfficeEnv>()
    .use(insideOnly(deps))
    .get('/', async (c) => {
      const view = await readDecisions(actingOf(c, deps), c.req.param('round') ?? '');
      return view === null
        ? c.notFound()
        : renderPage(
            c,
            <AgendaPage
              town={c.var.town}
              viewer={c.var.viewer}
              view={view}
              notice={notices[c.req.query('done') ?? '']}
            />,
          );
    })
    .get('/:subject', async (c) => {
      const loaded = await load(c);
      return loaded === null ? c.notFound() : draw(c, loaded);
    })
    .post('/:subject', async (c) => {
      const loaded = await load(c);
      if (loaded === null) return c.notFound();
      const { form, town } = c.var;
      const acting = actingOf(c, deps);
      const { round, decision, view } = loaded;
      const { roundKey } = round.round;
      const { subjectKey } = decision;
      const stageKey = form.text('stageKey');
      const changes = readChanges(form);
      const decides = form.text('do') === 'decide';
      const done = decides
        ? await handOnSheets(acting, {
            roundKey,
            stageKey,
            sheets: [{ subjectKey, seenVersion: seenVersion(form), changes }],
          })
        : await saveRecordFields(acting, { roundKey, subjectKey, stageKey, changes });
      if (!done.ok) {
        if (done.error[0].code === 'not-allowed')
          return forbidden(
            c,
            deps,
            view.stage === null ? 'evaluation.as-executive' : actionOfStage(view.stage.actor),
          );
        return draw(c, (await load(c)) ?? loaded, done.error);
      }
      const base = `${roundBase(town.municipality, roundKey)}/meeting`;
      if (!decides) return c.redirect(`${base}/${encodeURIComponent(subjectKey)}?done=save`, 303);
      const agenda = agendaOf(round.decisions, round.scheme);
      const at = agenda.findIndex((each) => each.subjectKey === subjectKey);
      // On from here; what was passed over comes again from the top.
      const next = [...agenda.slice(at + 1), ...agenda.slice(0, at)].find((each) =>
        waitsForDecision(round.scheme, each),
      );
      return c.redirect(
        next === undefined
          ? `${base}?done=end`
          : `${base}/${encodeURIComponent(next.subjectKey)}?done=decide`,
        303,
      );
    });
};
