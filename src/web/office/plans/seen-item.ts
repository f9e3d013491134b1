import type { SeenItem } from '../../../app/plan/arrange-items.ts';
import type { PlanItem } from '../../../domain/plan/item.ts';

/** What the tree says about an item when it is chosen: key, version of its text, and where it stands. */
export const printSeen = (item: PlanItem, version: number): string =>
  [item.itemKey, String(version), item.parentKey ?? ''].join('~');

export const readSeen = (text: string): SeenItem | null => {
  const [itemKey = '', version = '', parentKey, more] = text.split('~');
  if (itemKey === '' || !/^\d{1,9}$/u.test(version) || parentKey === undefined || more !== undefined)
    return null;
  return { itemKey, version: Number(version), parentKey: parentKey === '' ? null : parentKey };
};
