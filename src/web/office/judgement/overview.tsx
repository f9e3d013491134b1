import type { Context } from 'hono';
import { Hono } from 'hono';
import { chooseJudgement, publishJudgement } from '../../../app/judgement/choose-judgement.ts';
import { readJudgementDesk } from '../../../app/judgement/read-judgement-desk.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { type Problem, placed } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { forbidden } from '../forbidden.ts';
import { seenVersion } from '../forms/seen-version.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { OverviewPage } from './overview-page.tsx';
import { schemeSentence } from './scheme-sentences.ts';

const notices: Readonly<Record<string, string>> = {
  chosen: '年度の判定基準を決めました。',
  published: '判定を公開しました。公開画面にすぐ表れます。',
  withdrawn: '判定の公開をやめました。住民からは見えません。',
  discarded: '下書きを破棄しました。',
};

const meanwhile =
  'その間に、ほかの職員がこの年度の判定を変えました。いまの状態を下で確かめて、もう一度押してください。何も変わっていません。';

const sentenceOf = (problem: Problem): string =>
  problem.code === 'changed-meanwhile' ? meanwhile : schemeSentence(problem);

/** 判定の最初の画面 and what is decided on it. */
export const overviewRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = async (c: Context<OfficeEnv>, refusal: readonly Problem[], status: 200 | 409 | 422) => {
    const { town, viewer } = c.var;
    const desk = await readJudgementDesk(actingOf(c, deps));
    return renderPage(
      c,
      <OverviewPage
        town={town}
        viewer={viewer}
        desk={desk}
        form={refusal.length === 0 ? null : c.var.form}
        sentences={fieldSentences(refusal)}
        problems={refusal.map(sentenceOf)}
        notice={refusal.length === 0 ? notices[c.req.query('done') ?? ''] : undefined}
      />,
      status,
    );
  };
  const refuse = (
    c: Context<OfficeEnv>,
    refusal: Refusal,
    right: 'judgement.scheme' | 'judgement.publish',
  ) => {
    const [{ code }] = refusal;
    if (code === 'not-allowed') return forbidden(c, deps, right);
    return page(c, refusal, code === 'changed-meanwhile' ? 409 : 422);
  };
  const office = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/judgement`;
  const publish = (isPublic: boolean) => async (c: Context<OfficeEnv>) => {
    const year = Number(c.var.form.text('fiscalYear'));
    const done = await publishJudgement(actingOf(c, deps), year, isPublic, seenVersion(c.var.form));
    if (!done.ok) return refuse(c, done.error, 'judgement.publish');
    return c.redirect(`${office(c)}?done=${isPublic ? 'published' : 'withdrawn'}#y${year}`, 303);
  };
  return new Hono<OfficeEnv>()
    .get('/', (c) => page(c, [], 200))
    .post('/years', async (c) => {
      const { form } = c.var;
      const year = parseFiscalYear(form.text('fiscalYear'));
      if (!year.ok) return page(c, [placed(['fiscalYear'], year.error)], 422);
      const [schemeKey = '', version = ''] = form.text('scheme').split(' ');
      const chosen = await chooseJudgement(
        actingOf(c, deps),
        {
          fiscalYear: year.value,
          schemeKey,
          schemeVersion: /^\d{1,4}$/u.test(version) ? Number(version) : 0,
          reason: form.text('reason'),
          publishesHuman: form.text('publishesHuman') === 'yes',
        },
        seenVersion(form),
      );
      if (!chosen.ok) return refuse(c, chosen.error, 'judgement.scheme');
      return c.redirect(`${office(c)}?done=chosen#y${year.value}`, 303);
    })
    .post('/years/publish', publish(true))
    .post('/years/withdraw', publish(false))
    .get('/years/:step?', (c) => c.redirect(office(c), 303));
};
