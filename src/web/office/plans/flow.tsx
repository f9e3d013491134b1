import type { Context } from 'hono';
import { Hono } from 'hono';
import { approveRevision } from '../../../app/plan/approve-revision.ts';
import { callBackRevision } from '../../../app/plan/call-back-revision.ts';
import { discardDraft } from '../../../app/plan/discard-draft.ts';
import { publishRevision } from '../../../app/plan/publish-revision.ts';
import { readChecks } from '../../../app/plan/read-checks.ts';
import { returnRevision } from '../../../app/plan/return-revision.ts';
import { readSubmission, submitRevision } from '../../../app/plan/submit-revision.ts';
import { type Refusal, refused } from '../../../app/refusal.ts';
import { parseJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { formFromEntries } from '../forms/entries.ts';
import { type DeskPage, openDesk } from './desk.ts';
import { draftStamp } from './draft-stamp.ts';
import { FlowPage } from './flow-page.tsx';

const notices: Readonly<Record<string, string>> = {
  submit: '承認を求めました。首長・本部の「やること」に載りました。',
  withdraw: '承認の求めを取り戻しました。',
  approve: '承認しました。内容は確定しました。',
  return: '下書きに差し戻しました。',
  'call-back': '公開を取り下げました。承認済みに戻っています。',
};

const noticeOf = (done: string, status: DeskPage['revision']['status']): string | undefined =>
  done !== 'publish'
    ? notices[done]
    : status === 'scheduled'
      ? '公開の手続きをしました。施行日から公開画面に出ます。'
      : '公開しました。もう施行中で、公開画面に出ています。';

type Done = Result<unknown, Refusal>;

export const flowRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const show = async (
    c: Context<OfficeEnv>,
    desk: DeskPage,
    form: Form,
    problems: readonly Problem[],
    status: 200 | 403 | 409 | 422,
  ): Promise<Response> => {
    const found =
      desk.revision.status === 'draft' ? ((await readChecks(actingOf(c, deps), desk.at)) ?? []) : [];
    return renderPage(
      c,
      <FlowPage
        desk={desk}
        form={form}
        submission={
          desk.revision.status === 'draft' ? await readSubmission(actingOf(c, deps), desk.at) : null
        }
        errors={found.filter(({ severity }) => severity === 'error').length}
        warnings={found.filter(({ severity }) => severity === 'warning').length}
        problems={problems}
        notice={noticeOf(c.req.query('done') ?? '', desk.revision.status)}
      />,
      status,
    );
  };

  const publish = async (c: Context<OfficeEnv>, desk: DeskPage, form: Form): Promise<Done> => {
    const day = parseJapaneseDate(form.text('effectiveOn'));
    if (!day.ok) return { ok: false, error: [placed(['effectiveOn'], day.error)] };
    const publication = { reason: form.text('reason'), effectiveOn: day.value };
    return publishRevision(actingOf(c, deps), desk.at, publication, desk.revision.version);
  };

  const take = (c: Context<OfficeEnv>, desk: DeskPage, form: Form): Promise<Done> => {
    const acting = actingOf(c, deps);
    // Nobody decides about a text that changed after it was looked at.
    if (form.text('stamp') !== draftStamp(desk))
      return Promise.resolve(refused('changed-since-seen', ['revision']));
    const step = form.text('step');
    switch (step) {
      case 'submit':
      case 'withdraw':
        return submitRevision(acting, desk.at, step);
      case 'approve':
        return approveRevision(acting, desk.at, desk.revision.version);
      case 'return':
        return returnRevision(acting, desk.at);
      case 'publish':
        return publish(c, desk, form);
      case 'call-back':
        return callBackRevision(acting, desk.at);
      case 'discard':
        return form.text('sure') === 'yes'
          ? discardDraft(acting, desk.at)
          : Promise.resolve(refused('not-sure', ['sure']));
      default:
        return Promise.resolve(refused('unknown-choice', ['step'], { text: step.slice(0, 40) }));
    }
  };

  return new Hono<OfficeEnv>()
    .get('/', async (c) => {
      const desk = await openDesk(c, deps);
      if (desk instanceof Response) return desk;
      const form = formFromEntries([
        ['reason', desk.revision.reason],
        ['effectiveOn', desk.today],
      ]);
      return show(c, desk, form, [], 200);
    })
    .post('/', async (c) => {
      const desk = await openDesk(c, deps);
      if (desk instanceof Response) return desk;
      const { form } = c.var;
      const done = await take(c, desk, form);
      if (!done.ok) {
        const { code } = done.error[0];
        const status = code === 'not-allowed' ? 403 : code.startsWith('changed') ? 409 : 422;
        return show(c, desk, form, done.error, status);
      }
      const step = form.text('step');
      const plans = `/m/${c.var.town.municipality}/office/plans`;
      return c.redirect(
        step === 'discard' ? `${plans}?done=discarded` : `${desk.deskHref}/flow?done=${step}`,
        303,
      );
    });
};
