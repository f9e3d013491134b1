import type { Database } from '../../src/db/connection.ts';
import { withMaintenance } from '../../src/db/maintenance.ts';

/** Lets the tests of this database choose the day it is. Only the owner of the tables can; an installation never does. */
export const allowDayBySetting = (db: Database): Promise<void> =>
  withMaintenance(db, { readOnly: false }, async (tx) => {
    await tx.query('INSERT INTO rashin.day_by_setting (allowed) VALUES (true)');
  });
