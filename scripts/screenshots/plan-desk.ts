import type { Page } from 'playwright-core';
import type { Camera } from './camera.ts';

const office = '/m/202151/office';
const plan = `${office}/plans/mirai-toshi-senryaku`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
};

const startRevision = async (page: Page, { shoot }: Camera): Promise<string> => {
  await page.goto(`${office}/plans`);
  await shoot(page, 'plan-list', { height: 620 });
  await page.goto(plan);
  await page.fill('[name=label]', '令和8年度改定');
  await shoot(page, 'plan-versions');
  await press(page, '改定を始める');
  await page.waitForURL(/\/revisions\/\d+/);
  return new URL(page.url()).pathname;
};

/** The tree: an item is added and one is moved, which asks for the reason. */
const arrange = async (page: Page, desk: string, { shoot }: Camera): Promise<void> => {
  await page.goto(desk);
  await page.getByText('動かし方').click();
  await shoot(page, 'tree', { height: 1080 });
  await page.getByText('動かし方').click();
  await page.getByText('項目を加える').click();
  await page.locator('tr[data-key="strategy-a"] input[type=radio]').check();
  await page.fill('#insert-title', '若者の居場所・つながり');
  await shoot(page, 'tree-add');
  await page.getByRole('button', { name: '加える', exact: true }).last().click();
  await page.locator('tr', { hasText: '若者の居場所' }).first().waitFor();
  await page.locator('tr[data-key="field-6"] input[type=radio]').check();
  await press(page, '移す…');
  await page.locator('dialog').waitFor();
  await page.locator('dialog [name=under]').selectOption('strategy-c');
  await page.fill('dialog [name=reason]', '支え合いと協働を、同じ戦略の下で進めるため。');
  await shoot(page, 'tree-move');
  await page.locator('dialog').getByRole('button', { name: '決める' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};

const writeItem = async (page: Page, other: Page, desk: string, { shoot }: Camera): Promise<void> => {
  const item = `${desk}/items/field-1`;
  await other.goto(item);
  await page.goto(item);
  const desired = page.locator('[name=desiredState]');
  await desired.fill(
    (await desired.inputValue()).replace('安心して暮らしている', '安心して、自分らしく暮らしている'),
  );
  await page.fill('[name=issue]', '相談の窓口が部署ごとに分かれ、家庭が何度も説明している。');
  await page.locator('[data-autosave-state="saved"]').waitFor();
  await shoot(page, 'item-edit', { height: 1100 });
  await press(page, '保存する');
  await settled(page);
  await shoot(page, 'item-saved', { height: 1100 });

  await other.fill('[name=issue]', '子育ての相談先が分かりにくく、支援が届くまでに時間がかかっている。');
  await other.fill('[name=approach]', '相談を一つの窓口で受け、関係する課がそろって支える。');
  await press(other, '保存する');
  await settled(other);
  await shoot(other, 'item-meeting', { height: 1250 });
  await press(other, '保存する');
  await settled(other);
};

const compare = async (page: Page, desk: string, { shoot }: Camera): Promise<void> => {
  await page.goto(`${desk}/difference`);
  await shoot(page, 'difference-inline', { height: 1250 });
  await page.getByLabel('見せ方').selectOption({ label: '新旧対照表' });
  await press(page, '比べる');
  await settled(page);
  await shoot(page, 'difference-table', { height: 1250 });
  await page.goto(`${desk}/preview/items/field-1`);
  await shoot(page, 'preview');
  await page.goto(`${desk}/checks`);
  await shoot(page, 'checks');
  await page.goto(`${desk}/lineage`);
  await shoot(page, 'lineage');
};

const publish = async (planner: Page, mayor: Page, desk: string, { shoot }: Camera): Promise<void> => {
  await planner.goto(`${desk}/flow`);
  await shoot(planner, 'flow-draft', { height: 940 });
  await mayor.goto(`${desk}/flow`);
  await shoot(mayor, 'flow-approve', { height: 760 });
  await press(mayor, '承認する');
  await settled(mayor);
  await planner.goto(`${desk}/flow`);
  await planner.fill('[name=reason]', '子育ての相談の課題を見直し、協働の分野を基本戦略Cへ移した。');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
  await planner.fill('[name=effectiveOn]', today);
  await shoot(planner, 'flow-publish', { height: 1000 });
  await press(planner, 'この内容で公開する');
  await settled(planner);
  await shoot(planner, 'flow-published', { height: 620 });
};

/** A revision of the plan from its beginning to the public page, by those whose part it is. */
export const photographPlanDesk = async (camera: Camera): Promise<void> => {
  const { visitor, staff, shoot } = camera;
  const login = await visitor();
  await login.goto(`${office}/login`);
  await shoot(login, 'login', { height: 700 });
  const [planner, colleague, mayor] = [await staff('kikaku'), await staff('ka-tanto'), await staff('shicho')];
  await planner.goto(office);
  await shoot(planner, 'todo');
  const desk = await startRevision(planner, camera);
  await arrange(planner, desk, camera);
  await planner.goto(`${desk}/items/field-1`);
  await planner.getByRole('group', { name: '主管' }).getByLabel('企画課').check();
  await press(planner, '保存する');
  await settled(planner);
  await writeItem(planner, colleague, desk, camera);
  await compare(planner, desk, camera);
  await publish(planner, mayor, desk, camera);
  await planner.goto(`${plan}/roll-forward`);
  await shoot(planner, 'roll-forward', { height: 1300 });

  await login.goto('/m/202151/history');
  await shoot(login, 'public-history', { height: 1250 });
};
