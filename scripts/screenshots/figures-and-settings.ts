import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { installationFolder } from '../../src/installation.ts';
import type { Camera } from './camera.ts';

const office = '/m/202151/office';
const settings = `${office}/settings`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const photographIndicators = async (page: Page, { shoot }: Camera): Promise<void> => {
  await page.goto(`${office}/indicators`);
  await shoot(page, 'indicator-list', { height: 480 });
  await page.goto(`${office}/indicators/happiness`);
  const row = page.locator('tr', { has: page.locator('th', { hasText: '令和7年度' }) });
  await row.getByLabel('令和7年度の実績値').fill('6.81');
  await row.getByLabel('令和7年度の出典', { exact: true }).fill('市民アンケート');
  await press(page, '下書きとして保存する');
  await page.waitForLoadState('load');
  await shoot(page, 'indicator-values', { height: 1150 });
  await page.goto(`${office}/indicators/happiness/targets`);
  await shoot(page, 'indicator-targets', { height: 1000 });
  await page.goto(`${office}/indicators/new`);
  await shoot(page, 'indicator-define');
};

const photographOrganisation = async (page: Page, { shoot }: Camera): Promise<void> => {
  await page.goto(`${settings}/units/split`);
  await page.getByLabel('分割する組織').selectOption({ label: '企画課' });
  await page.fill('[name="parts.0.name"]', '企画課');
  await page.fill('[name="parts.0.kind"]', '課');
  await page.fill('[name="parts.1.name"]', '行政経営課');
  await page.fill('[name="parts.1.kind"]', '課');
  await page.fill('[name=on]', '2027-04-01');
  await page.fill('[name=reason]', '計画の策定と、評価・予算との連携を分けて受け持つため。');
  await shoot(page, 'unit-split', { height: 1180 });
  await page.goto(`${settings}/units`);
  await shoot(page, 'units');
};

const photographUsers = async (page: Page, { shoot }: Camera): Promise<void> => {
  await page.goto(`${settings}/users`);
  await shoot(page, 'users');
  await page.goto(`${settings}/users/add`);
  await shoot(page, 'user-add');
  await page.goto(`${settings}/users/import`);
  await shoot(page, 'users-import');
};

const photographAccount = async (page: Page, { shoot }: Camera): Promise<void> => {
  await page.goto(`${office}/account`);
  await shoot(page, 'account', { height: 820 });
  await page.goto(`${office}/account/totp`);
  await shoot(page, 'totp', { height: 760 });
};

/** A file of another town: once one that may come in, once one that names areas this town does not have. */
const photographImport = async (page: Page, { shoot }: Camera): Promise<void> => {
  const tried = async (folder: string, file: string) => {
    await page.goto(`${office}/plans/import`);
    await page.setInputFiles('[name=file]', join(installationFolder, 'demo', folder, 'plans', file));
    await press(page, '確かめる');
    await page.waitForLoadState('load');
  };
  await tried('takanezawa', '2-first-strategy.json');
  await shoot(page, 'import-tried');
  await tried('seiro', '1-management-strategy.json');
  await shoot(page, 'import-refused', { height: 760 });
};

export const photographFiguresAndSettings = async (camera: Camera): Promise<void> => {
  const page = await camera.staff('kikaku');
  await photographIndicators(page, camera);
  await photographOrganisation(page, camera);
  await photographUsers(page, camera);
  await page.goto(`${settings}/town`);
  await camera.shoot(page, 'town-settings', { height: 1300 });
  await page.goto(`${settings}/audit`);
  await press(page, '記録が完全かを確かめる');
  await page.waitForLoadState('load');
  await camera.shoot(page, 'audit', { height: 1300 });
  await photographAccount(page, camera);
  await photographImport(page, camera);
};
