import type { Context, MiddlewareHandler } from 'hono';
import type { WebDeps } from '../deps.ts';
import { comesFromElsewhere, isSafeMethod, sameToken } from '../middleware/csrf.ts';
import { type FieldProblem, fieldProblems, longestField, readForm } from '../middleware/form.ts';
import { isHttps } from '../middleware/request-source.ts';
import type { OpenOfficeEnv } from '../middleware/session.ts';
import { readLoginCookie } from '../middleware/session-cookie.ts';
import { fieldLabel } from './field-labels.ts';
import { longestResume, resumeField, resumeFromForm } from './interrupted.ts';
import { forgedForm, refusePage } from './refusal-page.tsx';
import { resumePage } from './resume.tsx';

export const fieldSentence = ({ code, field }: FieldProblem): string => {
  const label = `「${fieldLabel(field)}」`;
  switch (code) {
    case 'form.too-long':
      return `${label}が長すぎます。${longestField.toLocaleString('ja-JP')}文字までにしてください。`;
    case 'form.encoding':
      return `${label}に文字化けした文字（�）があります。UTF-8 の文字で入力し直してください。`;
    case 'form.control-character':
      return `${label}に、画面に表示されない制御文字が入っています。入力し直してください。`;
    default:
      return code satisfies never;
  }
};

/** The token a form of this visitor must carry: the session's, or before the login the one of its cookie. */
const expectedToken = (c: Context<OpenOfficeEnv>, deps: WebDeps): string | undefined =>
  c.var.viewer?.csrfToken ?? readLoginCookie(c, isHttps(c.req.raw, deps.config));

/**
 * Every POST of the office comes through here: from our own page, readable, and carrying the token.
 * (Its size and its bytes were judged before, see middleware/readable-body.ts.) A POST whose session has ended is
 * not carried out; its fields are kept (see resume.tsx).
 */
export const receiveForm =
  (deps: WebDeps): MiddlewareHandler<OpenOfficeEnv> =>
  async (c, next) => {
    if (isSafeMethod(c.req.method)) return next();
    if (comesFromElsewhere(c.req.raw, deps.config)) return refusePage(c, deps, forgedForm);
    return (await checkForm(c, deps)) ?? next();
  };

/** The one address that reads JSON; every other POST finds its form in `c.var.form`. */
const takesJson = (path: string): boolean => path.endsWith('/office/plans/autosave');

const checkForm = async (c: Context<OpenOfficeEnv>, deps: WebDeps): Promise<Response | null> => {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/json') && takesJson(c.req.path)) {
    // An island speaks JSON with its token in a header, which no form of another site can set.
    return sameToken(c.var.viewer?.csrfToken, c.req.header('x-csrf-token'))
      ? null
      : refusePage(c, deps, c.var.viewer === null ? { ...forgedForm, status: 401 } : forgedForm);
  }
  const form = await readForm(c);
  if (form === null) {
    return refusePage(c, deps, {
      status: 400,
      title: '送られた内容を読めませんでした',
      sentences: [
        'フォームとして読めない形式です。何も変わっていません。前の画面からもう一度送ってください。',
      ],
    });
  }
  c.set('form', form);
  const isLogin = c.req.path.endsWith('/office/login');
  if (c.var.viewer === null && !isLogin) return resumePage(c, deps, resumeFromForm(c.req.path, form));
  const token = form.text('_csrf') || c.req.header('x-csrf-token');
  // The login form is checked against its cookie even when a session is there: it was drawn without one.
  const expected = isLogin ? readLoginCookie(c, isHttps(c.req.raw, deps.config)) : expectedToken(c, deps);
  if (!sameToken(expected, token)) return refusePage(c, deps, forgedForm);
  const problems = fieldProblems(form, { [resumeField]: longestResume });
  return problems.length === 0
    ? null
    : refusePage(c, deps, {
        status: 422,
        title: '入力を確かめてください',
        sentences: [
          ...problems.map(fieldSentence),
          '何も変わっていません。ブラウザーの「戻る」で入力に戻れます。',
        ],
      });
};
