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

/**
 * Chromium sometimes takes a field of a folded part that stands open for hidden until the part is laid out anew (seen
 * on a busy machine), and what is typed is then lost: the parts around the field are shut and opened, and it is filled
 * again, until the text stands in it.
 */
export const fillIn = (field: Locator, text: string): Promise<void> =>
  vi.waitFor(
    async () => {
      // Only what the page shows as open: a part the program left shut is a fault, not to be helped over.
      expect(await field.evaluate((element) => element.closest('details:not([open])') !== null)).toBe(false);
      await field.evaluate((element) => {
        for (let part = element.closest('details'); part !== null; ) {
          part.open = false;
          void part.offsetHeight;
          part.open = true;
          part = part.parentElement?.closest('details') ?? null;
        }
      });
      await field.scrollIntoViewIfNeeded({ timeout: 2000 }).catch(() => undefined);
      await field.fill(text, { force: true });
      expect(await field.inputValue()).toBe(text);
    },
    { timeout: 15_000, interval: 200 },
  );
