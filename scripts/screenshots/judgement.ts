import type { Camera } from './camera.ts';

const town = '/m/011002';
const office = `${town}/office`;

/** Judgement of indicators: the town whose published figures were judged. */
export const photographJudgement = async ({ visitor, staff, shoot }: Camera): Promise<void> => {
  const citizen = await visitor();
  await citizen.goto(`${town}/indicators`);
  await shoot(citizen, 'public-indicators-judged', { height: 1000 });
  await citizen.goto(`${town}/indicators/childcare-as-wished`);
  await shoot(citizen, 'public-indicator-judged', { height: 1300 });
  await citizen.goto(`${town}/judgements/2024`);
  await shoot(citizen, 'public-judgements', { height: 1000 });
  await citizen.goto(`${town}/changes/2024`);
  await shoot(citizen, 'public-changes', { height: 1000 });
  await citizen.goto('/indicators/total-fertility-rate');
  await shoot(citizen, 'public-common-indicators', { height: 900 });

  const planner = await staff('kikaku', '011002');
  await planner.goto(`${office}/judgement`);
  await shoot(planner, 'judgement');
  await planner.goto(`${office}/dashboard`);
  await shoot(planner, 'dashboard', { height: 1200 });
  await planner.goto(`${office}/judgement/2024`);
  await shoot(planner, 'judgement-sheet', { height: 1100 });
  await planner.goto(`${office}/indicators/birth-rate/judgement`);
  await shoot(planner, 'judgement-by-hand', { height: 1000 });
  await planner.goto(`${office}/judgement/schemes/new`);
  await planner.getByRole('button', { name: '下書きを作る', exact: true }).click();
  await planner.waitForLoadState('load');
  await shoot(planner, 'judgement-scheme', { from: '#axes', height: 1400 });
};

/** Collecting the figures of a year. */
export const photographCollection = async ({ staff, shoot }: Camera): Promise<void> => {
  const planner = await staff('kikaku');
  await planner.goto('/m/202151/office/collections/2025');
  await shoot(planner, 'collection', { height: 1000 });
  const sheet = planner.locator('a[href*="/units/"]').first();
  await sheet.click();
  await planner.waitForLoadState('load');
  await shoot(planner, 'collection-sheet', { height: 900 });
};
