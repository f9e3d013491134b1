import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA, userId } from '../../test/factories/every-table.ts';
import { verifyAudit } from './audit-verify.ts';
import type { Database } from './connection.ts';
import { appUser, area, auditEvent, municipalityTable } from './schema/index.ts';
import { withTenant } from './tenant.ts';

const as = { municipality: townA, actor: userId, origin: 'web 192.0.2.1' };

describeEachDatabase('監査証跡の書かれ方', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await fillTown(db, townA);
  });

  /** Events a piece of work leaves behind. */
  const left = async (work: (tx: Parameters<Parameters<typeof withTenant>[2]>[0]) => Promise<unknown>) => {
    const before = (await verifyAudit(db))[0]?.events ?? 0;
    await withTenant(db, as, work);
    const events = await withTenant(db, as, (tx) =>
      tx.q
        .select()
        .from(auditEvent)
        .where(eq(auditEvent.municipality, tx.municipality))
        .orderBy(auditEvent.seq),
    );
    expect((await verifyAudit(db))[0]?.findings).toEqual([]);
    return events.slice(before);
  };

  it('だれが、どこから、何を、前と後', async () => {
    const [event, ...more] = await left((tx) =>
      tx.q.update(area).set({ name: '新しい名' }).where(eq(area.areaKey, 'all')),
    );
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actor: userId,
      origin: 'web 192.0.2.1',
      action: 'update',
      entity: 'area',
      entityKey: { area_key: 'all' },
      before: { name: '全域' },
      after: { name: '新しい名' },
    });
  });

  it('一つの文で千行を入れると千の出来事になり、順に連なる', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => ({
      municipality: townA,
      areaKey: `k${i}`,
      name: 'x',
      layer: 'district' as const,
      position: i,
    }));
    const events = await left((tx) => tx.q.insert(area).values(rows));
    expect(events).toHaveLength(1_000);
    expect(events.map((event) => event.entityKey)).toEqual(
      rows.map(({ areaKey }) => ({ area_key: areaKey })),
    );
  });

  it('キーを変えた更新は、消えた行と来た行になる', async () => {
    const events = await left((tx) =>
      tx.q.update(area).set({ areaKey: 'renamed' }).where(eq(area.areaKey, 'k1')),
    );
    expect(events.map((event) => [event.action, event.entityKey]).toSorted()).toEqual([
      ['delete', { area_key: 'k1' }],
      ['insert', { area_key: 'renamed' }],
    ]);
  });

  it.each([
    ['値の変わらない更新', (tx) => tx.q.update(area).set({ name: 'x' }).where(eq(area.areaKey, 'k2'))],
    ['一行も当たらない更新', (tx) => tx.q.update(area).set({ name: 'y' }).where(eq(area.areaKey, 'ない'))],
    ['記事番号の採番', (tx) => tx.q.update(municipalityTable).set({ articleCounter: 99 })],
  ] satisfies readonly [string, Parameters<typeof left>[0]][])('%sは出来事にならない', async (_, work) => {
    expect(await left(work)).toEqual([]);
  });

  it('パスワードのハッシュと TOTP の鍵は証跡に残らない', async () => {
    const events = await left((tx) =>
      tx.q
        .update(appUser)
        .set({ passwordHash: 'hidden-hash', totpSecret: 'hidden-totp', displayName: '改名' })
        .where(and(eq(appUser.municipality, tx.municipality), eq(appUser.userId, userId))),
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).toContain('改名');
    expect(JSON.stringify(events)).not.toMatch(/hidden|argon2|totp-secret/);
  });

  it('連鎖して消えた行も残る', async () => {
    const events = await left((tx) => tx.q.delete(appUser).where(eq(appUser.userId, userId)));
    expect(events.map((event) => event.entity).toSorted()).toEqual([
      'app_user',
      'evaluation_delegation',
      'mail',
      'recovery_code',
      'role_grant',
    ]);
  });
});
