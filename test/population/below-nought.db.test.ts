import { afterAll, beforeAll, expect, it } from 'vitest';
import { setSeriesState } from '../../src/app/population/change-series.ts';
import { createSeries } from '../../src/app/population/create-series.ts';
import { publishScenario } from '../../src/app/population/publish-scenario.ts';
import { createScenario } from '../../src/app/population/save-scenario.ts';
import { findScenario } from '../../src/db/read-population.ts';
import { loadPublications } from '../../src/db/read-publication.ts';
import { type Desk, openDesk } from '../factories/drafts.ts';
import type { Browser } from '../factories/office.ts';
import { shiojiriScenario, shiojiriSeries } from '../factories/shiojiri-population.ts';

let desk: Desk;
let kikaku: Browser;
let scenarioKey: string;

const { description, content } = shiojiriScenario('reach-65000');
const lever = {
  kind: 'families-per-year',
  value: -5000,
  fromYear: 2020,
  byYear: null,
  shape: 'linear',
  reason: '',
  source: '',
} as const;

beforeAll(async () => {
  desk = await openDesk();
  kikaku = desk.office.browser();
  await kikaku.login('kikaku');
  await createSeries(desk.as('kikaku'), shiojiriSeries('ipss-h30'));
  await setSeriesState(desk.as('kikaku'), { seriesKey: 'ipss-h30', state: 'published', seenVersion: 1 });
  const made = await createScenario(desk.as('kikaku'), {
    name: 'いる人より多くが出ていく',
    description,
    content: { ...content, levers: [lever] },
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  ({ scenarioKey } = made.value);
});
afterAll(() => desk.office.db.close());

const scenarios = '/population/scenarios';

it('いる人より多くが出ていくシナリオは、公開を断り、版もシナリオも変わらない', async () => {
  const stored = () => desk.office.read((tx) => findScenario(tx, scenarioKey));
  const before = await stored();
  const refused = await publishScenario(desk.as('kikaku'), { scenarioKey, reason: '', seenVersion: 1 });
  expect(refused.ok).toBe(false);
  // Every sex and age that would be below nought is named.
  for (const { code, path, params } of refused.ok ? [] : refused.error) {
    expect([code, path]).toEqual(['population-result-negative', ['levers']]);
    expect(params).toMatchObject({ year: 2025, age: expect.stringMatching(/^\d+-\d+$/u) });
  }
  expect(await stored()).toEqual(before);
  expect(await desk.office.read((tx) => loadPublications(tx, 'population-scenario'))).toEqual([]);
});

it.each([
  ['一覧', () => scenarios, '計算できません'],
  ['作業台', () => `${scenarios}/${scenarioKey}`, '負の数'],
  ['比べる画面', () => `${scenarios}/compare?key=${scenarioKey}`, '計算できません'],
])('%sは、計算できないと言って開く', async (_, address, words) => {
  const { status, html } = await kikaku.get(address());
  expect(status).toBe(200);
  expect(html.includes(words)).toBe(true);
});
