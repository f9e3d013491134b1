import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, townB, userId } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';
import { withMaintenance } from './maintenance.ts';
import { listAuditEntities, listAuditEvents } from './read-audit.ts';
import { findLineageWriter } from './read-changes.ts';
import { auditEvent } from './schema/audit.ts';
import { type TenantTx, withTenant } from './tenant.ts';

const as = { municipality: townA, actor: userId, origin: 'test' };

/** Years of a busy town: mostly plan items, some values, a handful of lineage; another town beside it. */
const fillTrail = `
  INSERT INTO audit_event (municipality, seq, at, actor, origin, action, entity, entity_key, before, after, previous_hash, hash)
  SELECT town, 1000 + n, timestamptz '2020-04-01' + n * interval '1 hour',
    CASE WHEN n % 5000 = 0 THEN '${userId}' ELSE 'cli' END, 'test', 'update',
    CASE WHEN n % 10000 = 0 THEN 'lineage' WHEN n % 3 = 0 THEN 'indicator_value' ELSE 'plan_item' END,
    CASE WHEN n % 10000 = 0 THEN jsonb_build_object('plan_key', 'plan', 'revision', 2, 'seq', n)
      ELSE jsonb_build_object('plan_key', 'plan', 'revision', 2, 'item_key', 'i' || n % 600) END,
    NULL, jsonb_build_object('version', n / 600), '', ''
  FROM generate_series(1, 40000) n, unnest(ARRAY['${townA}', '${townB}']) town`;

describeEachDatabase('監査証跡を読む道', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
    await fillTown(db, townB);
    await withMaintenance(db, { readOnly: false }, async (tx) => {
      await tx.query(fillTrail);
      await tx.query('ANALYZE audit_event');
    });
  });

  /** How the database carried out each statement of the reading: text of EXPLAIN ANALYZE. */
  const plansOf = async (read: (tx: TenantTx) => Promise<unknown>): Promise<readonly string[]> => {
    const plans: string[] = [];
    const explaining: Database = {
      ...db,
      transaction: (begin, run) =>
        db.transaction(begin, (connection) =>
          run({
            query: async (sql, params) => {
              const { rows } = await connection.query(`EXPLAIN (ANALYZE, TIMING OFF) ${sql}`, params);
              plans.push(rows.flat().join('\n'));
              return connection.query(sql, params);
            },
          }),
        ),
    };
    await withTenant(explaining, as, read);
    return plans;
  };

  it.each<[string, (tx: TenantTx) => Promise<unknown>]>([
    ['監査証跡の最初のページ', (tx) => listAuditEvents(tx, {}, 51)],
    ['まれな種類で絞る', (tx) => listAuditEvents(tx, { entity: 'lineage' }, 51)],
    ['ない種類で絞る', (tx) => listAuditEvents(tx, { entity: 'area' }, 51)],
    ['種類の一覧', (tx) => listAuditEntities(tx)],
    ['系譜を書いた人', (tx) => findLineageWriter(tx, { planKey: 'plan', revision: 2 })],
  ])('%s: 証跡がいくら長くても、読む行は少ない', async (_, read) => {
    const plans = await plansOf(read);
    expect(plans).toHaveLength(1);
    const touched = plans.flatMap((plan) =>
      [...plan.matchAll(/(?:actual rows=|Rows Removed by [\w ]+: )(\d+)/g)].map(([, rows]) => Number(rows)),
    );
    expect(touched.length).toBeGreaterThan(0);
    expect(Math.max(...touched), plans.join('\n')).toBeLessThan(200);
    expect(plans.join('\n')).not.toContain('Seq Scan on audit_event');
  });

  it('種類の一覧は、証跡にあるものを一度ずつ', async () => {
    const listed = await withTenant(db, as, listAuditEntities);
    const rows = await withTenant(db, as, (tx) =>
      tx.q.selectDistinct({ entity: auditEvent.entity }).from(auditEvent),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.toSorted()).toEqual(rows.map(({ entity }) => entity).toSorted());
  });
});
