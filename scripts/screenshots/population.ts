import type { Camera } from './camera.ts';

const town = '/m/202151';
const office = `${town}/office/population`;

/** A register by districts as towns publish it, made for the picture. */
const made = [
  '都道府県コード又は市区町村コード,地域コード,都道府県名,市区町村名,地域名,調査年月日,総人口,男性,女性,0-4歳の男性,0-4歳の女性,5-9歳の男性,5-9歳の女性,10-14歳の男性,10-14歳の女性,15-19歳の男性,15-19歳の女性,20-24歳の男性,20-24歳の女性,25-29歳の男性,25-29歳の女性,30-34歳の男性,30-34歳の女性,35-39歳の男性,35-39歳の女性,40-44歳の男性,40-44歳の女性,45-49歳の男性,45-49歳の女性,50-54歳の男性,50-54歳の女性,55-59歳の男性,55-59歳の女性,60-64歳の男性,60-64歳の女性,65-69歳の男性,65-69歳の女性,70-74歳の男性,70-74歳の女性,75-79歳の男性,75-79歳の女性,80-84歳の男性,80-84歳の女性,85歳以上の男性,85歳以上の女性,世帯数,備考',
  ...['見本東', '見本西'].map((name, at) => {
    const ages = Array.from({ length: 36 }, (_, age) => 40 + at * 12 + ((age * 7) % 23));
    const men = ages.filter((_, age) => age % 2 === 0).reduce((sum, each) => sum + each, 0);
    const women = ages.filter((_, age) => age % 2 === 1).reduce((sum, each) => sum + each, 0);
    return `202151,${at + 1},長野県,塩尻市,${name},2025-04-01,${men + women},${men},${women},${ages.join(',')},${700 + at * 90},`;
  }),
].join('\r\n');

const photographPublic = async ({ visitor, shoot }: Camera): Promise<void> => {
  const page = await visitor();
  await page.goto(`${town}/population`);
  await shoot(page, 'population-public', { height: 1000 });
  await shoot(page, 'population-public-pyramid', { from: '#pyramid', height: 860 });
  await page.goto(`${town}/population?scenario=reach-65000`);
  await shoot(page, 'population-public-levers', { from: '#assumptions', height: 640 });
  await page.goto(`${town}/population/scenarios/reach-65000`);
  await shoot(page, 'population-public-scenario', { height: 900 });
  const phone = await visitor('phone');
  await phone.goto(`${town}/population`);
  await shoot(phone, 'population-public-phone');
};

/** Population for citizens, and for the office: figures taken in, a scenario worked on. Nothing is saved. */
export const photographPopulation = async (camera: Camera): Promise<void> => {
  const { staff, shoot } = camera;
  await photographPublic(camera);
  const planner = await staff('kikaku');
  await planner.goto(`${office}/import`);
  await planner.setInputFiles('input[type=file]', {
    name: '見本_地域年齢別人口.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${made}\r\n`),
  });
  await planner.getByRole('button', { name: '読み取って確かめる' }).click();
  await planner.waitForLoadState('load');
  await shoot(planner, 'population-import', { height: 920 });
  await planner.goto(`${office}/scenarios/reach-65000`);
  await shoot(planner, 'population-workbench', { height: 900 });
  await shoot(planner, 'population-backcast', { from: '#part-backcast', height: 900 });
};
