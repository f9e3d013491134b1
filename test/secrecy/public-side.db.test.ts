import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/db/connection.ts';
import { createApp } from '../../src/web/app.tsx';
import { parentAddresses } from '../../src/web/public/parent-addresses.ts';
import { testDatabase } from '../factories/database.ts';
import { otherTownMark, secretMark } from '../factories/public-towns.ts';
import { testDeps } from '../factories/web.ts';
import { registeredRoutes, routeFinder } from '../walk/registered-routes.ts';
import { logIn, newVisitor } from '../walk/visitor.ts';
import { answerOf, type Walked, walk } from '../walk/walk.ts';
import { scenarioKeys, secretPersons } from './planted-population.ts';
import { ours, password, plantTowns, secretFigure, theirIndicator, theirs } from './planted-towns.ts';

let db: Database;
let app: ReturnType<typeof createApp>;
let found: ReadonlyMap<string, Walked>;

const ask = async (address: string) => answerOf(await app.request(address));

/** Every address a program is told of, filled with what our town has and with what it must not show. */
const programAddresses = async (): Promise<readonly string[]> => {
  const document = z
    .object({ servers: z.tuple([z.object({ url: z.string() })]), paths: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse((await ask('/api/v1/openapi.json')).body));
  const values: Readonly<Record<string, readonly string[]>> = {
    code: [ours],
    slug: ['dai6ji', 'dai5ji', 'draft-only', 'tonari'],
    key: ['happiness', 'private', theirIndicator, ...scenarioKeys],
    fiscalYear: ['2022', '2023', '2024', '2025', '2026', '2099'],
  };
  return Object.keys(document.paths).flatMap((path) => {
    const filled = [...path.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
      (addresses, [hole, name = '']) =>
        addresses.flatMap((address) => (values[name] ?? []).map((value) => address.replace(hole, value))),
      [new URL(document.servers[0].url, 'http://here.invalid').pathname + path],
    );
    const queries = [
      '',
      ...['3', '4', '99'].map((revision) => `?revision=${revision}`),
      '?from=2&to=3',
      '?from=4',
      '?round=after-2025',
      '?series=census',
      '?series=draft',
      '?series=tonari-census',
      '?edition=1',
      '?edition=2',
    ];
    return filled.flatMap((address) => queries.map((query) => address + query));
  });
};

/** Addresses nobody links to, guessed by somebody who knows the names. */
const guessed = ['', '/en'].flatMap((language) =>
  [
    'plans/draft-only',
    'plans/draft-only/items/a',
    'plans/dai6ji?revision=3',
    'plans/dai6ji?revision=4',
    'plans/dai6ji/items/a?revision=3',
    'plans/dai6ji/items/a?revision=4',
    'history?plan=dai6ji&revision=3',
    'history?plan=dai6ji&revision=4',
    'history?plan=dai6ji&revision=4&view=table',
    'history?plan=draft-only&revision=1',
    'indicators/private',
    `indicators/${theirIndicator}`,
    'judgements/2024',
    'judgements/2024?by=unit',
    'changes/2025',
    'evaluations/2025',
    'evaluations/2025/p-1',
    'evaluations/2024/secret',
    'budgets/2027',
    'implementation-plans/2027',
    'population/scenarios/himitsu',
    ...parentAddresses.map(({ path }) => path.slice(1).replace(':slug', 'dai6ji')),
    'population/scenarios/himitsu?edition=1',
    'population/scenarios/tonari-jinko',
    'population/scenarios/ijuu?edition=2',
    'plans/tonari',
    'plans/tonari/items/a',
    `search?q=${encodeURIComponent(secretMark)}`,
    `search?q=${encodeURIComponent(otherTownMark)}`,
    `plans/dai6ji?q=${encodeURIComponent(secretMark)}`,
  ].map((path) => `${language}/m/${ours}/${path}`),
);

beforeAll(async () => {
  db = await testDatabase();
  await plantTowns(db);
  app = createApp(testDeps(db));
  // This town has no goals of departments: no link leads there.
  const goals = [`/m/${ours}/department-goals`, `/en/m/${ours}/department-goals`];
  // Nor one to districts: none are public.
  const districts = ['', '/en'].flatMap((language) =>
    ['districts', 'districts.csv'].map((page) => `${language}/m/${ours}/population/${page}`),
  );
  const starts = ['/', '/en', ...goals, ...districts, ...guessed, ...(await programAddresses())];
  // Not into the other town: there its own words may stand. Not into the office: office-side.db.test.ts.
  found = await walk(
    ask,
    starts,
    (address) =>
      address.startsWith('/') && !/\/office|text-size|^\/assets/.test(address) && !address.includes(theirs),
  );
});
afterAll(() => db.close());

/** What stands in texts that are not public; the mark besides. */
const secrets = [
  secretMark,
  '下書きの題',
  '来年からの名',
  '未公開の指標',
  '同意のない声',
  '未公開の方式',
  '人が改めた理由',
  secretFigure,
  '取込中の人口',
  '検討中のシナリオ',
  secretPersons.toLocaleString('en-US'),
];

/** A page repeats the words somebody searched for: there the mark itself says nothing. */
const addressesSaying = (word: string): readonly string[] =>
  [...found]
    .filter(([address, { body, location }]) =>
      decodeURIComponent(address).includes(word) ? false : (body + location).includes(word),
    )
    .map(([address]) => address);

describe('公開の側に、公開していないものは出ない', () => {
  it('印は確かに植えてある: 企画担当には見える', async () => {
    const planner = await logIn(newVisitor(app.request), ours, 'planner', password);
    const office = `/m/${ours}/office`;
    const seen = await Promise.all(
      [
        `${office}/plans/dai6ji/revisions/4/data/plan.json`,
        `${office}/plans/dai6ji/revisions/3`,
        `${office}/plans/dai6ji/revisions/2/data/plan.json`,
        `${office}/indicators/happiness`,
        `${office}/indicators`,
        `${office}/judgement`,
        `${office}/indicators/happiness/judgement?year=2024`,
        `${office}/population`,
        `${office}/population/series/draft`,
      ].map(async (address) => (await planner.ask(address)).body),
    );
    expect(secrets.filter((word) => !seen.some((body) => body.includes(word)))).toEqual([]);
    expect(seen[0]?.split(secretMark).length).toBeGreaterThan(10);
  });

  it('ページも、プログラムへの答えも、みな歩いた', () => {
    const routes = registeredRoutes(app).filter(
      (route) => !/office|^\/assets|text-size|favicon|z$/.test(route),
    );
    const routeOf = routeFinder(routes);
    const reached = new Set([...found.keys()].map(routeOf));
    // The town's colour has one address for both languages.
    expect(routes.filter((route) => !reached.has(route))).toEqual(['/en/m/:code/theme.css']);
    expect(found.size).toBeGreaterThan(250);
    expect([...found].filter(([, { status }]) => status >= 500)).toEqual([]);
  });

  it.each(secrets)('「%s」はどこにも出ない', (word) => {
    expect(addressesSaying(word)).toEqual([]);
  });

  it('よその団体のものは、この団体の番地にない', () => {
    const inOurs = addressesSaying(otherTownMark).filter((address) => address.includes(ours));
    expect(inOurs).toEqual([]);
  });

  it('あてずっぽうの番地は、検索のほかみな 404', () => {
    const answers = guessed
      .filter((address) => !address.includes('q='))
      .map((address) => [address, found.get(address)?.status]);
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
  });

  it('公開の側は、だれの名も、だれが書いたかも言わない', async () => {
    const people = ['updatedBy', 'updated_by', 'approvedBy', 'approved_by', 'displayName'];
    expect(people.flatMap(addressesSaying)).toEqual([]);
  });
});
