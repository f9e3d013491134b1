import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { actingWith, someTown } from '../../../test/factories/town.ts';
import type { Database } from '../../db/connection.ts';
import { hasOwnTowns } from '../../db/has-own-towns.ts';
import { listGrants } from '../../db/role-grant.ts';
import { withTenant } from '../../db/tenant.ts';
import { findCredentialsByLogin } from '../../db/user.ts';
import type { MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { Acting } from '../acting.ts';
import { verifyPassword } from '../sign-in/password.ts';
import { importTown } from '../town/import-town.ts';
import { createDemoUsers } from './create-demo-users.ts';

const demoTown = '202151' as MunicipalityCode;
const ownTown = '332143' as MunicipalityCode;

describeEachDatabase('見本の利用者', (open) => {
  let db: Database;
  const acting = (town: MunicipalityCode, actor = 'demo'): Acting => ({
    ...actingWith(db, town, 'planner', 'administrator'),
    as: { municipality: town, actor, origin: actor },
  });

  beforeAll(async () => {
    db = await open();
    await importTown(acting(demoTown), someTown(demoTown), { dryRun: false, publish: true });
  });

  it('八つの役割があり、課の役割は課に、部長は部に付き、二度目は何も足さない', async () => {
    const made = await createDemoUsers(acting(demoTown));
    expect(made.ok && made.value).toEqual([
      'kikaku',
      'zaisei',
      'ka-tanto',
      'kacho',
      'bucho',
      'shicho',
      'gaibu',
      'kansa',
    ]);
    expect(await createDemoUsers(acting(demoTown))).toEqual({ ok: true, value: [] });
    await withTenant(db, acting(demoTown).as, async (tx) => {
      const grantsOf = async (login: string) => {
        const user = await findCredentialsByLogin(tx, login);
        if (user === null) throw new Error(`no ${login}`);
        expect(await verifyPassword(user.passwordHash, 'rashin-demo')).toBe(true);
        return (await listGrants(tx, user.userId)).map(({ role, unitKey }) => [role, unitKey]);
      };
      expect(await grantsOf('ka-tanto')).toEqual([['unit-staff', `ka-${demoTown}`]]);
      expect(await grantsOf('bucho')).toEqual([['division-head', `bu-${demoTown}`]]);
      expect(await grantsOf('kikaku')).toEqual(
        expect.arrayContaining([
          ['planner', null],
          ['administrator', null],
        ]),
      );
    });
  });

  it('見本のほかに団体があるかどうかは、監査記録の最初の行で分かる', async () => {
    expect(await hasOwnTowns(db)).toBe(false);
    await importTown(acting(ownTown, 'cli'), someTown(ownTown, { units: [] }), {
      dryRun: false,
      publish: false,
    });
    expect(await hasOwnTowns(db)).toBe(true);
  });

  it('組織のない団体には、課と部の役割の利用者を作らない', async () => {
    const made = await createDemoUsers(acting(ownTown));
    expect(made.ok && made.value).toEqual(['kikaku', 'zaisei', 'shicho', 'gaibu', 'kansa']);
  });
});
