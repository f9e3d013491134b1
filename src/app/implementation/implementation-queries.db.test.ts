import { afterAll, beforeAll, expect, it } from 'vitest';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
import { openOffice, shiojiri } from '../../../test/factories/office.ts';
import type { Database } from '../../db/connection.ts';
import { withTenant } from '../../db/tenant.ts';
import { saveProgrammes } from '../../db/write-programme.ts';
import { yearsOf } from '../../domain/implementation/implementation-plan.ts';
import { blankProgramme } from '../../domain/programme/import/overlay.ts';
import type { Acting } from '../acting.ts';
import { createImplementationPlan } from './change-plan.ts';
import { readImplementation } from './read-implementation.ts';
import { saveImplementationCells } from './save-cells.ts';

let db: Database;
const actingOn = (database: Database): Acting => ({
  db: database,
  as: { municipality: shiojiri, actor: 'cli', origin: 'cli' },
  actor: { userId: 'cli', displayName: 'cli', grants: [{ role: 'planner', unitKey: null }] },
  now: new Date('2026-11-21T03:00:00Z'),
});

beforeAll(async () => {
  db = (await openOffice()).db;
  const acting = actingOn(db);
  await withTenant(db, acting.as, (tx) =>
    saveProgrammes(
      tx,
      Array.from({ length: 700 }, (_, at) => ({
        ...blankProgramme,
        programmeKey: `p${at}`,
        number: String(at),
        name: `事業 ${at}`,
        position: at,
      })),
      { by: null, now: '2026-04-01T00:00:00Z' },
    ),
  );
  const plan = { startFiscalYear: 2027, years: 3, mode: 'fixed', title: '実施計画', note: '' } as const;
  await createImplementationPlan(acting, plan, 'nothing');
});
afterAll(() => db.close());

it('1事業でも700事業でも、問い合わせの数は同じ', async () => {
  const save = async (count: number, amount: string, seenAmount: string) => {
    const counted = countingDatabase(db);
    const typed = Array.from({ length: count }, (_, at) =>
      yearsOf({ startFiscalYear: 2027, years: 3 }).map((fiscalYear) => ({
        programmeKey: `p${at}`,
        fiscalYear,
        amount,
        general: '',
        seenAmount,
        seenGeneral: '',
        reason: '',
      })),
    ).flat();
    const saved = await saveImplementationCells(actingOn(counted.db), 2027, typed);
    expect(saved).toMatchObject({ ok: true, value: { changed: count * 3 } });
    return counted.asked();
  };
  const read = async () => {
    const counted = countingDatabase(db);
    const desk = await readImplementation(actingOn(counted.db), 2027);
    return { cells: desk?.cells.size, asked: counted.asked() };
  };
  const [few, fewRead] = [await save(1, '10', ''), await read()];
  await save(1, '', '10');
  const [many, manyRead] = [await save(700, '10', ''), await read()];
  // Two thousand and one hundred rows are written a thousand at a time: two statements more, whatever they say.
  expect(many).toBe(few + 2);
  expect([fewRead.cells, manyRead.cells]).toEqual([3, 2100]);
  expect(manyRead.asked).toBe(fewRead.asked);
});
