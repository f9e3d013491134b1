import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, type Office, openOffice, wholeTown } from '../../../../test/factories/office.ts';
import { listAreas } from '../../../db/read-town.ts';

let office: Office;
let first: Browser;
let second: Browser;
let path = '';
const areas = () => office.read(async (tx) => await listAreas(tx));
const seenIn = (html: string): string =>
  (/name="seen" value="([^"]*)"/u.exec(html)?.[1] ?? '').replaceAll('&quot;', '"');
beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  await office.addUser('kanri', [wholeTown('administrator')]);
  first = office.browser();
  second = office.browser();
  await first.login('kikaku');
  await second.login('kanri');
  await first.post('/settings/areas', { name: '大門', layer: 'district', parentKey: '' });
  path = `/settings/areas/${(await areas())[0]?.areaKey}`;
});
afterAll(() => office.db.close());

it('エリアを二人が変えると、後の人に告げ、入力を残し、見たうえで保存できる', async () => {
  const opened = seenIn((await second.get(path)).html);
  const theirs = { name: '大門地区', layer: 'district', parentKey: '', seen: opened };
  expect((await first.post(path, theirs)).status).toBe(303);

  const met = await second.post(path, {
    name: '大門',
    layer: 'school-district',
    parentKey: '',
    seen: opened,
  });
  expect(met.status).toBe(409);
  expect(met.html).toContain('職員 kikakuさんがこのエリアを変えました（いまの名前は「大門地区」）');
  expect(met.html).toContain('value="大門"');
  expect(await areas()).toMatchObject([{ name: '大門地区', layer: 'district' }]);

  const again = { name: '大門', layer: 'school-district', parentKey: '', seen: seenIn(met.html) };
  expect((await second.post(path, again)).status).toBe(303);
  expect(await areas()).toMatchObject([{ name: '大門', layer: 'school-district' }]);
});
