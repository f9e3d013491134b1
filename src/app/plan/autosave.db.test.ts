import { asc } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { fillTown, townA, userId } from '../../../test/factories/every-table.ts';
import type { Database } from '../../db/connection.ts';
import { autosave } from '../../db/schema/access.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Acting } from '../acting.ts';
import { keepTyping, readKeptTyping, typingLimit } from './autosave.ts';

describeEachDatabase('打ちかけの内容の上限', (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
    await fillTown(db, townA);
    await withTenant(db, { municipality: townA, actor: userId, origin: 'test' }, (tx) =>
      tx.q.delete(autosave),
    );
  });
  const at = (second: number): Acting => ({
    db,
    as: { municipality: townA, actor: userId, origin: 'test' },
    actor: { userId, displayName: '企画', grants: [] },
    now: new Date(Date.UTC(2026, 10, 21, 0, 0, second)),
  });
  const keep = async (second: number, formKey: string, text: string): Promise<void> => {
    const kept = await keepTyping(at(second), formKey, { fields: [['issue', text]], baseVersion: 1 });
    expect(kept.ok).toBe(true);
  };
  const forms = () =>
    withTenant(db, at(0).as, async (tx) =>
      (await tx.q.select({ formKey: autosave.formKey }).from(autosave).orderBy(asc(autosave.updatedAt))).map(
        ({ formKey }) => formKey,
      ),
    );

  it('画面の数が上限を越えると、いちばん前に打ったものから消える', async () => {
    for (let n = 0; n < typingLimit.forms; n++) await keep(n, `form ${n}`, '課題');
    // Typed into again, the first is no longer the oldest.
    await keep(1_000, 'form 0', '新しい課題');
    expect(await forms()).toHaveLength(typingLimit.forms);
    await keep(1_001, 'another', '課題');
    const left = await forms();
    expect(left).toHaveLength(typingLimit.forms);
    expect(left).not.toContain('form 1');
    expect(left.slice(-2)).toEqual(['form 0', 'another']);
  });

  it('文字の量が上限を越えても、いちばん前に打ったものから消え、今打ったものは残る', async () => {
    const long = 'あ'.repeat(999_000);
    const most = Math.floor(typingLimit.characters / (long.length + 'issue'.length));
    for (let n = 0; n <= most; n++) await keep(n, `form ${n}`, long);
    expect(await forms()).toEqual(Array.from({ length: most }, (_, n) => `form ${n + 1}`));
    // The clock went back: what has just been typed is still what the person expects to find again.
    await keep(-10, 'late', long);
    expect(await forms()).toContain('late');
    expect((await readKeptTyping(at(0), 'late'))?.fields).toEqual([['issue', long]]);
    expect(await forms()).toHaveLength(most);
  });
});
