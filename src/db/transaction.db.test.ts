import { expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import type { Database } from './connection.ts';
import { DatabaseError, databaseErrorOf } from './database-error.ts';
import { area } from './schema/index.ts';
import { withDirectory, withPublic, withTenant } from './tenant.ts';

const as = { municipality: townA, actor: 'test', origin: 'test' };
const areaRow = (areaKey: string, parentKey: string | null = null) => ({
  municipality: townA,
  areaKey,
  name: areaKey,
  layer: 'district' as const,
  parentKey,
  position: 1,
});
const keys = (db: Database) =>
  withTenant(db, as, async (tx) =>
    (await tx.q.select({ key: area.areaKey }).from(area).orderBy(area.areaKey)).map((row) => row.key),
  );
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describeEachDatabase('取引', (open) => {
  const filled = async () => {
    const db = await open();
    await fillTown(db, townA);
    return db;
  };

  it('途中の例外はすべてを取り消し、その例外が伝わる', async () => {
    const db = await filled();
    const bug = new Error('途中で止まった');
    const told = await failure(
      withTenant(db, as, async (tx) => {
        await tx.q.insert(area).values(areaRow('half'));
        throw bug;
      }),
    );
    expect(told).toBe(bug);
    expect(await keys(db)).toEqual(['all']);
  });

  it.each([
    ['重複', areaRow('all'), '23505', 'area_municipality_area_key_pk'],
    [
      'ない親',
      areaRow('orphan', 'nowhere'),
      '23503',
      'area_municipality_parent_key_area_municipality_area_key_fk',
    ],
  ])('%sは同じ形の誤りとして伝わり、何も変わらない', async (_, row, code, constraint) => {
    const db = await filled();
    const error = databaseErrorOf(await failure(withTenant(db, as, (tx) => tx.q.insert(area).values(row))));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ code, constraint, table: 'area', givenUpForAnother: false });
    expect(JSON.stringify(error)).not.toContain(townA);
    expect(await keys(db)).toEqual(['all']);
  });

  it('失敗した文を無視して終えようとしても、済んだことにはならない', async () => {
    const db = await filled();
    const told = failure(
      withTenant(db, as, async (tx) => {
        await tx.q.insert(area).values(areaRow('lost'));
        await failure(Promise.resolve(tx.q.insert(area).values(areaRow('all'))));
      }),
    );
    expect(await told).toMatchObject({ code: '25P02' });
    expect(await keys(db)).toEqual(['all']);
  });

  it('公開側の取引では書けない', async () => {
    const db = await filled();
    const error = await failure(withPublic(db, as, (tx) => tx.q.insert(area).values(areaRow('x'))));
    expect(databaseErrorOf(error)?.code).toBe('25006');
    expect(await keys(db)).toEqual(['all']);
  });

  it('取引の中で取引を始めるのは誤りで、待ち続けない', async () => {
    const db = await filled();
    await expect(withTenant(db, as, () => withPublic(db, as, async () => 1))).rejects.toThrow(
      'inside another',
    );
    expect(await keys(db)).toEqual(['all']);
  });

  it('終わった取引はもう使えない', async () => {
    const db = await filled();
    const kept = await withTenant(db, as, async (tx) => tx);
    await expect(kept.q.select({ key: area.areaKey }).from(area)).rejects.toThrow();
  });

  it('役割と団体は次の取引に残らない', async () => {
    const db = await filled();
    await withTenant(db, as, (tx) => tx.q.select({ key: area.areaKey }).from(area));
    const left = await db.transaction(
      { readOnly: true, setup: 'SELECT 1' },
      async ({ query }) =>
        (
          await query(
            "SELECT current_user = session_user, coalesce(current_setting('rashin.municipality', true), '')",
            [],
          )
        ).rows[0],
    );
    expect(left).toEqual([true, '']);
    expect(await withDirectory(db, (q) => q.select({ key: area.areaKey }).from(area))).toEqual([]);
  });

  it('値に引用符や NUL があっても設定の文は壊れない', async () => {
    const db = await filled();
    const origin = `web '; DROP TABLE area; -- \\ \u0000"`;
    await withTenant(db, { ...as, origin }, (tx) => tx.q.insert(area).values(areaRow('quoted')));
    expect(await keys(db)).toEqual(['all', 'quoted']);
  });

  it('同時に始めた取引も、すべて行われる', async () => {
    const db = await filled();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        withTenant(db, as, (tx) => tx.q.insert(area).values(areaRow(`k${i}`))),
      ),
    );
    expect(await keys(db)).toHaveLength(21);
  });
});
