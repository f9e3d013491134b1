import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';

interface Index {
  readonly items: ReadonlyMap<string, PlanItem>;
  readonly levels: ReadonlyMap<string, LevelDefinition>;
}

const indexOf = (levels: readonly LevelDefinition[], items: readonly PlanItem[]): Index => ({
  items: new Map(items.map((item) => [item.itemKey, item])),
  levels: new Map(levels.map((level) => [level.levelKey, level])),
});

const at = (item: PlanItem, field: string): readonly string[] => ['items', item.itemKey, field];

const duplicateKeys = (items: readonly PlanItem[]): readonly Problem[] => {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const again = seen.has(item.itemKey);
    seen.add(item.itemKey);
    return again
      ? [errorAt('item-key-duplicate', at(item, 'itemKey'), { key: item.itemKey, title: item.title })]
      : [];
  });
};

/** Each circle once, named by the first of its items as listed. */
const circles = (items: readonly PlanItem[], index: Index): readonly Problem[] => {
  const done = new Set<string>();
  const problems: Problem[] = [];
  for (const start of items) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let key: string | null = start.itemKey;
    while (key !== null && !done.has(key) && !onPath.has(key)) {
      path.push(key);
      onPath.add(key);
      key = index.items.get(key)?.parentKey ?? null;
    }
    if (key !== null && onPath.has(key)) {
      const circle = path.slice(path.indexOf(key));
      problems.push(errorAt('item-cycle', ['items', key, 'parentKey'], { circle }));
    }
    for (const visited of path) done.add(visited);
  }
  return problems;
};

/** Deeper than any plan, and shallow enough for what walks the tree: a level may stand under itself. */
const deepest = 30;

/** The first items that stand too deep; what hangs below them is not repeated. */
const tooDeep = (items: readonly PlanItem[]): readonly Problem[] => {
  const below = new Map<string | null, PlanItem[]>();
  for (const item of items) {
    const siblings = below.get(item.parentKey);
    if (siblings === undefined) below.set(item.parentKey, [item]);
    else siblings.push(item);
  }
  let row = below.get(null) ?? [];
  for (let depth = 1; depth <= deepest && row.length > 0; depth += 1) {
    const parents = new Set(row.map((item) => item.itemKey));
    row = [...parents].flatMap((key) => below.get(key) ?? []);
  }
  return row.map((item) => errorAt('item-too-deep', at(item, 'parentKey'), { title: item.title, deepest }));
};

const parentProblems = (item: PlanItem, index: Index): readonly Problem[] => {
  const level = index.levels.get(item.levelKey);
  if (level === undefined) {
    return [errorAt('item-level-unknown', at(item, 'levelKey'), { title: item.title, level: item.levelKey })];
  }
  if (item.parentKey === null) {
    // 横断 items stand beside the tree, whatever their level hangs from.
    return level.parents.includes('root') || item.crossCutting
      ? []
      : [errorAt('item-needs-parent', at(item, 'parentKey'), { title: item.title, level: level.name })];
  }
  const parent = index.items.get(item.parentKey);
  if (parent === undefined) {
    return [
      errorAt('item-parent-unknown', at(item, 'parentKey'), { title: item.title, parent: item.parentKey }),
    ];
  }
  const parentLevel = index.levels.get(parent.levelKey);
  if (parentLevel === undefined || level.parents.includes(parent.levelKey)) return [];
  const params = {
    title: item.title,
    level: level.name,
    parent: parent.title,
    parentLevel: parentLevel.name,
  };
  return [errorAt('item-level-under-parent', at(item, 'parentKey'), params)];
};

/** 再掲 under a missing item is an error; under its own place, itself or twice the same, a warning. */
const placementProblems = (item: PlanItem, index: Index): readonly Problem[] => {
  const places = new Set<string | null>([item.parentKey]);
  return item.alsoUnder.flatMap((also, position) => {
    const path = ['items', item.itemKey, 'alsoUnder', position];
    if (also.parentKey !== null && !index.items.has(also.parentKey)) {
      return [errorAt('item-also-under-unknown', path, { title: item.title, parent: also.parentKey })];
    }
    const needless = places.has(also.parentKey) || also.parentKey === item.itemKey;
    places.add(also.parentKey);
    const parent = also.parentKey === null ? '' : (index.items.get(also.parentKey)?.title ?? '');
    return needless ? [warningAt('item-also-under-needless', path, { title: item.title, parent })] : [];
  });
};

/** Every item hangs somewhere allowed, in no circle, under a key of its own. Codes (番号) may repeat. */
export const checkTree = (
  levels: readonly LevelDefinition[],
  items: readonly PlanItem[],
): readonly Problem[] => {
  const index = indexOf(levels, items);
  return [
    ...duplicateKeys(items),
    ...circles(items, index),
    ...tooDeep(items),
    ...items.flatMap((item) => [...parentProblems(item, index), ...placementProblems(item, index)]),
  ];
};
