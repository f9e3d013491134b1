import type { Camera } from './camera.ts';

const shiojiri = '/m/202151/office';
const seiro = '/m/153079/office';

/** The settings of the year, and the three years of the implementation plan. */
export const photographYear = async ({ staff, shoot }: Camera): Promise<void> => {
  const planner = await staff('kikaku');
  await planner.goto(`${shiojiri}/cycle`);
  await shoot(planner, 'cycle', { height: 1200 });
  await planner.goto(`${shiojiri}/cycle/start`);
  await shoot(planner, 'cycle-start', { height: 1100 });
  const finance = await staff('zaisei', '153079');
  await finance.goto(`${seiro}/implementation/2026/sheet?unit=somu`);
  await shoot(finance, 'implementation-sheet', { height: 900 });
};
