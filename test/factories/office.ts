import { eq } from 'drizzle-orm';
import type { Acting } from '../../src/app/acting.ts';
import { createUsers, type UserRequest } from '../../src/app/people/user-create.ts';
import type { Config } from '../../src/config.ts';
import type { Database } from '../../src/db/connection.ts';
import { auditHead } from '../../src/db/schema/audit.ts';
import { type TenantTx, withTenant } from '../../src/db/tenant.ts';
import { insertMunicipality, insertUnits } from '../../src/db/write-town.ts';
import { type Role, roles } from '../../src/domain/access/role.ts';
import { unitRoles } from '../../src/domain/access/role-names.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { createApp } from '../../src/web/app.tsx';
import type { WebDeps } from '../../src/web/deps.ts';
import { testDatabase } from './database.ts';
import { testConfig, testDeps } from './web.ts';

export const shiojiri = '202151' as MunicipalityCode;
export const maniwa = '332143' as MunicipalityCode;
export const password = '青い山の測候所から見た朝';

/** A clock the test moves. */
export interface Clock {
  now: Date;
  readonly pass: (minutes: number) => void;
}

export interface Office {
  readonly db: Database;
  readonly deps: WebDeps;
  readonly app: ReturnType<typeof createApp>;
  readonly clock: Clock;
  readonly addUser: (
    login: string,
    grants: UserRequest['grants'],
    town?: MunicipalityCode,
  ) => Promise<string>;
  readonly browser: (town?: MunicipalityCode) => Browser;
  /** Everything that was written in the town, by the head of its audit chain. */
  readonly written: () => Promise<unknown>;
  readonly read: <T>(query: (tx: TenantTx) => Promise<T>, town?: MunicipalityCode) => Promise<T>;
}

export const wholeTown = (role: Role): UserRequest['grants'][number] => ({
  role,
  unitKey: null,
  validFrom: null,
  validTo: null,
});

export const ofUnit = (role: Role, unitKey: string): UserRequest['grants'][number] => ({
  ...wholeTown(role),
  unitKey,
});

const operator = (db: Database, municipality: MunicipalityCode, now: Date): Acting => ({
  db,
  as: { municipality, actor: 'cli', origin: 'cli' },
  actor: { userId: 'cli', displayName: 'cli', grants: [{ role: 'administrator', unitKey: null }] },
  now,
});

const addTown = (db: Database, municipality: MunicipalityCode, name: string): Promise<void> =>
  withTenant(db, { municipality, actor: 'cli', origin: 'cli' }, async (tx) => {
    const now = '2025-04-01T00:00:00Z';
    await insertMunicipality(
      tx,
      {
        name,
        nameKana: 'しけん',
        nameEn: 'Test City',
        prefecture: '長野県',
        accentColour: '#00558d',
        settings: defaultSettings,
      },
      now,
    );
    const unit = { validFrom: '2020-04-01', validTo: null, position: 1 };
    await insertUnits(
      tx,
      [
        { ...unit, unitKey: 'kodomo-bu', name: 'こども教育部', kind: '部', parentKey: null },
        { ...unit, unitKey: 'kodomo', name: 'こども未来課', kind: '課', parentKey: 'kodomo-bu' },
        { ...unit, unitKey: 'doboku', name: '土木課', kind: '課', parentKey: null, position: 2 },
      ],
      now,
    );
  });

/** Two towns, no users, and the whole application over an embedded database. */
export const openOffice = async (
  config: Partial<Config> = {},
  database: () => Promise<Database> = testDatabase,
): Promise<Office> => {
  const db = await database();
  const clock: Clock = {
    now: new Date('2026-11-21T09:00:00+09:00'),
    pass: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const deps = testDeps(db, {
    now: () => clock.now,
    config: { ...testConfig(), demo: false, ...config },
  });
  const app = createApp(deps);
  await addTown(db, shiojiri, '塩尻市');
  await addTown(db, maniwa, '真庭市');
  return {
    db,
    deps,
    app,
    clock,
    addUser: async (login, grants, town = shiojiri) => {
      const made = await createUsers(operator(db, town, clock.now), [
        { login, displayName: `職員 ${login}`, password, mustChangePassword: 'no', grants },
      ]);
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      return made.value[0] ?? '';
    },
    browser: (town = shiojiri) => openBrowser(app, town),
    written: () =>
      withTenant(db, { municipality: shiojiri, actor: 'test', origin: 'test' }, (tx) =>
        tx.q
          .select({ seq: auditHead.seq, hash: auditHead.hash })
          .from(auditHead)
          .where(eq(auditHead.municipality, shiojiri)),
      ),
    read: (query, town = shiojiri) =>
      withTenant(db, { municipality: town, actor: 'test', origin: 'test' }, query),
  };
};

/** One user of each role, logged in. Roles of units are held for こども未来課. */
export const openToEveryRole = async (
  office: Office,
  wanted: readonly Role[] = roles,
): Promise<ReadonlyMap<Role, Browser>> => {
  const browsers = new Map<Role, Browser>();
  for (const role of wanted) {
    await office.addUser(role, [unitRoles.includes(role) ? ofUnit(role, 'kodomo') : wholeTown(role)]);
    const browser = office.browser();
    const page = await browser.login(role);
    if (page.status !== 303) throw new Error(`${role} cannot log in: ${page.status}`);
    browsers.set(role, browser);
  }
  return browsers;
};

export interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Where a redirect leads; '' when it is none. */
  readonly location: string;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Page>;
  /** Fetches the page of the form for its token first, as a person would. Paths are below the town's office. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    options?: {
      readonly from?: string;
      readonly token?: string | null;
      readonly headers?: Record<string, string>;
    },
  ) => Promise<Page>;
  readonly login: (login: string, password?: string, code?: string) => Promise<Page>;
}

const tokenOf = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';

const openBrowser = (app: Office['app'], town: MunicipalityCode): Browser => {
  const cookies = new Map<string, string>();
  const office = `/m/${town}/office`;
  const send = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(`http://rashin.test${path}`, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.status,
      html: await response.text(),
      headers: response.headers,
      location: response.headers.get('location') ?? '',
    };
  };
  const browser: Browser = {
    cookies,
    get: (path, headers = {}) => send(path.startsWith('/m/') ? path : office + path, { headers }),
    post: async (path, fields, { from = path, token, headers = {} } = {}) => {
      const found = token === undefined ? tokenOf((await browser.get(from)).html) : token;
      const body = new URLSearchParams({ ...(found === null ? {} : { _csrf: found }), ...fields });
      return send(path.startsWith('/m/') ? path : office + path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        body,
      });
    },
    login: (login, word = password, code = '') => browser.post('/login', { login, password: word, code }),
  };
  return browser;
};
