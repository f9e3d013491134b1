import { type Context, Hono } from 'hono';
import { setEmail } from '../../../app/people/user-email.ts';
import { changePassword } from '../../../app/sign-in/password-change.ts';
import { endOwnSession, endSessionsOf, listOwnSessions } from '../../../app/sign-in/session-end.ts';
import { newTotpSecret, totpUri } from '../../../app/sign-in/totp.ts';
import { enrolTotp, readOwnAccount, removeTotp } from '../../../app/sign-in/totp-enrol.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { doneNotice } from '../done-notice.ts';
import { formFromEntries } from '../forms/entries.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { AccountPage } from './account-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { EnrolPage, RecoveryCodesPage, RemoveTotpPage } from './totp-page.tsx';

/** One's own account: open to everyone who is logged in. */
export const accountRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  const frame = (c: Context<OfficeEnv>) => ({ town: c.var.town, viewer: c.var.viewer });
  const home = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/account`;
  const ownAccount = async (c: Context<OfficeEnv>) => {
    const { user, recoveryCodesLeft } = await readOwnAccount(actingOf(c, deps));
    // The session's user row exists: sessions go with their user.
    if (user === null) throw new Error('account page without a user');
    return { user, recoveryCodesLeft };
  };

  const accountPage = async (c: Context<OfficeEnv>, refusal: readonly Problem[] = []) => {
    const problems = refusal.map(problemSentence);
    const [account, sessions] = [await ownAccount(c), await listOwnSessions(actingOf(c, deps))];
    return renderPage(
      c,
      <AccountPage
        {...frame(c)}
        {...account}
        sessions={sessions}
        notice={doneNotice(c.req.query('done'))}
        problems={problems}
        form={formFromEntries([
          ...(problems.length > 0 ? c.var.form.entries : []),
          ['email', account.user.email ?? ''],
        ])}
        sentences={fieldSentences(refusal)}
      />,
      problems.length > 0 ? 422 : 200,
    );
  };
  app.get('/', (c) => accountPage(c));

  app.post('/email', async (c) => {
    const result = await setEmail(actingOf(c, deps), c.var.viewer.actor.userId, c.var.form.text('email'));
    return result.ok ? c.redirect(`${home(c)}?done=email-changed`, 303) : accountPage(c, result.error);
  });
  app.post('/sessions/end', async (c) => {
    const result = await endOwnSession(actingOf(c, deps), c.var.form.text('session'));
    if (!result.ok) return accountPage(c, result.error);
    return c.redirect(`${home(c)}?done=session-ended`, 303);
  });
  app.post('/sessions/end-others', async (c) => {
    const { actor, tokenHash } = c.var.viewer;
    await endSessionsOf(actingOf(c, deps), actor.userId, tokenHash);
    return c.redirect(`${home(c)}?done=session-ended`, 303);
  });

  app.get('/password', async (c) => {
    const { user } = await ownAccount(c);
    return renderPage(c, <PasswordPage {...frame(c)} login={user.login} />);
  });
  app.post('/password', async (c) => {
    const { form, viewer } = c.var;
    const result = await changePassword(actingOf(c, deps), {
      current: form.text('currentPassword'),
      chosen: form.text('newPassword'),
      again: form.text('newPasswordAgain'),
      tokenHash: viewer.tokenHash,
    });
    if (result.ok) return c.redirect(`${home(c)}?done=password-changed`, 303);
    const { user } = await ownAccount(c);
    return renderPage(
      c,
      <PasswordPage
        {...frame(c)}
        login={user.login}
        problems={result.error.map(problemSentence)}
        sentences={fieldSentences(result.error)}
      />,
      422,
    );
  });

  app.get('/totp', async (c) => {
    const { user } = await ownAccount(c);
    if (user.hasTotp) return renderPage(c, <RemoveTotpPage {...frame(c)} />);
    const secret = newTotpSecret();
    const uri = totpUri(secret, user.login, c.var.town.name);
    return renderPage(c, <EnrolPage {...frame(c)} secret={secret} uri={uri} />);
  });
  app.post('/totp', async (c) => {
    const secret = c.var.form.text('secret');
    const result = await enrolTotp(actingOf(c, deps), deps.secrets, secret, c.var.form.text('code'));
    if (result.ok)
      return renderPage(c, <RecoveryCodesPage {...frame(c)} codes={result.value.recoveryCodes} />);
    const problems = result.error.map(problemSentence);
    const { user } = await ownAccount(c);
    if (user.hasTotp) return renderPage(c, <RemoveTotpPage {...frame(c)} problems={problems} />, 422);
    // The same secret again after a mistyped code: it may be in the app already.
    const again = result.error[0].code === 'totp.code-wrong' ? secret : newTotpSecret();
    return renderPage(
      c,
      <EnrolPage
        {...frame(c)}
        secret={again}
        uri={totpUri(again, user.login, c.var.town.name)}
        problems={problems}
        sentences={fieldSentences(result.error)}
      />,
      422,
    );
  });
  app.post('/totp/remove', async (c) => {
    const result = await removeTotp(actingOf(c, deps), c.var.form.text('currentPassword'));
    if (result.ok) return c.redirect(`${home(c)}?done=totp-disabled`, 303);
    return renderPage(
      c,
      <RemoveTotpPage
        {...frame(c)}
        problems={result.error.map(problemSentence)}
        sentences={fieldSentences(result.error)}
      />,
      422,
    );
  });
  return app;
};
