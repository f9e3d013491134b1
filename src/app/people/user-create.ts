import { randomUUID } from 'node:crypto';
import { findMunicipality, listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { insertUsers, listTakenLogins } from '../../db/user.ts';
import { type GrantRequest, grantProblems } from '../../domain/access/grant-rules.ts';
import { displayNameProblems, loginProblems, normalLogin } from '../../domain/access/login-name.ts';
import { may } from '../../domain/access/may.ts';
import { passwordProblems } from '../../domain/access/password-rules.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { hashPassword } from '../sign-in/password.ts';
import { isDemoPassword } from './demo-password.ts';
import { giveGrants } from './give-grants.ts';

export interface UserRequest {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  /** 'yes': the person chooses a password of their own at the first login. */
  readonly mustChangePassword: 'yes' | 'no';
  readonly grants: readonly GrantRequest[];
}

/** Beside demonstration data the published password is allowed; everywhere else the rules hold. */
const passwordRules = (user: UserRequest, demo: boolean): readonly Problem[] =>
  isDemoPassword(user.password)
    ? demo
      ? []
      : [errorAt('password.common', ['newPassword'])]
    : passwordProblems(user.password, user);

const problemsOf = (
  user: UserRequest,
  units: readonly OrganisationUnit[],
  taken: ReadonlySet<string>,
  demo: boolean,
): readonly Problem[] => [
  ...loginProblems(user.login),
  ...(taken.has(normalLogin(user.login))
    ? [errorAt('user.login-taken', ['login'], { login: user.login })]
    : []),
  ...displayNameProblems(user.displayName),
  ...passwordRules(user, demo),
  ...(user.grants.length === 0 ? [errorAt('grant.missing', ['role'])] : []),
  ...user.grants.flatMap((grant) => grantProblems(grant, units)),
];

const check = (
  { db, as }: Acting,
  users: readonly UserRequest[],
  demo: boolean,
): Promise<readonly Problem[]> =>
  withTenant(db, as, async (tx) => {
    if ((await findMunicipality(tx)) === null)
      return [errorAt('municipality-not-found', ['municipality'], { code: tx.municipality })];
    const units = await listUnits(tx);
    const taken = new Set(
      await listTakenLogins(
        tx,
        users.map(({ login }) => login),
      ),
    );
    return users.flatMap((user, index) => {
      const found = problemsOf(user, units, taken, demo);
      // A second user of the same login in the list finds it taken by the first.
      taken.add(normalLogin(user.login));
      return found.map((problem) => ({ ...problem, path: [index, ...problem.path] }));
    });
  });

/** What stands in the way of adding these users, by their place in the list. Nothing is added. */
export const checkNewUsers = (acting: Acting, users: readonly UserRequest[]): Promise<readonly Problem[]> =>
  may(acting.actor, 'user.manage')
    ? check(acting, users, false)
    : Promise.resolve([errorAt('not-allowed', [])]);

/**
 * Adds users, all or none. Paths of problems begin with the place of the user in the list.
 * @returns the ids, in the same order.
 */
export const createUsers = async (
  acting: Acting,
  users: readonly UserRequest[],
  { demo = false }: { readonly demo?: boolean } = {},
): Promise<Result<readonly string[], Refusal>> => {
  const { db, as, actor } = acting;
  if (!may(actor, 'user.manage')) return refused('not-allowed');
  const refusal = refusalOf(await check(acting, users, demo));
  if (refusal !== null) return refusal;
  // Slow on purpose, so outside the transaction.
  const made = await Promise.all(
    users.map(async ({ password, login, displayName, mustChangePassword, grants }) => ({
      user: {
        userId: randomUUID(),
        login,
        displayName: displayName.trim(),
        mustChangePassword,
        passwordHash: await hashPassword(password),
      },
      grants,
    })),
  );
  return withTenant(db, as, async (tx) => {
    const taken = await listTakenLogins(
      tx,
      users.map(({ login }) => login),
    );
    const again = users.findIndex(({ login }) => taken.includes(normalLogin(login)));
    if (again >= 0)
      return refused('user.login-taken', [again, 'login'], { login: users[again]?.login ?? '' });
    await insertUsers(
      tx,
      made.map(({ user }) => user),
    );
    await giveGrants(
      tx,
      made.flatMap(({ user, grants }) => grants.map((grant) => ({ ...grant, userId: user.userId }))),
    );
    return ok(made.map(({ user }) => user.userId));
  });
};
