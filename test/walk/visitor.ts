import { type Answer, answerOf } from './walk.ts';

/** Somebody who asks for addresses and keeps cookies. Redirects are not followed. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  readonly ask: (address: string, init?: RequestInit) => Promise<Answer>;
}

export const newVisitor = (
  send: (address: string, init: RequestInit) => Response | Promise<Response>,
): Visitor => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (address, init = {}) => {
      const headers = new Headers(init.headers);
      if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
      const response = await send(address, { ...init, headers, redirect: 'manual' });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/max-age=0/i.test(cookie)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answerOf(response);
    },
  };
};

/** The value a form on a page carries to show that it is ours. */
export const formToken = (body: string): string => /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';

export const logIn = async (
  somebody: Visitor,
  town: string,
  login: string,
  password: string,
): Promise<Visitor> => {
  const form = `/m/${town}/office/login`;
  const answer = await somebody.ask(form, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({
      _csrf: formToken((await somebody.ask(form)).body),
      login,
      password,
      code: '',
    }),
  });
  if (answer.status !== 303) throw new Error(`${town} ${login}: login answered ${answer.status}`);
  return somebody;
};
