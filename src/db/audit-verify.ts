import { createHash } from 'node:crypto';
import type { Database } from './connection.ts';
import { type MaintenanceTx, withMaintenance } from './maintenance.ts';

/** One row of the trail that is not as it was written, or is not there. */
export interface AuditFinding {
  readonly municipality: string;
  readonly seq: number;
  readonly kind:
    | 'changed' // the content does not match the hash
    | 'moved' // the content matches another place in the order
    | 'removed' // rows from seq to `until` are missing
    | 'unlinked' // the row is whole, but was not written after the row before it
    | 'head-changed'; // the recorded end is not the end
  /** of the row, where there is one */
  readonly entity: string | null;
  readonly entityKey: string | null;
  /** removed: the last one missing; moved: where it was written */
  readonly until: number | null;
}

export interface AuditChain {
  readonly municipality: string;
  readonly events: number;
  /** Note it outside the database: a whole chain that was written anew shows only by comparing this. */
  readonly lastHash: string;
  readonly findings: readonly AuditFinding[];
}

interface Row {
  readonly seq: number;
  readonly entity: string;
  readonly entityKey: string;
  readonly previousHash: string;
  readonly hash: string;
  /** What the hash covers, cut where the sequence number stands. */
  readonly before: string;
  readonly after: string;
}

const rowsAtOnce = 500;

/** The same text as rashin.audit_hash, built here so that a changed function in the database deceives nobody. */
const read = async (tx: MaintenanceTx, municipality: string, after: number): Promise<readonly Row[]> =>
  (
    await tx.query(
      `SELECT seq, entity, entity_key::text, previous_hash, hash, jsonb_build_array(previous_hash, municipality)::text,
         jsonb_build_array(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, origin, action, entity,
           entity_key, before, after)::text
       FROM public.audit_event WHERE municipality = $1 AND seq > $2 ORDER BY seq LIMIT ${rowsAtOnce}`,
      [municipality, after],
    )
  ).map(([seq, entity, entityKey, previousHash, hash, beforeSeq, afterSeq]) => ({
    seq: Number(seq),
    entity: String(entity),
    entityKey: String(entityKey),
    previousHash: String(previousHash),
    hash: String(hash),
    before: String(beforeSeq).slice(0, -1),
    after: String(afterSeq).slice(1),
  }));

const hashAt = (row: Row, seq: number): string =>
  createHash('sha256').update(`${row.before}, ${seq}, ${row.after}`).digest('hex');

/** How far to look for the place a row was moved from. */
const reach = 1_000;

const placeWritten = (row: Row): number | null => {
  for (let distance = 1; distance <= reach; distance += 1) {
    if (hashAt(row, row.seq + distance) === row.hash) return row.seq + distance;
    if (row.seq > distance && hashAt(row, row.seq - distance) === row.hash) return row.seq - distance;
  }
  return null;
};

const examine = (
  municipality: string,
  row: Row,
  last: { seq: number; hash: string },
): readonly AuditFinding[] => {
  const at = { municipality, seq: row.seq, entity: row.entity, entityKey: row.entityKey, until: null };
  const gap: readonly AuditFinding[] =
    row.seq === last.seq + 1
      ? []
      : [
          {
            municipality,
            seq: last.seq + 1,
            kind: 'removed',
            entity: null,
            entityKey: null,
            until: row.seq - 1,
          },
        ];
  if (hashAt(row, row.seq) !== row.hash) {
    const written = placeWritten(row);
    return [...gap, written === null ? { ...at, kind: 'changed' } : { ...at, kind: 'moved', until: written }];
  }
  // After a gap the row before is missing, so that there is nothing to compare with.
  if (gap.length === 0 && row.previousHash !== last.hash) return [{ ...at, kind: 'unlinked' }];
  return gap;
};

const verifyChain = async (
  tx: MaintenanceTx,
  municipality: string,
  head: { readonly seq: number; readonly hash: string } | null,
): Promise<AuditChain> => {
  const findings: AuditFinding[] = [];
  let last = { seq: 0, hash: '' };
  let events = 0;
  for (;;) {
    const rows = await read(tx, municipality, last.seq);
    for (const row of rows) {
      findings.push(...examine(municipality, row, last));
      last = { seq: row.seq, hash: row.hash };
      events += 1;
    }
    if (rows.length < rowsAtOnce) break;
  }
  const end = { municipality, entity: null, entityKey: null };
  if (head === null) findings.push({ ...end, seq: last.seq, kind: 'head-changed', until: null });
  else if (head.seq > last.seq)
    findings.push({ ...end, seq: last.seq + 1, kind: 'removed', until: head.seq });
  else if (head.seq < last.seq || head.hash !== last.hash)
    findings.push({ ...end, seq: head.seq, kind: 'head-changed', until: null });
  return { municipality, events, lastHash: last.hash, findings };
};

/** Follows the chain of every town, or of one, from its first row to its recorded end. */
export const verifyAudit = (
  db: Database,
  municipality: string | null = null,
): Promise<readonly AuditChain[]> =>
  withMaintenance(db, { readOnly: true }, async (tx) => {
    const towns = await tx.query(
      `SELECT m, h.seq, h.hash FROM (
         SELECT municipality AS m FROM public.municipality UNION SELECT municipality FROM public.audit_event
         UNION SELECT municipality FROM public.audit_head) towns
       LEFT JOIN public.audit_head h ON h.municipality = m
       WHERE $1::text IS NULL OR m = $1 ORDER BY m`,
      [municipality],
    );
    const chains: AuditChain[] = [];
    for (const [town, seq, hash] of towns)
      chains.push(
        await verifyChain(tx, String(town), seq === null ? null : { seq: Number(seq), hash: String(hash) }),
      );
    return chains;
  });
