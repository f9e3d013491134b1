import type { Acting } from '../app/acting.ts';
import { openCollection } from '../app/collection/open-collection.ts';
import { readCollections } from '../app/collection/read-collection.ts';
import { demoAccounts } from '../app/people/demo-accounts.data.ts';
import { readUsers } from '../app/people/read-users.ts';
import { setEmail } from '../app/people/user-email.ts';
import type { Refusal } from '../app/refusal.ts';
import { fiscalYearOf } from '../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../domain/kernel/result.ts';

/** 令和7年度: the first year of which the documents of the demonstration have no figures. */
const fiscalYear = 2025;
const daysToFill = 30;

/**
 * A collection to try, by the commands a person has: the demonstration's people get addresses nobody reads, and the
 * units are asked for a year's figures until a month from now.
 */
export const openDemoCollection = async (acting: Acting): Promise<Result<null, Refusal>> => {
  const logins = new Set(demoAccounts.map(({ login }) => login));
  for (const { userId, login } of (await readUsers(acting)).users) {
    const set = logins.has(login) ? await setEmail(acting, userId, `${login}@example.lg.jp`) : ok(null);
    if (!set.ok) return set;
  }
  const { asked, today } = await readCollections(acting);
  if (fiscalYearOf(today) < fiscalYear) return ok(null);
  const dueOn = new Date(Date.parse(`${today}T00:00:00Z`) + daysToFill * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return openCollection(acting, {
    fiscalYear,
    dueOn,
    note: '令和8年3月末の値を入れてください。調査のない年は、理由を選んでください。',
    unitKeys: [...asked.keys()].flatMap((unitKey) => unitKey ?? []),
  });
};
