import type { Problem } from '../kernel/problem.ts';

/** Length counts most (NIST SP 800-63B); rules about character kinds only make people write passwords down. */
export const shortestPassword = 10;
/** Argon2 takes any length; a limit keeps a request from costing more than it should. */
export const longestPassword = 200;

/** Beginnings of the commonest passwords, refused even where they are long enough. */
const commonParts = ['password', 'passw0rd', 'qwerty', '12345678', '123123123', 'abcdefgh', 'administrator'];

const problem = (code: string, params?: Problem['params']): Problem => ({
  code,
  path: ['newPassword'],
  severity: 'error',
  ...(params ? { params } : {}),
});

/** パスワードの条件. Problems found, none when it may be used. */
export const passwordProblems = (
  password: string,
  about: { readonly login: string; readonly displayName: string },
): readonly Problem[] => {
  const length = [...password].length;
  if (length < shortestPassword) return [problem('password.too-short', { least: shortestPassword })];
  if (length > longestPassword) return [problem('password.too-long', { most: longestPassword })];
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 4) return [problem('password.too-uniform')];
  if (commonParts.some((part) => lower.startsWith(part))) return [problem('password.common')];
  const own = [about.login, about.displayName.replaceAll(/\s/g, '')].map((text) => text.toLowerCase());
  // A short login may occur in a good password by chance.
  if (own.some((text) => text.length >= 4 && lower.includes(text))) return [problem('password.own-name')];
  return [];
};
