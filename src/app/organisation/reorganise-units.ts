import { insertAbolitionNote } from '../../db/audit-note.ts';
import { listSuccessions, listUnits } from '../../db/read-town.ts';
import { insertGrants, listGrants } from '../../db/role-grant.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { insertSuccessions, insertUnits } from '../../db/write-town.ts';
import { updateUnitsEnd, updateUnitsParent } from '../../db/write-unit.ts';
import { carriedGrants } from '../../domain/access/carry-grants.ts';
import { may } from '../../domain/access/may.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import {
  type OrganisationChange,
  type Reorganisation,
  reorganise,
} from '../../domain/organisation/reorganise.ts';
import type { Acting } from '../acting.ts';
import { type Refusal, refused } from '../refusal.ts';

const save = async (tx: TenantTx, change: OrganisationChange, now: string): Promise<void> => {
  await insertUnits(tx, change.added, now);
  const [end] = change.ended;
  if (end !== undefined) {
    await updateUnitsEnd(
      tx,
      change.ended.map(({ unitKey }) => unitKey),
      end.validTo,
      now,
    );
  }
  const [move] = change.moved;
  if (move !== undefined) {
    await updateUnitsParent(
      tx,
      change.moved.map(({ unitKey }) => unitKey),
      move,
      now,
    );
  }
  await insertSuccessions(tx, change.successions, now);
  await insertGrants(tx, carriedGrants(await listGrants(tx), change.successions));
};

/** 組織改編: adds, renames, merges, splits, transfers or ends units from a day on. */
export const reorganiseUnits = (
  { db, as, actor, now }: Acting,
  command: Reorganisation,
): Promise<Result<OrganisationChange, Refusal>> =>
  withTenant(db, as, async (tx) => {
    if (!may(actor, 'unit.manage')) return refused('not-allowed');
    const decided = reorganise(await listUnits(tx), await listSuccessions(tx), command);
    if (!decided.ok) return decided;
    await save(tx, decided.value, now.toISOString());
    if (command.kind === 'abolish') await insertAbolitionNote(tx, command.unitKey, command.reason.trim());
    return ok(decided.value);
  });

/** Everything the pages about the organisation show. */
export const readOrganisation = ({ db, as }: Pick<Acting, 'db' | 'as'>) =>
  withTenant(db, as, async (tx) => ({ units: await listUnits(tx), successions: await listSuccessions(tx) }));
