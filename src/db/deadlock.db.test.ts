import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { fillTown, townA } from '../../test/factories/every-table.ts';
import { organisationUnit } from './schema/index.ts';
import { type TenantTx, withTenant } from './tenant.ts';

const as = { municipality: townA, actor: 'test', origin: 'test' };

/** Adds a mark to the unit's name; the row stays locked until the end of the transaction. */
const mark = (tx: TenantTx, unitKey: string, text: string) =>
  tx.q
    .update(organisationUnit)
    .set({ name: sql`${organisationUnit.name} || ${text}` })
    .where(and(eq(organisationUnit.municipality, townA), eq(organisationUnit.unitKey, unitKey)));

describeEachDatabase('互いに待ち合う二つの取引', (open) => {
  it('は、どちらも一度ずつ行われる', async () => {
    const db = await open();
    await fillTown(db, townA);
    // The engine that works one after another has no deadlock; there the two must only both be done.
    const together = db.engine === 'postgresql';
    const tries = { a: 0, b: 0 };
    let met = (): void => undefined;
    const bothBegan = new Promise<void>((resolve) => {
      met = resolve;
    });
    let began = 0;
    const work = (who: 'a' | 'b', first: string, second: string) =>
      withTenant(db, as, async (tx) => {
        tries[who] += 1;
        // A row lock that does not go through the queue of the audit trail.
        await tx.q
          .select()
          .from(organisationUnit)
          .where(and(eq(organisationUnit.municipality, townA), eq(organisationUnit.unitKey, first)))
          .for('update');
        if (together && tries[who] === 1) {
          began += 1;
          if (began === 2) met();
          await bothBegan;
        }
        await mark(tx, second, who);
      });
    await Promise.all([work('a', 'top', 'child'), work('b', 'child', 'top')]);
    const names = await withTenant(db, as, (tx) =>
      tx.q
        .select({ name: organisationUnit.name })
        .from(organisationUnit)
        .where(eq(organisationUnit.municipality, townA))
        .orderBy(organisationUnit.unitKey),
    );
    expect(names).toEqual([{ name: '課a' }, { name: '部b' }]);
    // One of the two was given up by the server and done again.
    expect(tries.a + tries.b).toBe(together ? 3 : 2);
  });
});
