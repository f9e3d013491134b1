import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';

/** One address and nothing else: what a header of a mail may hold without changing its meaning. */
const address = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/iu;

/** メールアドレス as typed; '' to null: reminders go to the page やること only. */
export const parseEmail = (typed: string): Result<string | null, Problem> => {
  const email = typed.normalize('NFKC').trim();
  if (email === '') return ok(null);
  return address.test(email) && email.length <= 254
    ? ok(email)
    : refuse(errorAt('email-format', ['email'], { text: typed.slice(0, 60) }));
};
