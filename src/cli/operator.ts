import type { Acting } from '../app/acting.ts';
import type { Database } from '../db/connection.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';

/**
 * Whoever may run commands on the machine has the database in hand anyway: all roles of the town, named in the
 * audit trail by what they came through.
 */
export const operator = (
  db: Database,
  municipality: MunicipalityCode,
  now: Date,
  origin: 'cli' | 'demo' = 'cli',
): Acting => ({
  db,
  as: { municipality, actor: origin, origin },
  actor: {
    userId: origin,
    displayName: origin === 'cli' ? '運用担当（コマンド）' : '見本データ',
    grants: [
      { role: 'planner', unitKey: null },
      { role: 'executive', unitKey: null },
      { role: 'administrator', unitKey: null },
    ],
  },
  now,
});
