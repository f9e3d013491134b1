import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/connection.ts';
import { type Role, roles } from '../../src/domain/access/role.ts';
import { createApp } from '../../src/web/app.tsx';
import { testDatabase } from '../factories/database.ts';
import { otherTownMark, secretMark } from '../factories/public-towns.ts';
import { testDeps } from '../factories/web.ts';
import { registeredRoutes, routeFinder } from '../walk/registered-routes.ts';
import { logIn, newVisitor, type Visitor } from '../walk/visitor.ts';
import { type Answer, walk } from '../walk/walk.ts';
import { openingTable } from './opening-table.data.ts';
import { plantImplementation } from './planted-implementation.ts';
import { plantProjection } from './planted-projection.ts';
import { ours, password, plantTowns, theirs } from './planted-towns.ts';

const officeOf = (town: string): string => `/m/${town}/office`;

let db: Database;
let app: ReturnType<typeof createApp>;
let routeOf: (address: string) => string | null;
/** By route below the office: '/plans/:slug'. */
let addressesOf: ReadonlyMap<string, readonly string[]>;
let theirAddresses: readonly string[];
const staff = new Map<string, Visitor>();

const below = (route: string): string => route.replace('/m/:code/office', '');
const stranger = (): Visitor => newVisitor(app.request);
const someone = (town: string, role: Role): Visitor => {
  const found = staff.get(`${town} ${role}`);
  if (found === undefined) throw new Error(`nobody is logged in as ${role} of ${town}`);
  return found;
};

/** What four people see between them is everything the office has. */
const walkOffice = async (town: string): Promise<readonly string[]> => {
  const seen = new Set<string>();
  for (const role of ['planner', 'finance', 'administrator', 'auditor'] as const) {
    const counts = new Map<string | null, number>();
    const found = await walk(
      someone(town, role).ask,
      [officeOf(town), `${officeOf(town)}/login`],
      (address) => {
        const count = counts.get(routeOf(address)) ?? 0;
        counts.set(routeOf(address), count + 1);
        return count < 4 && address.startsWith(officeOf(town));
      },
    );
    for (const address of found.keys()) seen.add(address);
  }
  return [...seen];
};

beforeAll(async () => {
  db = await testDatabase();
  await plantTowns(db);
  await plantImplementation(db);
  await plantProjection(db);
  app = createApp(testDeps(db));
  routeOf = routeFinder(registeredRoutes(app));
  for (const town of [ours, theirs])
    for (const role of roles) staff.set(`${town} ${role}`, await logIn(stranger(), town, role, password));
  const all = await walkOffice(ours);
  addressesOf = Map.groupBy(all, (address) => below(routeOf(address) ?? ''));
  theirAddresses = await walkOffice(theirs);
});
afterAll(() => db.close());

describe('庁内の番地', () => {
  it('登録されたものは、みな表にある', () => {
    const routes = registeredRoutes(app)
      .filter((route) => route.startsWith('/m/:code/office'))
      .map(below);
    expect(new Set(routes)).toEqual(new Set(Object.keys(openingTable)));
    const notReached = Object.keys(openingTable).filter((route) => !addressesOf.has(route));
    // Where a form's answer stood when it is asked for again, and questions about the tree that a button asks.
    expect(notReached).toEqual([
      '/plans/:slug/start',
      '/plans/:slug/place',
      '/plans/:slug/revisions/:revision/arrange',
      '/judgement/years/:step?',
      '/judgement/schemes/:schemeKey/:schemeVersion/:step{adopt|discard|next|upload}',
      '/evaluation/schemes/:schemeKey/:schemeVersion/:step{adopt|discard|next|upload}',
      '/collections/:year/units/:unit/:answer{(?:step|paste|keep|csv)}',
      '/implementation/:start{\\d{4}}/sheet/paste',
      '/implementation/:start{\\d{4}}/:step{settle|publish|discard|roll}',
      '/programmes/bulk',
      '/population/series/:seriesKey/:step{state|remove|facts}',
      '/population/scenarios/:scenarioKey/:step{publish|copy|remove|preview}',
      '/population/scenarios/:scenarioKey/attach/detach',
    ]);
  });

  it.each(roles)('%s には、表のとおりに開く', async (role) => {
    const differing: string[] = [];
    for (const [route, addresses] of addressesOf) {
      const open = openingTable[route];
      if (open === undefined) continue;
      for (const address of addresses.slice(0, 2)) {
        const { status, body } = await someone(ours, role).ask(address);
        const expected = open === 'everyone' || open.includes(role) ? [200, 303] : [403];
        if (!expected.includes(status)) differing.push(`${address} ${status}`);
        if (body.includes(otherTownMark)) differing.push(`${address} names the other town`);
        if (status === 403 && /下書きの題|7\.31/.test(body))
          differing.push(`${address} tells what it refuses`);
      }
    }
    expect(differing).toEqual([]);
  });

  const refuses = ({ status, location, body }: Answer): boolean =>
    status === 303 && location.startsWith(`${officeOf(ours)}/login?`) && body === '';
  const openToAll = ['/login', '/theme.css'];

  it.each<[string, () => Visitor]>([
    ['ログインしていない人', stranger],
    ['よその団体の企画担当', () => someone(theirs, 'planner')],
    ['よその団体の管理者', () => someone(theirs, 'administrator')],
    [
      'よその団体のセッションを、この団体のクッキーとして送る人',
      () => {
        const forger = stranger();
        for (const [name, value] of someone(theirs, 'planner').cookies)
          forger.cookies.set(name.replace(theirs, ours), value);
        return forger;
      },
    ],
    [
      'でたらめなセッションの人',
      () => {
        const forger = stranger();
        forger.cookies.set(`rashin-${ours}`, 'A'.repeat(43));
        return forger;
      },
    ],
  ])('%s は、どこからもログインへ送られ、何も見ない', async (_, who) => {
    const visitor = who();
    const leaking: string[] = [];
    for (const [route, addresses] of addressesOf)
      for (const address of addresses) {
        // Each time the same browser: a refused cookie is taken away.
        const fresh = newVisitor(app.request);
        for (const [name, value] of visitor.cookies) fresh.cookies.set(name, value);
        const answer = await fresh.ask(address);
        if (openToAll.includes(route) ? answer.body.includes(secretMark) : !refuses(answer))
          leaking.push(`${address} ${answer.status}`);
      }
    expect(leaking).toEqual([]);
  });

  it('よその団体の鍵やIDは、この団体の番地では 404', async () => {
    const pathOf = (address: string): string => address.split('?')[0] ?? '';
    const own = new Set([...addressesOf.values()].flat().map(pathOf));
    // A list that both towns have is no key of theirs, whatever it is narrowed to.
    const transplanted = theirAddresses
      .map((address) => address.replace(officeOf(theirs), officeOf(ours)))
      .filter((address) => !own.has(pathOf(address)));
    expect(transplanted.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const role of ['planner', 'administrator', 'auditor'] as const)
      for (const address of transplanted) {
        const { status, body } = await someone(ours, role).ask(address);
        // Whoever may not open such a page is told nothing about whether it exists.
        if (![404, 403].includes(status) || body.includes(otherTownMark))
          wrong.push(`${role} ${address} ${status}`);
        if (role === 'planner' && /tonari/.test(address) && status !== 404)
          wrong.push(`${address} ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  it('英語の接頭辞や大文字で、庁内の画面は開かない', async () => {
    const planner = someone(ours, 'planner');
    for (const address of [`/en${officeOf(ours)}`, `/m/${ours}/OFFICE/plans`, `/m/${ours}//office/plans`])
      expect([address, (await planner.ask(address)).status]).toEqual([address, 404]);
  });
});
