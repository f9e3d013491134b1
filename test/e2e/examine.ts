import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { cutOff, enlargeText, stickingOut, textSize } from './measure.ts';
import { faintChartText } from './measure-contrast.ts';

/** A phone and a desk. */
export const widths = [375, 1280] as const;
export type Width = (typeof widths)[number];
/** The narrowest window a page must fit (WCAG 2.2, 1.4.10). */
const narrowest = 320;
const height = 900;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `structure`: all but what only classes and widths decide (contrast, large text). */
export type Depth = 'whole' | 'structure';

const axeFindings = async (page: Page, depth: Depth): Promise<readonly string[]> => {
  // Without the second page axe opens to put frames together: no page of ours has frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(rules);
  const { violations } = await (depth === 'whole' ? axe : axe.disableRules('color-contrast')).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .slice(0, 3)
        .map(
          ({ target, failureSummary = '' }) =>
            `${target.join(' ')} (${failureSummary.split('\n')[1]?.trim()})`,
        )
        .join('; ')}`,
  );
};

const atWidth = async (page: Page, width: number): Promise<readonly string[]> => {
  await page.setViewportSize({ width, height });
  return page.evaluate(stickingOut);
};

const enlarged = async (page: Page): Promise<readonly string[]> => {
  const before = await page.evaluate(textSize);
  await page.evaluate(enlargeText, 200);
  const findings = [
    ...((await page.evaluate(textSize)) < before * 1.7 ? ['text does not grow'] : []),
    ...(await page.evaluate(stickingOut)),
    ...(await page.evaluate(cutOff)),
  ];
  await page.evaluate(enlargeText, null);
  return findings;
};

const named = (what: string, findings: readonly string[]): readonly string[] =>
  findings.map((finding) => `${what}: ${finding}`);

/** Everything that must hold for the page that stands open, whatever it is for: what does not is named. */
export const examine = async (
  page: Page,
  width: Width,
  depth: Depth = 'whole',
): Promise<readonly string[]> => {
  const wide = await atWidth(page, width);
  const headings = await page.locator('h1').count();
  return [
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...named(`${width}px`, await axeFindings(page, depth)),
    ...named(`${width}px`, wide),
    ...(depth === 'whole' ? await page.evaluate(faintChartText) : []),
    ...named(`${width}px, text 200%`, depth === 'whole' ? await enlarged(page) : []),
    ...named(`${narrowest}px`, width === 375 ? await atWidth(page, narrowest) : []),
  ];
};
