import type { Camera } from './camera.ts';

const town = '/m/202151';

/** What citizens see, before anybody has changed anything. */
export const photographPublicPages = async ({ visitor, shoot }: Camera): Promise<void> => {
  const page = await visitor();
  await page.goto('/');
  await shoot(page, 'public-directory', { height: 620 });
  await page.goto(town);
  await shoot(page, 'public-home', { height: 1500 });
  await page.goto(`${town}/plans/mirai-toshi-senryaku`);
  await shoot(page, 'public-plan');
  await shoot(page, 'public-review-calendar', { from: '#calendar', height: 420 });
  await page.goto(`${town}/plans/mirai-toshi-senryaku/items/field-1`);
  await shoot(page, 'public-item', { height: 1300 });
  await page.goto(`${town}/indicators/population`);
  await shoot(page, 'public-indicator', { height: 1200 });
  await page.goto(`/m/332143/sdgs`);
  await shoot(page, 'public-sdgs');
  await page.goto(`${town}/open-data`);
  await shoot(page, 'public-open-data');
  await page.goto(`/en${town}`);
  await shoot(page, 'public-home-en');

  const phone = await visitor('phone');
  await phone.goto(town);
  await shoot(phone, 'public-home-phone');
  await phone.goto(`${town}/plans/mirai-toshi-senryaku/items/field-1`);
  await shoot(phone, 'public-item-phone');
};
