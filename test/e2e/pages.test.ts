import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/web/app.tsx';
import { parentAddresses } from '../../src/web/public/parent-addresses.ts';
import { testDatabase } from '../factories/database.ts';
import { testDeps } from '../factories/web.ts';
import { registeredRoutes, routeFinder } from '../walk/registered-routes.ts';
import { isPage, type Walked, walk } from '../walk/walk.ts';
import { openSite, type Site } from './site.ts';
import { examineAll, newcomers, partsOf, visitsTo } from './visits.ts';

const town = '202151';
const otherTowns = ['153079', '093866', '332143', '011002'] as const;
const office = (code: string): string => `/m/${code}/office`;
const logins = ['kikaku', 'zaisei', 'ka-tanto', 'kacho', 'bucho', 'shicho', 'gaibu', 'kansa'] as const;

/** Answer GET, but no page of theirs is reached by a link; each has tests of its own. */
const withoutLink: readonly string[] = [
  '/assets/*',
  '/healthz',
  '/readyz',
  // Browsers ask for it by themselves; it leads to the icon.
  '/favicon.ico',
  // The town's colour, as the stylesheet of every page; English pages share the Japanese address.
  '/en/m/:code/theme.css',
  // A question about the tree, reached by its buttons: states.test.ts.
  '/m/:code/office/plans/:slug/revisions/:revision/arrange',
  // Where a form of the judgement stood when its answer is asked for again; they lead back to its page.
  '/m/:code/office/judgement/years/:step?',
  '/m/:code/office/judgement/schemes/:schemeKey/:schemeVersion/:step{adopt|discard|next|upload}',
  '/m/:code/office/evaluation/schemes/:schemeKey/:schemeVersion/:step{adopt|discard|next|upload}',
  // A page loaded again after a refusal leads back to the form: plan-desk and page tests of the office.
  '/m/:code/office/plans/:slug/start',
  '/m/:code/office/plans/:slug/place',
  '/m/:code/office/collections/:year/units/:unit/:answer{(?:step|paste|keep|csv)}',
  '/m/:code/office/programmes/bulk',
  '/m/:code/office/implementation/:start{\\d{4}}/sheet/paste',
  '/m/:code/office/implementation/:start{\\d{4}}/:step{settle|publish|discard|roll}',
  '/m/:code/office/population/series/:seriesKey/:step{state|remove|facts}',
  '/m/:code/office/population/scenarios/:scenarioKey/:step{publish|copy|remove|preview}',
  '/m/:code/office/population/scenarios/:scenarioKey/attach/detach',
  // The demonstration has no figures of districts: office/population/districts.db.test.ts tries the pages of both sides.
  '/m/:code/population/districts',
  '/en/m/:code/population/districts',
  '/m/:code/population/districts.csv',
  '/en/m/:code/population/districts.csv',
  '/m/:code/office/population/districts/ages.csv',
  // A choice that leads back to the page it was made on.
  '/text-size',
  '/en/text-size',
];

/** Addresses above real ones, which nobody links to: read in both languages like any other. */
const cutShort = ['', '/en'].flatMap((language) =>
  parentAddresses.map(({ path }) => `${language}/m/${town}${path.replace(':slug', 'mirai-toshi-senryaku')}`),
);

type Answers = ReadonlyMap<string, Walked>;

let site: Site;
let routes: readonly string[];
let routeOf: (address: string) => string | null;
let publicSide: Answers;
const officeOf = new Map<string, Answers>();

beforeAll(async () => {
  const db = await testDatabase();
  routes = registeredRoutes(createApp(testDeps(db)));
  await db.close();
  routeOf = routeFinder(routes);
  site = await openSite();

  const citizen = site.visitor();
  publicSide = await walk(
    (address) => citizen.ask(address),
    [
      ...['/', '/en', `${office(town)}/login`, '/nothing', '/en/nothing', `/m/${town}/nothing`, '/m/202152'],
      ...cutShort,
    ],
    (address) => address.startsWith('/') && !/^\/(en\/)?text-size|^\/assets\/|\/office(\/|$)/.test(address),
  );
  for (const [code, login] of [
    ...logins.map((each) => [town, each] as const),
    ...otherTowns.map((each) => [each, 'kikaku'] as const),
  ]) {
    const somebody = await site.staff(code, login);
    // The planner sees everything there is; of what others see, a few pages of each kind are enough.
    const enough = login === 'kikaku' && code === town ? Number.POSITIVE_INFINITY : 3;
    const counts = new Map<string | null, number>();
    const follows = (address: string): boolean => {
      const kind = routeOf(address);
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      return count < enough && address.startsWith(office(code));
    };
    const answers = await walk((address) => somebody.ask(address), [office(code)], follows);
    officeOf.set(`${code} ${login}`, answers);
  }
}, 1_200_000);
afterAll(() => site?.close());

const pagesOf = (answers: Answers): readonly string[] =>
  [...answers].filter(([, answer]) => isPage(answer)).map(([address]) => address);

const choicesOf = (address: string): string =>
  [...new URLSearchParams(address.split('?')[1] ?? '').keys()].sort().join('&');

const shapeOf = (address: string): string => `${routeOf(address)}?${choicesOf(address)}`;

/** Where a year is chosen; the answer leads to the address of that year. */
const choices: readonly (string | null)[] = ['/m/:code/office/indicators/:indicatorKey/breakdowns/:axes'];

const deadEnds = (answers: Answers): readonly string[] =>
  [...answers]
    .filter(([address, { status }]) => !(status === 303 && choices.includes(routeOf(address))))
    // What a 404 page itself offers may be a 404 again: its own address in the other language.
    .filter(([, { status, from }]) => status !== 200 && answers.get(from)?.status === 200)
    .map(([address, { status, from }]) => `${from} → ${address} ${status}`);

describe('どのページも数えられている', () => {
  it('GET で答える番地には、どれもリンクをたどって着ける', () => {
    const reached = new Set(
      [publicSide, ...officeOf.values()].flatMap((answers) => [...answers.keys()].map(routeOf)),
    );
    expect(routes.length).toBeGreaterThan(80);
    // Addresses of programs are named by the OpenAPI document: test/secrecy.
    const pages = routes.filter((route) => !route.startsWith('/api/') && !withoutLink.includes(route));
    expect(pages.filter((route) => !reached.has(route))).toEqual([]);
  });

  it('公開ページのリンクは、どれも着く', () => {
    expect(publicSide.size).toBeGreaterThan(400);
    expect(deadEnds(publicSide)).toEqual([]);
  });

  it.each(logins)('%s に見えるリンクは、どれもこの人が開ける', (login) => {
    expect(deadEnds(officeOf.get(`${town} ${login}`) ?? new Map())).toEqual([]);
  });

  it.each(otherTowns)('%s の職員の画面のリンクも、どれも開ける', (code) => {
    expect(deadEnds(officeOf.get(`${code} kikaku`) ?? new Map())).toEqual([]);
  });
});

describe('大きさ', () => {
  it('公開ページは、圧縮して 60 KB 未満', () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const heavy = [...publicSide]
      .filter(([, answer]) => isPage(answer))
      .map(([address, { body }]) => ({ address, bytes: brotliCompressSync(body, { params }).byteLength }))
      .filter(({ bytes }) => bytes >= 60 * 1024);
    expect(heavy).toEqual([]);
  });
});

/**
 * Public: every page; one that is filtered or compared when it has a choice or a part no other had. Office: every
 * page that has a part no other had, whoever looks at it. Which of them how thoroughly: `visitsTo`.
 */
describe('実物のブラウザーで: axe、320 px、文字 200%、訴え、よそからの読み込み', () => {
  const hasNew = newcomers();
  const partsAt = (answers: Answers) => (address: string) =>
    partsOf(answers.get(address)?.body ?? '').map((part) => `${routeOf(address)} ${part}`);

  it('公開ページ（日本語・英語）', async () => {
    const parts = partsAt(publicSide);
    const addresses = pagesOf(publicSide).filter(
      (address) => hasNew([shapeOf(address), ...parts(address)]) || !address.includes('?'),
    );
    const visits = visitsTo(addresses, shapeOf, parts);
    expect(visits.length).toBeGreaterThan(200);
    expect(await examineAll(site, visits)).toEqual([]);
  }, 2_400_000);

  it.each([
    ...logins.map((login) => [town, login] as const),
    ...otherTowns.map((code) => [code, 'kikaku'] as const),
  ])(
    '職員の画面: %s %s',
    async (code, login) => {
      const answers = officeOf.get(`${code} ${login}`) ?? new Map<string, Walked>();
      const parts = partsAt(answers);
      const fresh = pagesOf(answers).filter((address) => hasNew(parts(address)));
      const isFirst = login === 'kikaku' && code === town;
      const visits = visitsTo(fresh, (address) => (isFirst ? shapeOf(address) : ''), parts);
      expect(await examineAll(site, visits, await site.staff(code, login))).toEqual([]);
    },
    2_400_000,
  );
});
