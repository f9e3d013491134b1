import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compressPng } from './compress-png.ts';

interface Shot {
  /** CSS selector of what the picture begins with; else the top of the page. */
  readonly from?: string;
  /** CSS pixels; else what an ordinary screen shows. */
  readonly height?: number;
}

export interface Camera {
  /** A visitor of their own: another browser profile. */
  readonly visitor: (kind?: 'desk' | 'phone') => Promise<Page>;
  /** Logs in with an account of the demonstration data. */
  readonly staff: (login: string, town?: string) => Promise<Page>;
  /** Writes docs/images/{name}.png. */
  readonly shoot: (page: Page, name: string, shot?: Shot) => Promise<void>;
}

const sizes = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 375, height: 760 }, hasTouch: true, isMobile: true },
} as const;

export interface CameraSettings {
  readonly browser: Browser;
  /** http://localhost:… */
  readonly address: string;
  /** Six-digit code of the town whose staff log in. */
  readonly town: string;
  readonly password: string;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export const openCamera = (settings: CameraSettings): Camera => {
  const { browser, address, town, password, folder, say } = settings;
  const visitor: Camera['visitor'] = async (kind = 'desk') => {
    const context = await browser.newContext({
      ...sizes[kind],
      baseURL: address,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
    });
    return context.newPage();
  };
  return {
    visitor,
    staff: async (login, of = town) => {
      const page = await visitor();
      await page.goto(`/m/${of}/office/login`);
      await page.fill('[name=login]', login);
      await page.fill('[name=password]', password);
      await page.getByRole('button', { name: 'ログイン', exact: true }).click();
      await page.waitForURL(/\/office$/);
      return page;
    },
    shoot: async (page, name, { from, height } = {}) => {
      const view = page.viewportSize() ?? sizes.desk.viewport;
      // A window as tall as the picture: a bar that sticks to its lower edge stays there.
      const window = { width: view.width, height: height ?? view.height };
      await page.setViewportSize(window);
      await page.evaluate((selector) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        const place = selector === null ? null : document.querySelector(selector);
        scrollTo(0, place === null ? 0 : place.getBoundingClientRect().top + scrollY - 16);
        return document.fonts.ready;
      }, from ?? null);
      const file = compressPng(await page.screenshot());
      await page.setViewportSize(view);
      writeFileSync(join(folder, `${name}.png`), file);
      say(`${name}.png  ${window.width}×${window.height}  ${Math.round(file.length / 1024)} KB`);
    },
  };
};
