/** An item of a plan, as far as a roll-up needs it. */
interface PlacedItem {
  readonly planKey: string;
  readonly itemKey: string;
  readonly parentKey: string | null;
  readonly levelKey: string;
}

interface Places {
  readonly items: readonly PlacedItem[];
  readonly links: readonly {
    readonly planKey: string;
    readonly itemKey: string;
    readonly indicatorKey: string;
  }[];
}

/** One name for an item among all plans of a town. */
export const itemGroup = (planKey: string, itemKey: string): string => `${planKey}/${itemKey}`;

/**
 * What each indicator belongs to: its plans ('plan'), its items with everything above them ('item', and once more by
 * their level: 'field', 'measure' …), its unit ('unit'). An indicator of two items
 * of one branch belongs to that branch once. Indicators without a place are not in the map.
 */
export const groupsByIndicator = (
  { items, links }: Places,
  unitOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> => {
  const byName = new Map(items.map((item) => [itemGroup(item.planKey, item.itemKey), item]));
  const above = (start: PlacedItem | undefined): readonly string[] => {
    const names: string[] = [];
    for (let item = start; item !== undefined; ) {
      const name = itemGroup(item.planKey, item.itemKey);
      // A cycle is refused where the tree is edited; it must not hang a page.
      if (names.includes(name)) break;
      names.push(name);
      item = item.parentKey === null ? undefined : byName.get(itemGroup(item.planKey, item.parentKey));
    }
    return names;
  };
  const levels = (names: Iterable<string>): Readonly<Record<string, readonly string[]>> => {
    const byLevel = new Map<string, string[]>();
    for (const name of names) {
      const levelKey = byName.get(name)?.levelKey ?? '';
      byLevel.set(levelKey, [...(byLevel.get(levelKey) ?? []), name]);
    }
    return Object.fromEntries(byLevel);
  };
  const found = new Map<string, { plan: Set<string>; item: Set<string> }>();
  for (const { planKey, itemKey, indicatorKey } of links) {
    const groups = found.get(indicatorKey) ?? { plan: new Set(), item: new Set() };
    found.set(indicatorKey, groups);
    groups.plan.add(planKey);
    for (const name of above(byName.get(itemGroup(planKey, itemKey)))) groups.item.add(name);
  }
  const all = new Set([...found.keys(), ...unitOf.keys()]);
  return new Map(
    [...all].map((indicatorKey) => {
      const groups = found.get(indicatorKey);
      const unit = unitOf.get(indicatorKey);
      return [
        indicatorKey,
        {
          ...levels(groups?.item ?? []),
          plan: [...(groups?.plan ?? [])],
          item: [...(groups?.item ?? [])],
          unit: unit === undefined ? [] : [unit],
        },
      ];
    }),
  );
};
