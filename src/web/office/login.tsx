import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { logIn } from '../../app/sign-in/login.ts';
import { logOut } from '../../app/sign-in/session-end.ts';
import { problemSentence } from '../../documents/problem-text/sentences.ts';
import type { WebDeps } from '../deps.ts';
import { makeCounter, tooManyRequests } from '../middleware/rate-limit.ts';
import { clientAddress, isHttps } from '../middleware/request-source.ts';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import {
  clearSessionCookie,
  hashToken,
  loginToken,
  newToken,
  setSessionCookie,
} from '../middleware/session-cookie.ts';
import { renderPage } from '../render.tsx';
import { parseResume, resumeField } from './interrupted.ts';
import { LoginPage, type LoginPageProps } from './login-page.tsx';
import { isOfficePath } from './office-path.ts';
import { ResumePage } from './resume.tsx';

/** Failures only: a whole town hall may log in from one address in one morning. */
const failuresPerAddress = { points: 60, seconds: 15 * 60 };

const attempt = z.object({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
  code: z.string().max(40),
});

export const loginRoutes = (deps: WebDeps): Hono<OpenOfficeEnv> => {
  const app = new Hono<OpenOfficeEnv>();
  const failures = makeCounter(failuresPerAddress);

  const page = (
    c: Context<OpenOfficeEnv>,
    shown: Partial<LoginPageProps>,
    status: 200 | 401 | 422 = 200,
  ): Response =>
    renderPage(
      c,
      <LoginPage
        town={c.var.town}
        assets={deps.assets}
        token={loginToken(c, isHttps(c.req.raw, deps.config))}
        login=""
        next={null}
        resume={null}
        problem={null}
        {...shown}
      />,
      status,
    );

  app.get('/login', (c) => {
    const code = c.var.town.municipality;
    const next = c.req.query('next') ?? '';
    const inside = isOfficePath(code, next) ? next : null;
    if (c.var.viewer !== null) return c.redirect(inside ?? `/m/${code}/office`, 303);
    const notice =
      c.req.query('ended') !== undefined
        ? 'しばらく操作がなかったか、ログインの期限が来たため、ログアウトしました。ログインすると、続きの画面に戻ります。'
        : c.req.query('out') !== undefined
          ? 'ログアウトしました。'
          : undefined;
    return page(c, { next: inside, notice });
  });

  app.post('/login', async (c) => {
    const { form, town } = c.var;
    const code = town.municipality;
    const next = isOfficePath(code, form.text('next')) ? form.text('next') : null;
    const resume = parseResume(code, form.text(resumeField));
    const kept = { login: form.text('login').slice(0, 200), next, resume };
    const typed = attempt.safeParse({
      login: form.text('login'),
      password: form.text('password'),
      code: form.text('code'),
    });
    if (!typed.success) {
      return page(
        c,
        { ...kept, problem: 'ログインIDとパスワードを、それぞれ200文字以内で入力してください。' },
        422,
      );
    }
    // Counted before the password is looked at, so that a thousand attempts at once are not all let through.
    const address = clientAddress(c, deps.config);
    const wait = await failures.take(address);
    if (wait !== null) return tooManyRequests(c, deps, wait);
    const https = isHttps(c.req.raw, deps.config);
    const token = newToken();
    const csrfToken = newToken();
    const { municipality, origin, today } = c.var.as;
    const result = await logIn(
      {
        db: deps.db,
        as: { municipality, origin, ...(today === undefined ? {} : { today }) },
        now: deps.now(),
        demo: deps.config.demo,
        secrets: deps.secrets,
      },
      typed.data,
      { tokenHash: hashToken(token), csrfToken, userAgent: (c.req.header('user-agent') ?? '').slice(0, 300) },
    );
    if (!result.ok) return page(c, { ...kept, problem: problemSentence(result.error[0]) }, 401);
    await failures.giveBack(address);
    // A session this browser already had for the town is not left behind.
    if (c.var.viewer !== null) {
      const { viewer } = c.var;
      await logOut({ db: deps.db, as: c.var.as, actor: viewer.actor, now: deps.now() }, viewer.tokenHash);
    }
    setSessionCookie(c, code, token, https);
    if (resume === null) return c.redirect(next ?? `/m/${code}/office`, 303);
    return renderPage(c, <ResumePage town={town} assets={deps.assets} csrfToken={csrfToken} kept={resume} />);
  });

  app.post('/logout', async (c) => {
    const { viewer, town } = c.var;
    if (viewer !== null) {
      await logOut({ db: deps.db, as: c.var.as, actor: viewer.actor, now: deps.now() }, viewer.tokenHash);
    }
    clearSessionCookie(c, town.municipality, isHttps(c.req.raw, deps.config));
    return c.redirect(`/m/${town.municipality}/office/login?out=1`, 303);
  });

  return app;
};
