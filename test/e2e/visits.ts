import type { Visitor } from '../walk/visitor.ts';
import { type Depth, examine, type Width, widths } from './examine.ts';
import type { Site } from './site.ts';

export interface Visit {
  readonly address: string;
  readonly width: Width;
  readonly depth: Depth;
}

/** Of which parts a page is made, whatever stands in them: the kinds of its elements with their classes and roles. */
export const partsOf = (html: string): readonly string[] => [
  ...new Set(
    [
      ...html.matchAll(/<(\w+)((?:\s+(?:class|role|type|name|open|disabled|aria-current)(?:="[^"]*")?)*)/g),
    ].map(([part]) => part.replaceAll(/\d+/g, '')),
  ),
];

/** Remembers what it was asked: true when something of it is there for the first time. */
export const newcomers = (): ((things: readonly string[]) => boolean) => {
  const seen = new Set<string>();
  return (things) => things.filter((thing) => !seen.has(thing) && seen.add(thing)).length > 0;
};

/** Pages of one shape and of no new part that are looked at. */
const mostAlike = 40;

/**
 * Of every shape the first page as a whole at both widths; every page with a part not met before as a whole at one,
 * by turns; of the others, forty of a shape their structure, on a phone: hundreds of programmes are made by the same
 * code of the same parts. `shapeOf` says which pages are made by the same code from the same choices, `partsAt` of which
 * parts.
 */
export const visitsTo = (
  addresses: readonly string[],
  shapeOf: (address: string) => string,
  partsAt: (address: string) => readonly string[],
): readonly Visit[] => {
  const isNewShape = newcomers();
  const hasNewPart = newcomers();
  const alike = new Map<string, number>();
  let turn = 0;
  return addresses.flatMap((address): readonly Visit[] => {
    const newParts = hasNewPart(partsAt(address));
    if (isNewShape([shapeOf(address)])) return widths.map((width) => ({ address, width, depth: 'whole' }));
    if (!newParts) {
      const count = (alike.get(shapeOf(address)) ?? 0) + 1;
      alike.set(shapeOf(address), count);
      return count > mostAlike ? [] : [{ address, width: 375, depth: 'structure' }];
    }
    turn += 1;
    return [{ address, width: turn % 2 === 0 ? 375 : 1280, depth: 'whole' }];
  });
};

/** Opens every address in a browser and examines it; two windows at a time. What is wrong is named by its address. */
export const examineAll = async (
  site: Site,
  visits: readonly Visit[],
  as?: Visitor,
): Promise<readonly string[]> => {
  const waiting = [...visits];
  const findings: string[] = [];
  const lane = async () => {
    const { page, complaints, close } = await site.open(as === undefined ? {} : { as });
    for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) {
      const { address, width, depth } = visit;
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.address + address, { waitUntil: 'load' });
      const found = [...(await examine(page, width, depth)), ...complaints.take()];
      findings.push(...found.map((finding) => `${address} ${finding}`));
    }
    await close();
  };
  await Promise.all([lane(), lane()]);
  return findings;
};
