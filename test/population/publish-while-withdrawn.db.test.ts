import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { Acting } from '../../src/app/acting.ts';
import { setSeriesState } from '../../src/app/population/change-series.ts';
import { createSeries } from '../../src/app/population/create-series.ts';
import { publishScenario } from '../../src/app/population/publish-scenario.ts';
import { createScenario } from '../../src/app/population/save-scenario.ts';
import { lockSeries } from '../../src/db/read-population.ts';
import type { TenantTx } from '../../src/db/tenant.ts';
import { deleteSeries, updateSeries } from '../../src/db/write-population.ts';
import { describeEachDatabase } from '../factories/database.ts';
import { type Office, openOffice, shiojiri, wholeTown } from '../factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../factories/shiojiri-population.ts';

const seriesKey = 'ipss-h30';
const stamp = { by: null, now: '2026-11-21T00:00:00Z' };
/** Long enough for the other command to come as far as it can. */
const aWhile = 500;

describeEachDatabase('系列の変更と同時の操作', (open) => {
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
    for (const key of [seriesKey, 'gone'])
      await createSeries(acting, { ...shiojiriSeries(seriesKey), seriesKey: key });
    await setSeriesState(acting, { seriesKey, state: 'published', seenVersion: 1 });
  });

  /** Runs a command while another transaction holds a series and changes it. */
  const during = async <T>(
    key: string,
    change: (tx: TenantTx) => Promise<unknown>,
    command: () => Promise<T>,
  ): Promise<T> => {
    const held = Promise.withResolvers<void>();
    const changing = office.read(async (tx) => {
      await lockSeries(tx, key);
      await change(tx);
      held.resolve();
      await setTimeout(aWhile);
    });
    await held.promise;
    const done = await command();
    await changing;
    return done;
  };

  it('系列の取り下げと同時の公開は、取り下げを待ってから断る', async () => {
    const made = await createScenario(acting, shiojiriScenario('reach-65000'));
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { scenarioKey } = made.value;
    const published = await during(
      seriesKey,
      (tx) => updateSeries(tx, seriesKey, { state: 'draft' }, 2, stamp),
      () => publishScenario(acting, { scenarioKey, reason: '', seenVersion: 1 }),
    );
    expect(published).toMatchObject({ ok: false, error: [{ code: 'population-baseline-not-public' }] });
  });

  it('消している系列の上に、同時にシナリオは作れない', async () => {
    const { content, ...rest } = shiojiriScenario('reach-65000');
    const edit = {
      ...rest,
      content: { ...content, baseline: { kind: 'projection', seriesKey: 'gone' } as const },
    };
    const created = await during(
      'gone',
      (tx) => deleteSeries(tx, 'gone', 1),
      () => createScenario(acting, edit),
    );
    expect(created).toMatchObject({ ok: false, error: [{ code: 'population-series-unknown' }] });
  });
});
