import type { Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';

/** How many people of all towns have a second factor that was sealed with another key than `keyId`. */
export const countUnreadableSecrets = (db: Database, keyId: string): Promise<number> =>
  withMaintenance(db, { readOnly: true }, async (tx) =>
    Number(
      (
        await tx.query(
          `SELECT count(*)::int FROM app_user WHERE totp_secret LIKE 'v1.%' AND totp_secret NOT LIKE $1`,
          [`v1.${keyId}.%`],
        )
      )[0]?.[0],
    ),
  );
