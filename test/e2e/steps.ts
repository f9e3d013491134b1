import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** Clicks what leads to another page and waits until that page is whole, its scripts included. */
export const goOn = async (page: Page, target: Locator | string): Promise<void> => {
  await Promise.all([
    page.waitForEvent('load'),
    (typeof target === 'string' ? page.locator(target) : target).first().click(),
  ]);
};

/** Presses a button of that name that sends its form. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  goOn(page, page.getByRole('button', { name, exact: typeof name === 'string' }));

/** As a browser does when a page is shown again: every part of it gets its place anew. */
const layOutAnew = (field: Locator): Promise<void> =>
  field.evaluate((element) => {
    for (let part = element.closest('details'); part !== null; ) {
      part.open = false;
      void part.offsetHeight;
      part.open = true;
      part = part.parentElement?.closest('details') ?? null;
    }
    const root = document.documentElement;
    root.style.display = 'none';
    void root.offsetHeight;
    root.style.display = '';
  });

/**
 * Chromium sometimes takes a field that stands there for hidden until its part is laid out anew, and what is typed is
 * then lost: the page is laid out anew and the field is clicked and filled again, until the text stands in it.
 */
export const fillIn = (field: Locator, text: string): Promise<void> =>
  vi.waitFor(
    async () => {
      // Only what the page shows as open: a part the program left shut is a fault, not to be helped over.
      expect(await field.evaluate((element) => element.closest('details:not([open])') !== null)).toBe(false);
      await layOutAnew(field);
      await field.scrollIntoViewIfNeeded({ timeout: 2000 }).catch(() => undefined);
      await field.click({ timeout: 2000 }).catch(() => undefined);
      await field.fill(text, { force: true });
      expect(await field.inputValue()).toBe(text);
    },
    { timeout: 15_000, interval: 200 },
  );
