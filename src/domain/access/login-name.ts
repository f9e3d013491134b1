import { errorAt, type Problem } from '../kernel/problem.ts';

/** Logins are compared in lower case, and the same whether typed full-width or half-width. */
export const normalLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

/** ログインID: 職員番号 or an address. What can be typed on every keyboard and read out on the telephone. */
export const loginProblems = (login: string): readonly Problem[] =>
  /^[a-z0-9][a-z0-9._@+-]{0,99}$/.test(normalLogin(login)) ? [] : [errorAt('user.login-format', ['login'])];

export const displayNameProblems = (name: string): readonly Problem[] => {
  const length = [...name.trim()].length;
  if (length === 0) return [errorAt('text-missing', ['displayName'])];
  return length > 100 ? [errorAt('text-too-long', ['displayName'], { length, limit: 100 })] : [];
};
