import { expect, it } from 'vitest';
import type { LevelDefinition } from './level.ts';
import { checkLevels, levelDepth, levelsUnder } from './level-check.ts';

const level = (levelKey: string, parents: readonly string[], name = `段${levelKey}`): LevelDefinition => ({
  levelKey,
  name,
  parents,
  numbering: 'none',
  numberingScope: 'parent',
  titleStyle: 'free',
});

it('正しい定義には何も言わない', () => {
  expect(checkLevels([level('a', ['root']), level('b', ['a']), level('c', ['a', 'b', 'c'])])).toEqual([]);
});

it.each([
  ['階層がない', [], 'levels-missing', ['levels'], 'error'],
  [
    '親の階層がない',
    [level('a', ['root', 'z'])],
    'level-parent-unknown',
    ['levels', 'a', 'parents'],
    'error',
  ],
  [
    '鍵が重なる',
    [level('a', ['root']), level('a', ['root'], '別')],
    'level-key-duplicate',
    ['levels', 'a', 'levelKey'],
    'error',
  ],
  [
    'root という鍵',
    [level('root', ['root'])],
    'level-key-duplicate',
    ['levels', 'root', 'levelKey'],
    'error',
  ],
  ['名前がない', [level('a', ['root'], ' ')], 'level-name-missing', ['levels', 'a', 'name'], 'error'],
  [
    '名前が長すぎる',
    [level('a', ['root'], '段'.repeat(201))],
    'text-too-long',
    ['levels', 'a', 'name'],
    'error',
  ],
  [
    '英語名が長すぎる',
    [{ ...level('a', ['root']), nameEn: 'a'.repeat(201) }],
    'text-too-long',
    ['levels', 'a', 'nameEn'],
    'error',
  ],
  [
    '名前が重なる',
    [level('a', ['root'], '施策'), level('b', ['a'], '施策')],
    'level-name-duplicate',
    ['levels', 'b', 'name'],
    'warning',
  ],
  [
    'どこからも届かない',
    [level('a', ['root']), level('b', [])],
    'level-unreachable',
    ['levels', 'b', 'parents'],
    'error',
  ],
] as const)('誤りを場所とともに言う: %s', (_, levels, code, path, severity) => {
  expect(checkLevels(levels)).toMatchObject([{ code, path, severity }]);
});

it('輪になった階層は、どちらも届かない', () => {
  const problems = checkLevels([level('a', ['root']), level('b', ['c']), level('c', ['b'])]);
  expect(problems.map(({ code, path }) => [code, path[1]])).toEqual([
    ['level-unreachable', 'b'],
    ['level-unreachable', 'c'],
  ]);
});

it('深さと、下に置ける階層', () => {
  const levels = [level('a', ['root']), level('b', ['a']), level('c', ['a', 'b', 'c'])];
  expect(levelDepth(levels)).toBe(3);
  expect(levelsUnder(levels, 'a').map(({ levelKey }) => levelKey)).toEqual(['b', 'c']);
  expect(levelsUnder(levels, 'root').map(({ levelKey }) => levelKey)).toEqual(['a']);
});
