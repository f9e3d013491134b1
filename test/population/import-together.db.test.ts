import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Acting } from '../../src/app/acting.ts';
import { createSeries } from '../../src/app/population/create-series.ts';
import { loadSeries, lockSeriesOfTown } from '../../src/db/read-population.ts';
import { describeEachDatabase } from '../factories/database.ts';
import { type Office, openOffice, shiojiri, wholeTown } from '../factories/office.ts';
import { shiojiriSeries } from '../factories/shiojiri-population.ts';

const { series, tables } = shiojiriSeries('ipss-h30');

/** Long enough for the commands to come as far as they can. */
const aWhile = 500;

describeEachDatabase('同じファイルの同時の取込み', (open) => {
  let office: Office;
  let acting: Acting;
  beforeAll(async () => {
    office = await openOffice({}, open);
    acting = {
      db: office.db,
      as: { municipality: shiojiri, actor: 'cli', origin: 'cli' },
      actor: { userId: 'cli', displayName: 'cli', grants: [wholeTown('planner')] },
      now: new Date('2026-11-21T03:00:00Z'),
    };
  });
  const stored = () => office.read((tx) => loadSeries(tx));

  it('二人のうち一人だけが系列を作り、もう一人には系列の名前が分かる', async () => {
    // While the town is held both come as far as they can: without waiting for each other both would find nothing.
    const held = Promise.withResolvers<void>();
    const holding = office.read(async (tx) => {
      await lockSeriesOfTown(tx);
      held.resolve();
      await setTimeout(aWhile);
    });
    await held.promise;
    const done = Promise.all(
      ['一人目', '二人目'].map((name) =>
        createSeries(acting, { series: { ...series, name }, tables, unlessHeld: true }),
      ),
    );
    await holding;
    const results = await done;
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [only, ...others] = await stored();
    expect(others).toEqual([]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: [{ code: 'population-file-held', params: { name: only?.series.name } }],
    });
  });

  it('一つでも数が違えば別の系列になり、同じ数でも取込みでなければ作れる', async () => {
    const before = (await stored()).length;
    const [first, ...rest] = tables;
    if (first === undefined) throw new Error('the series has no tables');
    const other = { ...first, areaName: 'ほかの団体', areaKey: 'other' };
    const changed = await createSeries(acting, { series, tables: [other, ...rest], unlessHeld: true });
    const copied = await createSeries(acting, { series, tables });
    expect([changed.ok, copied.ok, (await stored()).length]).toEqual([true, true, before + 2]);
  });
});
