import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { isoDateInJapan } from '../../../app/japan-date.ts';
import { readUser, readUsers } from '../../../app/people/read-users.ts';
import {
  clearTotpOf,
  disableUser,
  enableUser,
  renameUser,
  resetPassword,
  unlockUser,
} from '../../../app/people/user-change.ts';
import { createUsers } from '../../../app/people/user-create.ts';
import { setEmail } from '../../../app/people/user-email.ts';
import { addGrant, endGrant } from '../../../app/people/user-grants.ts';
import { endSessionsOf } from '../../../app/sign-in/session-end.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { temporaryPassword } from '../../../domain/access/temporary-password.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { doneNotice } from '../done-notice.ts';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { isUuid } from '../is-uuid.ts';
import { fieldSentences } from '../problem-sentences.ts';
import { AddUserPage } from './add-user-page.tsx';
import { grantFromForm } from './grant-form.ts';
import { PasswordsPage } from './passwords-page.tsx';
import type { Doing } from './user-doings.tsx';
import { UserPage } from './user-page.tsx';
import { UsersPage } from './users-page.tsx';

const emptyForm = formFromEntries([]);

/** The place in the list of one user is of no interest to a form about one user. */
const withoutIndex = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: problem.path.filter((part) => typeof part === 'string') }));

export const userRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'user.manage'));
  const frame = (c: Context<OfficeEnv>) => ({
    town: c.var.town,
    viewer: c.var.viewer,
    now: deps.now().toISOString(),
    today: isoDateInJapan(deps.now()),
  });
  const list = (c: Context<OfficeEnv>) => `/m/${c.var.town.municipality}/office/settings/users`;

  app.get('/', async (c) => {
    const found = await readUsers(actingOf(c, deps));
    return renderPage(c, <UsersPage {...frame(c)} {...found} notice={doneNotice(c.req.query('done'))} />);
  });

  app.get('/add', async (c) => {
    const { units } = await readUsers(actingOf(c, deps));
    return renderPage(c, <AddUserPage {...frame(c)} units={units} form={emptyForm} />);
  });
  app.post('/add', async (c) => {
    const { form } = c.var;
    const refuse = async (problems: readonly Problem[]) => {
      const { units } = await readUsers(actingOf(c, deps));
      return renderPage(
        c,
        <AddUserPage
          {...frame(c)}
          units={units}
          form={form}
          problems={problems.map(problemSentence)}
          sentences={fieldSentences(problems)}
        />,
        422,
      );
    };
    const grant = grantFromForm(form);
    if (!grant.ok) return refuse(grant.error);
    const user = {
      login: form.text('login'),
      displayName: form.text('displayName'),
      password: temporaryPassword(randomBytes(16)),
    };
    const made = await createUsers(actingOf(c, deps), [
      { ...user, mustChangePassword: 'yes', grants: [grant.value] },
    ]);
    if (!made.ok) return refuse(withoutIndex(made.error));
    return renderPage(c, <PasswordsPage {...frame(c)} notice="職員を加えました。" made={[user]} />);
  });

  const userPage = async (
    c: Context<OfficeEnv>,
    userId: string,
    refused?: { readonly form: Form; readonly problems: readonly Problem[] },
  ): Promise<Response> => {
    const found = isUuid(userId) ? await readUser(actingOf(c, deps), userId) : null;
    if (found === null) return c.notFound();
    const form = formFromEntries([
      ...(refused?.form.entries ?? []),
      ['displayName', found.user.displayName],
      ['email', found.user.email ?? ''],
    ]);
    return renderPage(
      c,
      <UserPage
        {...frame(c)}
        {...found}
        form={form}
        notice={doneNotice(c.req.query('done'))}
        problems={refused?.problems.map(problemSentence) ?? []}
        sentences={fieldSentences(refused?.problems ?? [])}
      />,
      refused === undefined ? 200 : 422,
    );
  };
  app.get('/:user', (c) => userPage(c, c.req.param('user')));

  type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: readonly Problem[] };
  const after = async (c: Context<OfficeEnv>, userId: string, done: string, run: () => Promise<Outcome>) => {
    if (!isUuid(userId)) return c.notFound();
    const result = await run();
    return result.ok
      ? c.redirect(`${list(c)}/${userId}?done=${done}`, 303)
      : userPage(c, userId, { form: c.var.form, problems: result.error });
  };

  app.post('/:user/name', (c) => {
    const userId = c.req.param('user');
    return after(c, userId, 'user-renamed', () =>
      renameUser(actingOf(c, deps), userId, c.var.form.text('displayName')),
    );
  });
  app.post('/:user/email', (c) => {
    const userId = c.req.param('user');
    return after(c, userId, 'email-changed', () =>
      setEmail(actingOf(c, deps), userId, c.var.form.text('email')),
    );
  });
  app.post('/:user/grants', (c) => {
    const userId = c.req.param('user');
    const grant = grantFromForm(c.var.form);
    return after(c, userId, 'grant-added', async () =>
      grant.ok ? addGrant(actingOf(c, deps), userId, grant.value) : grant,
    );
  });
  app.post('/:user/grants/end', (c) => {
    const userId = c.req.param('user');
    const grantId = c.var.form.text('grant');
    if (!isUuid(grantId)) return c.notFound();
    return after(c, userId, 'grant-ended', () => endGrant(actingOf(c, deps), userId, grantId));
  });
  app.post('/:user/reset-password', async (c) => {
    const userId = c.req.param('user');
    if (!isUuid(userId)) return c.notFound();
    const result = await resetPassword(actingOf(c, deps), userId);
    const found = await readUser(actingOf(c, deps), userId);
    if (!result.ok || found === null)
      return userPage(c, userId, { form: c.var.form, problems: result.ok ? [] : result.error });
    const { displayName, login } = found.user;
    return renderPage(
      c,
      <PasswordsPage
        {...frame(c)}
        notice="仮パスワードを作りました。"
        made={[{ displayName, login, password: result.value.password }]}
      />,
    );
  });

  const doings: Readonly<
    Record<Exclude<Doing, 'reset-password'>, (c: Context<OfficeEnv>, userId: string) => Promise<Outcome>>
  > = {
    unlock: (c, userId) => unlockUser(actingOf(c, deps), userId),
    'clear-totp': (c, userId) => clearTotpOf(actingOf(c, deps), userId),
    'end-sessions': (c, userId) => endSessionsOf(actingOf(c, deps), userId, null),
    disable: (c, userId) => disableUser(actingOf(c, deps), userId),
    enable: (c, userId) => enableUser(actingOf(c, deps), userId),
  };
  for (const [doing, run] of Object.entries(doings)) {
    app.post(`/:user/${doing}`, (c) => {
      const userId = c.req.param('user') ?? '';
      return after(c, userId, `user-${doing}`, () => run(c, userId));
    });
  }
  return app;
};
