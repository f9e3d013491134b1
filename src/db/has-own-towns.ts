import type { Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';

/**
 * Whether there is a town that the demonstration did not make (the first entry of its trail says who did). Beside such
 * a town no demonstration data is ever put by itself; a demonstration cut off half-way is completed.
 */
export const hasOwnTowns = (db: Database): Promise<boolean> =>
  withMaintenance(db, { readOnly: true }, async (tx) => {
    const [row] = await tx.query(
      `SELECT EXISTS (SELECT FROM municipality m WHERE NOT EXISTS (
         SELECT FROM audit_event e WHERE e.municipality = m.municipality AND e.seq = 1 AND e.actor = 'demo'))`,
    );
    return row?.[0] === true;
  });
