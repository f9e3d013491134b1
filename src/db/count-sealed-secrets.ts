import type { Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';

/** How many people of all towns have a second factor sealed with each key, by the key's name. */
export const countSealedSecrets = (db: Database): Promise<ReadonlyMap<string, number>> =>
  withMaintenance(db, { readOnly: true }, async (tx) => {
    const rows = await tx.query(
      `SELECT split_part(totp_secret, '.', 2), count(*)::int FROM app_user WHERE totp_secret LIKE 'v1.%' GROUP BY 1`,
    );
    return new Map(rows.map(([keyId, people]) => [String(keyId), Number(people)]));
  });
