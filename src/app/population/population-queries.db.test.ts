import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CountingDatabase, countingDatabase } from '../../../test/factories/counting-database.ts';
import { openOffice, shiojiri } from '../../../test/factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../../../test/factories/shiojiri-population.ts';
import type { Database } from '../../db/connection.ts';
import { loadSeries } from '../../db/read-population.ts';
import { withPublic } from '../../db/tenant.ts';
import type { NewTable } from '../../db/write-population.ts';
import type { Acting } from '../acting.ts';
import { replaceTables, setSeriesState } from './change-series.ts';
import { createSeries } from './create-series.ts';
import { publishScenario } from './publish-scenario.ts';
import { readPopulation } from './read-population.ts';
import { createScenario } from './save-scenario.ts';

let db: Database;
let statements: CountingDatabase['count'];

const acting = (): Acting => ({
  db,
  as: { municipality: shiojiri, actor: 'cli', origin: 'cli' },
  actor: { userId: 'cli', displayName: 'cli', grants: [{ role: 'planner', unitKey: null }] },
  now: new Date('2026-11-21T03:00:00Z'),
});

const { series, tables } = shiojiriSeries('census');
/** So many districts, each with the town's tables. */
const districts = (count: number, households: number): readonly NewTable[] =>
  Array.from({ length: count }, (_, at) => `d${at}`).flatMap((areaKey) =>
    tables.map((table) => ({
      ...table,
      areaKey,
      areaName: `地区${areaKey}`,
      counts: { ...table.counts, households },
    })),
  );

beforeAll(async () => {
  ({ db, count: statements } = countingDatabase((await openOffice()).db));
});
afterAll(() => db.close());

const walk = async (count: number): Promise<Readonly<Record<string, number>>> => {
  const seriesKey = `s${count}`;
  return {
    create: await statements(() =>
      createSeries(acting(), { series, tables: districts(count, 1), seriesKey }),
    ),
    replace: await statements(() =>
      replaceTables(acting(), { seriesKey, tables: districts(count - 1, 2), seenVersion: 1 }),
    ),
    publish: await statements(() =>
      setSeriesState(acting(), { seriesKey, state: 'published', seenVersion: 2 }),
    ),
    desk: await statements(() => readPopulation(acting())),
    public: await statements(() => withPublic(db, { municipality: shiojiri }, (tx) => loadSeries(tx))),
  };
};

it('地区や系列が増えても、問い合わせの数は増えない', async () => {
  const few = await walk(2);
  const many = await walk(40);
  expect(many).toEqual(few);
  expect(few.public).toBeLessThanOrEqual(2);
});

it('シナリオが増えても、読むときと公開するときの問い合わせは増えない', async () => {
  const projection = shiojiriSeries('ipss-h30');
  await createSeries(acting(), projection);
  await setSeriesState(acting(), { seriesKey: 'ipss-h30', state: 'published', seenVersion: 1 });
  const add = async (scenarioKey: string): Promise<readonly number[]> => {
    await createScenario(acting(), shiojiriScenario('reach-65000'), scenarioKey);
    const counted = await statements(async () => {
      const published = await publishScenario(acting(), { scenarioKey, reason: '', seenVersion: 1 });
      expect(published.ok).toBe(true);
    });
    return [counted, await statements(() => readPopulation(acting()))];
  };
  const first = await add('a');
  for (const key of ['b', 'c', 'd']) expect(await add(key)).toEqual(first);
});
