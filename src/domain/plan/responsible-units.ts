import type { PlanItem } from './item.ts';

/** 主管 of an item; one that names none belongs to those of the nearest item above that does. */
export const responsibleUnits = (
  items: readonly Pick<PlanItem, 'itemKey' | 'parentKey' | 'leadUnitKeys'>[],
  itemKey: string,
): readonly string[] => {
  const byKey = new Map(items.map((item) => [item.itemKey, item]));
  const seen = new Set<string>();
  let item = byKey.get(itemKey);
  while (
    item !== undefined &&
    item.leadUnitKeys.length === 0 &&
    item.parentKey !== null &&
    !seen.has(item.itemKey)
  ) {
    seen.add(item.itemKey);
    item = byKey.get(item.parentKey);
  }
  return item?.leadUnitKeys ?? [];
};
