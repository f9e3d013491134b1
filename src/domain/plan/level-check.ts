import { errorAt, type Problem, warningAt } from '../kernel/problem.ts';
import type { LevelDefinition } from './level.ts';
import { checkText, textLimits } from './text-limits.ts';

/** Levels some item of the level could stand under, from the top down; a level no path reaches is never used. */
const reachable = (levels: readonly LevelDefinition[]): ReadonlySet<string> => {
  const reached = new Set<string>(['root']);
  let before = 0;
  while (reached.size > before) {
    before = reached.size;
    for (const level of levels) {
      if (level.parents.some((parent) => reached.has(parent))) reached.add(level.levelKey);
    }
  }
  return reached;
};

/** Path: ['levels', levelKey, field]. */
export const checkLevels = (levels: readonly LevelDefinition[]): readonly Problem[] => {
  if (levels.length === 0) return [errorAt('levels-missing', ['levels'])];
  const keys = new Set(levels.map((level) => level.levelKey));
  const reached = reachable(levels);
  const seen = new Set<string>();
  const names = new Set<string>();
  return levels.flatMap((level) => {
    const problems: Problem[] = [];
    const at = (field: string): readonly string[] => ['levels', level.levelKey, field];
    const params = { name: level.name };
    if (level.levelKey === 'root' || seen.has(level.levelKey)) {
      problems.push(errorAt('level-key-duplicate', at('levelKey'), { key: level.levelKey }));
    }
    seen.add(level.levelKey);
    if (level.name.trim() === '') problems.push(errorAt('level-name-missing', at('name')));
    else if (names.has(level.name)) problems.push(warningAt('level-name-duplicate', at('name'), params));
    names.add(level.name);
    for (const field of ['name', 'nameEn', 'track'] as const)
      problems.push(...checkText(level[field] ?? '', textLimits.title, at(field)));
    for (const parent of level.parents) {
      if (parent !== 'root' && !keys.has(parent)) {
        problems.push(errorAt('level-parent-unknown', at('parents'), { ...params, parent }));
      }
    }
    if (!reached.has(level.levelKey)) problems.push(errorAt('level-unreachable', at('parents'), params));
    return problems;
  });
};

/** Levels an item may have under a parent of this level ('root': at the top), in the order the town defines them. */
export const levelsUnder = (
  levels: readonly LevelDefinition[],
  parentLevelKey: string | 'root',
): readonly LevelDefinition[] => levels.filter((level) => level.parents.includes(parentLevelKey));

/** Number of levels from the top to the deepest, without counting a level under itself. */
export const levelDepth = (levels: readonly LevelDefinition[]): number => {
  const deepest = (parent: string, above: readonly string[]): number =>
    Math.max(
      0,
      ...levelsUnder(levels, parent)
        .filter((level) => !above.includes(level.levelKey))
        .map((level) => 1 + deepest(level.levelKey, [...above, level.levelKey])),
    );
  return deepest('root', []);
};
