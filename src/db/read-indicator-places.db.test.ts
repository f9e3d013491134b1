import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { openTowns } from '../../test/factories/public-towns.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import type { Database } from './connection.ts';
import { loadIndicatorPlaces } from './read-indicator-places.ts';
import { withPublic } from './tenant.ts';

const municipality = '202151' as MunicipalityCode;

describeEachDatabase('指標のある施策を読む', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await openTowns(db);
  });

  const read = (revision: number, keys?: readonly string[]) =>
    withPublic(db, { municipality }, async (tx) => {
      const revisions = [
        { planKey: 'dai5ji', revision: 1 },
        { planKey: 'dai6ji', revision },
      ];
      const { items, links } = await loadIndicatorPlaces(tx, revisions, keys);
      return {
        items: items.map(({ planKey, itemKey, parentKey }) => [planKey, itemKey, parentKey]),
        links: links.map(({ planKey, itemKey, indicatorKey }) => [planKey, itemKey, indicatorKey]),
      };
    });

  it('指標を名指さなければ、その版のすべての施策', async () => {
    expect(await read(2)).toEqual({
      items: [
        ['dai5ji', 'a', null],
        ['dai6ji', 'a', null],
        ['dai6ji', 'kosodate', 'a'],
        ['dai6ji', 'bunka', 'a'],
      ],
      links: [['dai6ji', 'kosodate', 'happiness']],
    });
  });

  it.each([1, 2])('名指せば、その指標の施策とその上だけ（第%i版）', async (revision) => {
    expect(await read(revision, ['happiness', 'nothing'])).toEqual({
      items: [
        ['dai6ji', 'a', null],
        ['dai6ji', 'kosodate', 'a'],
      ],
      links: [['dai6ji', 'kosodate', 'happiness']],
    });
  });

  it.each([[[]], [['nothing']]])('施策のない指標 %j には、何もない', async (keys) => {
    expect(await read(2, keys)).toEqual({ items: [], links: [] });
  });
});
