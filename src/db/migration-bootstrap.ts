/**
 * Statements that must stand before the first migration: the roles, and the table in which migrations are noted.
 * They run as the role that connects, and may run again at any time. Roles belong to the whole PostgreSQL cluster, so
 * another database may have made them; an administrator may also make them beforehand, when the connecting role may not.
 */
const roles = ['rashin_app', 'rashin_public', 'rashin_migration'] as const;

const createRole = (role: string): string => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

/** From PostgreSQL 16 a membership may allow SET ROLE without lending the role's rights, which is all we want. */
const joinRole = (role: string): string => `DO $$
DECLARE newer boolean := current_setting('server_version_num')::int >= 160000;
BEGIN
  IF NOT pg_has_role(current_user, '${role}', CASE WHEN newer THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT ${role} TO %I', current_user) || CASE WHEN newer THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
  END IF;
END $$`;

export const bootstrapStatements: readonly string[] = [
  ...roles.map(createRole),
  ...roles.map(joinRole),
  // Asked first, so that a connecting role without the right to create schemas can use what was prepared for it.
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'rashin') THEN
      CREATE SCHEMA rashin AUTHORIZATION rashin_migration;
    END IF;
    IF NOT has_schema_privilege('rashin_migration', 'public', 'CREATE') THEN
      GRANT USAGE, CREATE ON SCHEMA public TO rashin_migration;
    END IF;
    IF NOT (has_schema_privilege('rashin_app', 'public', 'USAGE') AND has_schema_privilege('rashin_public', 'public', 'USAGE')) THEN
      GRANT USAGE ON SCHEMA public TO rashin_app, rashin_public;
    END IF;
  END $$`,
];

/** As the migration role. Row-level security without a policy but the role's own: nobody else reads it. */
export const bookkeepingStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS rashin.migration (
    position integer PRIMARY KEY, tag text NOT NULL UNIQUE, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  'ALTER TABLE rashin.migration ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE rashin.migration FORCE ROW LEVEL SECURITY',
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'rashin.migration'::regclass) THEN
      CREATE POLICY maintenance ON rashin.migration TO rashin_migration
        USING ((SELECT current_user) = 'rashin_migration') WITH CHECK ((SELECT current_user) = 'rashin_migration');
    END IF;
  END $$`,
];
