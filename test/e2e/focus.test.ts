import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

interface Stop {
  readonly name: string;
  /** What is wrong with it, '' for nothing. */
  readonly wrong: string;
}

/** Measured in the page: the element that has the focus. */
const focused = async (): Promise<Stop | null> => {
  // The browser scrolls to it before the next picture.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const label = element.getAttribute('aria-label') ?? element.innerText ?? '';
  const name =
    `${element.localName}${element.id === '' ? '' : `#${element.id}`} ${label.slice(0, 20)}`.trim();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const ring = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const [box] = element.getClientRects();
  if (!ring) return { name, wrong: 'no ring' };
  if (box === undefined || box.width === 0) return { name, wrong: 'no place' };
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!inside) return { name, wrong: 'out of sight' };
  // Nothing lies over all of it (WCAG 2.2, 2.4.11).
  const parts = [0.1, 0.5, 0.9];
  const points = parts.flatMap((across) =>
    parts.map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
  );
  const covered = points.every(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && !element.contains(top) && !top.contains(element);
  });
  return { name, wrong: covered ? 'covered' : '' };
};

it.each([
  ['公開: ホーム', null, '/m/202151', 375],
  ['公開: 計画', null, '/m/153079/plans/keiei-senryaku', 1280],
  ['公開: 項目', null, '/m/202151/plans/mirai-toshi-senryaku/items/field-1', 375],
  ['公開: 指標', null, '/en/m/202151/indicators/happiness-distribution', 1280],
  ['公開: 新旧対照表', null, '/m/202151/history?plan=mirai-toshi-senryaku&revision=2&view=table', 375],
  ['職員: ログイン', null, '/m/202151/office/login', 375],
  ['職員: やること', 'kikaku', '/m/202151/office', 375],
  ['職員: 体系', 'kikaku', '/m/202151/office/plans/chuki-senryaku-1/revisions/2', 1280],
  ['職員: 項目', 'kikaku', '/m/202151/office/plans/chuki-senryaku-1/revisions/2/items/project-1', 375],
  ['職員: 実績値', 'kikaku', '/m/202151/office/indicators/happiness', 1280],
  ['職員: 団体の設定', 'kikaku', '/m/202151/office/settings/town', 375],
])('%s: Tab で進み、Shift+Tab で戻れ、どこにいるかがいつも見える', async (_, login, path, width) => {
  const as = login === null ? {} : { as: await site.staff('202151', login) };
  const { page, close } = await site.open({ ...as, width });
  await page.goto(site.address + path, { waitUntil: 'load' });
  const walkBy = async (key: string): Promise<readonly Stop[]> => {
    const stops: Stop[] = [];
    for (let presses = 0; presses < 600; presses += 1) {
      await page.keyboard.press(key);
      const stop = await page.evaluate(focused);
      if (stop === null) break;
      stops.push(stop);
    }
    return stops;
  };
  const stops = await walkBy('Tab');
  const back = await walkBy('Shift+Tab');
  await close();
  // The first is the way past the menu; the last Tab leaves the page: nothing holds the focus.
  expect(stops[0]?.name).toMatch(/本文へ|Skip/);
  expect(stops.length).toBeGreaterThan(5);
  expect(stops.length).toBeLessThan(600);
  expect(back.length).toBeGreaterThanOrEqual(stops.length - 1);
  expect([...stops, ...back].filter(({ wrong }) => wrong !== '')).toEqual([]);
});
