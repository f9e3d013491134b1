import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { roles } from '../../domain/access/role.ts';
import { createdAt, instant, municipality, updatedAt, version } from './columns.ts';
import { municipalityTable, organisationUnit } from './organisation.ts';

export const appUser = pgTable(
  'app_user',
  {
    municipality: municipality(),
    userId: uuid('user_id').notNull(),
    /** 職員番号 or an address: what is typed at login, lower case. */
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    /** Argon2id, PHC string. */
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: text('must_change_password', { enum: ['yes', 'no'] })
      .notNull()
      .default('no'),
    /** Sealed (app/sign-in/secret-box.ts); as it is where it was set before there was a key. */
    totpSecret: text('totp_secret'),
    /** Last accepted TOTP step, so that a code is not used twice. */
    totpLastStep: integer('totp_last_step'),
    failedLogins: integer('failed_logins').notNull().default(0),
    lockedUntil: instant('locked_until'),
    disabledAt: instant('disabled_at'),
    /** Where reminders go; null: to the page やること only. */
    email: text('email'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.userId] }),
    unique().on(t.municipality, t.login),
    foreignKey({ columns: [t.municipality], foreignColumns: [municipalityTable.municipality] }),
  ],
);

export const roleGrant = pgTable(
  'role_grant',
  {
    municipality: municipality(),
    grantId: uuid('grant_id').notNull().default(sql`gen_random_uuid()`),
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    /** null: the whole town */
    unitKey: text('unit_key'),
    validFrom: date('valid_from', { mode: 'string' }),
    validTo: date('valid_to', { mode: 'string' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.grantId] }),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.municipality, t.unitKey],
      foreignColumns: [organisationUnit.municipality, organisationUnit.unitKey],
    }),
  ],
);

/** 回復用コード: each works once in place of a TOTP code. Only SHA-256 is kept. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    municipality: municipality(),
    userId: uuid('user_id').notNull(),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.userId, t.codeHash] }),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
  ],
);

/** A session is known by the SHA-256 of its token; the token itself is only in the cookie. */
export const session = pgTable(
  'session',
  {
    municipality: municipality(),
    tokenHash: text('token_hash').notNull(),
    userId: uuid('user_id').notNull(),
    csrfToken: text('csrf_token').notNull(),
    userAgent: text('user_agent').notNull().default(''),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** Opened with the published password: worth nothing where the demonstration is off. */
    byDemoPassword: boolean('by_demo_password').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.tokenHash] }),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
  ],
);

/** What a person has typed and not yet saved, per form. Nothing typed is lost. */
export const autosave = pgTable(
  'autosave',
  {
    municipality: municipality(),
    userId: uuid('user_id').notNull(),
    /** e.g. plan/{planKey}/{revision}/item/{itemKey} */
    formKey: text('form_key').notNull(),
    fields: jsonb('fields').notNull(),
    /** Version of the thing when typing began. */
    baseVersion: integer('base_version').notNull(),
    /** Length of names and values: the limit is on their sum per person. */
    characters: integer('characters').notNull().default(0),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.municipality, t.userId, t.formKey] }),
    foreignKey({
      columns: [t.municipality, t.userId],
      foreignColumns: [appUser.municipality, appUser.userId],
    }).onDelete('cascade'),
  ],
);
