import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, type Drafts, openDesk } from '../../../test/factories/drafts.ts';
import { ofUnit } from '../../../test/factories/office.ts';
import { listGrantsOn } from '../../db/role-grant.ts';
import { reorganiseUnits } from '../organisation/reorganise-units.ts';

let desk: Desk;
let drafts: Drafts;
const users = new Map<string, string>();
const on = '2027-04-01';
const before = '2027-03-31';
const add = async (login: string, unitKey: string) =>
  users.set(login, await desk.office.addUser(login, [ofUnit('unit-staff', unitKey)]));

beforeAll(async () => {
  desk = await openDesk();
  drafts = await desk.newDraft();
  await add('kara-aru', 'kodomo');
  const done = await reorganiseUnits(drafts.as('kikaku'), {
    kind: 'rename',
    unitKey: 'kodomo',
    unit: { unitKey: 'katei', name: 'こども家庭課', kind: '課', parentKey: null },
    on,
    reason: '改編のため',
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  // Added while the end of the unit is known already.
  await add('ato-kara', 'kodomo');
  await add('doboku-tanto', 'doboku');
});
afterAll(() => desk.office.db.close());

const heldOn = async (login: string, day: string) =>
  (await desk.office.read((tx) => listGrantsOn(tx, users.get(login) ?? '', day))).map(
    ({ unitKey }) => unitKey,
  );

/** Whether the item of こども未来課 is open to the person's pen on the day. */
const writes = async (login: string, day: string): Promise<boolean> => {
  const start = desk.office.clock.now;
  desk.office.clock.now = new Date(`${day}T09:00:00+09:00`);
  const browser = desk.office.browser();
  await browser.login(login);
  const page = await browser.get(`/plans/${drafts.planKey}/revisions/2/items/a-1`);
  desk.office.clock.now = start;
  expect(page.status).toBe(200);
  return !page.html.includes('この項目は読むだけです');
};

describe('組織改編のあとの役割', () => {
  it.each(['kara-aru', 'ato-kara'])('%s: 前の日までは元の課、その日からは引き継いだ課だけ', async (login) => {
    expect([await heldOn(login, before), await heldOn(login, on)]).toEqual([['kodomo'], ['katei']]);
    expect([await writes(login, before), await writes(login, on)]).toEqual([true, true]);
  });

  it('関係のない課の人は、前もその後も書けない', async () => {
    expect([await writes('doboku-tanto', before), await writes('doboku-tanto', on)]).toEqual([false, false]);
  });
});

describe('先の日付で入れた部の統合', () => {
  it('その日までも、その日からも、部長は課の項目に書ける', async () => {
    const kikaku = drafts.as('kikaku');
    const made = (unitKey: string, name: string) => ({ unitKey, name, kind: '部', parentKey: null });
    const added = { kind: 'add', unit: made('kensetsu-bu', '建設部'), on: '2026-10-01' } as const;
    expect(await reorganiseUnits(kikaku, added)).toMatchObject({ ok: true });
    await desk.office.addUser('bucho', [ofUnit('division-head', 'kodomo-bu')]);
    await desk.office.addUser('hoka', [ofUnit('division-head', 'kensetsu-bu')]);
    const merged = await reorganiseUnits(kikaku, {
      kind: 'merge',
      unitKeys: ['kodomo-bu', 'kensetsu-bu'],
      unit: made('kurashi-bu', 'くらし部'),
      on: '2027-02-01',
      reason: '統合',
    });
    expect(merged).toMatchObject({ ok: true });
    const days = ['2026-11-21', '2027-01-31', '2027-02-01'];
    const written = async (login: string) => {
      const found: boolean[] = [];
      for (const day of days) found.push(await writes(login, day));
      return found;
    };
    expect([await written('bucho'), await written('hoka')]).toEqual([
      [true, true, true],
      [false, false, true],
    ]);
  });
});
