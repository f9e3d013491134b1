import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { normalLogin } from '../domain/access/login-name.ts';
import { inChunks } from './in-chunks.ts';
import { isoInstantOrNull } from './instant.ts';
import { appUser } from './schema/access.ts';
import type { TenantTx } from './tenant.ts';

/** What the login decides from; the only reading of the password hash and the TOTP secret. */
const credentialColumns = {
  userId: appUser.userId,
  login: appUser.login,
  displayName: appUser.displayName,
  passwordHash: appUser.passwordHash,
  totpSecret: appUser.totpSecret,
  totpLastStep: appUser.totpLastStep,
  failedLogins: appUser.failedLogins,
  lockedUntil: appUser.lockedUntil,
  disabledAt: appUser.disabledAt,
} as const;

const withInstants = <T extends { lockedUntil: string | null; disabledAt: string | null }>(row: T): T => ({
  ...row,
  lockedUntil: isoInstantOrNull(row.lockedUntil),
  disabledAt: isoInstantOrNull(row.disabledAt),
});

export const findCredentialsByLogin = async (tx: TenantTx, login: string) => {
  const [row] = await tx.q
    .select(credentialColumns)
    .from(appUser)
    .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.login, normalLogin(login))));
  return row === undefined ? null : withInstants(row);
};
export type Credentials = NonNullable<Awaited<ReturnType<typeof findCredentialsByLogin>>>;

export const findCredentials = async (tx: TenantTx, userId: string): Promise<Credentials | null> => {
  const [row] = await tx.q
    .select(credentialColumns)
    .from(appUser)
    .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, userId)));
  return row === undefined ? null : withInstants(row);
};

/** With the row locked: attempts of one account are decided one after another. */
export const lockCredentials = async (tx: TenantTx, userId: string): Promise<Credentials | null> => {
  const [row] = await tx.q
    .select(credentialColumns)
    .from(appUser)
    .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, userId)))
    .for('update');
  return row === undefined ? null : withInstants(row);
};

const userColumns = {
  userId: appUser.userId,
  login: appUser.login,
  displayName: appUser.displayName,
  email: appUser.email,
  mustChangePassword: appUser.mustChangePassword,
  hasTotp: sql<boolean>`${appUser.totpSecret} is not null`,
  failedLogins: appUser.failedLogins,
  lockedUntil: appUser.lockedUntil,
  disabledAt: appUser.disabledAt,
  version: appUser.version,
} as const;

export const findUser = async (tx: TenantTx, userId: string) => {
  const [row] = await tx.q
    .select(userColumns)
    .from(appUser)
    .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, userId)));
  return row === undefined ? null : withInstants(row);
};
export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export const listUsers = async (tx: TenantTx): Promise<readonly UserRow[]> =>
  (
    await tx.q
      .select(userColumns)
      .from(appUser)
      .where(eq(appUser.municipality, tx.municipality))
      .orderBy(asc(appUser.login))
  ).map(withInstants);

export interface NewUser {
  readonly userId: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: 'yes' | 'no';
}

/** Those of the logins somebody has already. */
export const listTakenLogins = async (tx: TenantTx, logins: readonly string[]): Promise<readonly string[]> =>
  logins.length === 0
    ? []
    : (
        await tx.q
          .select({ login: appUser.login })
          .from(appUser)
          .where(
            and(eq(appUser.municipality, tx.municipality), inArray(appUser.login, logins.map(normalLogin))),
          )
      ).map(({ login }) => login);

/** A login that is taken breaks the unique key: the caller has looked (`listTakenLogins`). */
export const insertUsers = (tx: TenantTx, users: readonly NewUser[]): Promise<void> =>
  inChunks(users, 1000, (chunk) =>
    tx.q
      .insert(appUser)
      .values(
        chunk.map((user) => ({ municipality: tx.municipality, ...user, login: normalLogin(user.login) })),
      ),
  );

type UserChange = Partial<
  Pick<
    typeof appUser.$inferInsert,
    | 'displayName'
    | 'email'
    | 'passwordHash'
    | 'mustChangePassword'
    | 'totpSecret'
    | 'totpLastStep'
    | 'failedLogins'
    | 'lockedUntil'
    | 'disabledAt'
  >
>;

export const updateUser = async (tx: TenantTx, userId: string, change: UserChange): Promise<void> => {
  await tx.q
    .update(appUser)
    .set(change)
    .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, userId)));
};
