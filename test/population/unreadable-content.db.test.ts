import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setSeriesState } from '../../src/app/population/change-series.ts';
import { createSeries } from '../../src/app/population/create-series.ts';
import { publishScenario } from '../../src/app/population/publish-scenario.ts';
import { createScenario, removeScenario, saveScenario } from '../../src/app/population/save-scenario.ts';
import { updatePublicSince } from '../../src/db/write-town.ts';
import { type Desk, openDesk } from '../factories/drafts.ts';
import type { Browser } from '../factories/office.ts';
import { publishedScenario, putScenario } from '../factories/published-scenario.ts';
import { shiojiriScenario, shiojiriSeries } from '../factories/shiojiri-population.ts';

/** What another version of the program could have written, or what a repair by hand could have left. */
const broken = { version: 9, baseline: 'ipss-h30', levers: [{ kind: 'robots', value: '7' }] };

let desk: Desk;
let kikaku: Browser;
let scenarioKey: string;

const { name, description, content } = shiojiriScenario('reach-65000');
const office = '/population';

beforeAll(async () => {
  desk = await openDesk();
  kikaku = desk.office.browser();
  await kikaku.login('kikaku');
  for (const key of ['census', 'ipss-h30']) {
    await createSeries(desk.as('kikaku'), shiojiriSeries(key));
    await setSeriesState(desk.as('kikaku'), { seriesKey: key, state: 'published', seenVersion: 1 });
  }
  const made = await createScenario(desk.as('kikaku'), { name: '壊れる', description, content });
  await createScenario(desk.as('kikaku'), { name: '読める', description, content });
  if (!made.ok) throw new Error(JSON.stringify(made));
  ({ scenarioKey } = made.value);
  const town = desk.as('kikaku').as.municipality;
  await putScenario(desk.office.db, town, { title: '読める版' });
  await putScenario(desk.office.db, town, {
    title: '読めない版',
    changes: { ...publishedScenario(), scenarioKey: 'furui', content: broken as never },
  });
  await desk.office.read((tx) =>
    tx.q.execute(sql`UPDATE population_scenario SET content = ${JSON.stringify(broken)}::jsonb
      WHERE scenario_key = ${scenarioKey}`),
  );
  await desk.office.read((tx) =>
    tx.q.execute(sql`UPDATE population_table SET counts = '{"v": 2, "cells": []}'
      WHERE series_key = 'census' AND date = '1985-10-01'`),
  );
});
afterAll(() => desk.office.db.close());

describe('データベースの、このプログラムが読めない内容', () => {
  it.each([
    ['一覧', `${office}/scenarios`, ['読める', '壊れる', '計算できません', '読めない内容']],
    ['人口の入口', office, ['国勢調査']],
  ])('%sは開き、ほかのシナリオはそのまま', async (_, address, words) => {
    const { status, html } = await kikaku.get(address);
    expect(status).toBe(200);
    for (const word of words) expect(html).toContain(word);
  });

  it('作業台は、何が起きたかと、どうすればよいかを言う', async () => {
    const { status, html } = await kikaku.get(`${office}/scenarios/${scenarioKey}`);
    expect(status).toBe(200);
    expect(html).toContain('このシナリオの内容を、このプログラムは読めません');
    expect(html).toContain('バックアップから戻してください');
  });

  it('比べる画面も、そのシナリオの名前を言ってほかを示す', async () => {
    const { status, html } = await kikaku.get(`${office}/scenarios/compare?key=${scenarioKey}`);
    expect(status).toBe(200);
    expect(html).toContain('「壊れる」は計算できません');
  });

  it('上書きも公開もせず、何も変わらない。要らなければ消せる', async () => {
    const stored = () =>
      desk.office.read((tx) =>
        tx.q.execute(
          sql`SELECT content, version FROM population_scenario WHERE scenario_key = ${scenarioKey}`,
        ),
      );
    const before = JSON.stringify(await stored());
    const named = { scenarioKey, seenVersion: 1 };
    const refusal = { ok: false, error: [{ code: 'population-content-unreadable' }] };
    expect(await saveScenario(desk.as('kikaku'), { ...named, name, description, content })).toMatchObject(
      refusal,
    );
    expect(await publishScenario(desk.as('kikaku'), { ...named, reason: '' })).toMatchObject(refusal);
    expect(JSON.stringify(await stored())).toBe(before);
    expect(await removeScenario(desk.as('kikaku'), named)).toMatchObject({ ok: true });
  });

  it('読めない表は除き、系列のページがどの表かを言う', async () => {
    const { status, html } = await kikaku.get(`${office}/series/census`);
    expect(status).toBe(200);
    expect(html).toContain('では読めない表があります');
    expect(html).toContain('昭和60年10月1日');
  });
});

describe('公開側', () => {
  const town = '/m/202151';
  const get = async (path: string) => {
    const response = await desk.office.app.request(path);
    return { status: response.status, body: await response.text() };
  };
  beforeAll(() => desk.office.read((tx) => updatePublicSince(tx, '2026-01-01T00:00:00Z')));

  it.each([
    ['人口のページ', `${town}/population`, 200],
    ['読める版', `${town}/population/scenarios/ijuu`, 200],
    ['読めない版', `${town}/population/scenarios/furui`, 404],
    ['系列のAPI', '/api/v1/municipalities/202151/population', 200],
    ['系列のCSV', '/api/v1/municipalities/202151/population.csv', 200],
    ['シナリオのAPI', '/api/v1/municipalities/202151/population/scenarios', 200],
    ['読めない版のAPI', '/api/v1/municipalities/202151/population/scenarios/furui', 404],
    ['読めない版のCSV', '/api/v1/municipalities/202151/population/scenarios/furui.csv', 404],
    ['フィード', `${town}/feed.xml`, 200],
    ['検索', `${town}/search?q=%E4%BA%BA%E5%8F%A3`, 200],
    ['オープンデータ', `${town}/open-data`, 200],
    ['地区', `${town}/population/districts`, 200],
  ])('%s', async (_, path, status) => {
    expect([path, (await get(path)).status]).toEqual([path, status]);
  });
});
