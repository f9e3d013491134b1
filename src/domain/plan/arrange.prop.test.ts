import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ArrangeStep, arrange } from './arrange.ts';
import { blankItem } from './blank-item.ts';
import { checkTree } from './check-tree.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import { checkLevels } from './level-check.ts';
import { numberItems } from './numbering.ts';
import { buildTree, childrenOf, walkTree } from './tree.ts';

const level = (levelKey: string, parents: readonly string[]): LevelDefinition => ({
  levelKey,
  name: levelKey,
  parents,
  numbering: 'decimal-nested',
  numberingScope: 'parent',
  titleStyle: 'free',
});

/** Two tracks under one parent and a level that may stand in itself: the widest shape the eleven towns have. */
const levels = [
  level('s', ['root']),
  level('p', ['s']),
  level('q', ['s']),
  level('m', ['p', 'm', 'root']),
  level('j', ['m', 'q']),
];

/** Numbers that are read against the tree as it stands, so that most steps name something that is there. */
interface Dice {
  readonly kind: ArrangeStep['kind'];
  readonly which: number;
  readonly where: number;
  readonly index: number;
}

const anyDice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'insert',
    'move',
    'move',
    'up',
    'down',
    'indent',
    'outdent',
    'remove',
  ),
  which: fc.nat(1000),
  where: fc.nat(1000),
  index: fc.integer({ min: -2, max: 20 }),
});

const stepOf = (
  items: readonly PlanItem[],
  { kind, which, where, index }: Dice,
  turn: number,
): ArrangeStep => {
  const keyAt = (n: number): string => items[n % (items.length + 1)]?.itemKey ?? 'nobody';
  const parentKey = where % 5 === 0 ? null : keyAt(where);
  switch (kind) {
    case 'insert': {
      const parent = items.find((item) => item.itemKey === parentKey);
      const fitting = levels.filter((each) => each.parents.includes(parent?.levelKey ?? 'root'));
      const levelKey =
        (fitting[which % (fitting.length + 1)] ?? levels[which % levels.length])?.levelKey ?? 's';
      const itemKey = which % 20 === 0 ? keyAt(which) : `n${turn}`;
      return { kind, item: { ...blankItem(itemKey, levelKey, itemKey), parentKey }, index };
    }
    case 'move':
      return { kind, itemKey: keyAt(which), parentKey, index };
    case 'remove':
      return {
        kind,
        itemKey: keyAt(which),
        children: (['refuse', 'remove', 'lift'] as const)[where % 3] ?? 'refuse',
      };
    default:
      return { kind, itemKey: keyAt(which) };
  }
};

const play = (throws: readonly Dice[]): readonly PlanItem[] =>
  throws.reduce<readonly PlanItem[]>((items, dice, turn) => {
    const result = arrange({ levels, items }, stepOf(items, dice, turn));
    return result.ok ? result.value : items;
  }, start);

const start: readonly PlanItem[] = [
  { ...blankItem('k0', 's', 'k0'), position: 0 },
  { ...blankItem('k1', 'p', 'k1'), parentKey: 'k0', position: 0 },
  { ...blankItem('k2', 'm', 'k2'), parentKey: 'k1', position: 0 },
  {
    ...blankItem('k3', 'm', 'k3'),
    parentKey: 'k1',
    position: 1,
    alsoUnder: [{ parentKey: 'k2', position: 0 }],
  },
];

const keysOf = (items: readonly PlanItem[]): readonly string[] => items.map(({ itemKey }) => itemKey).sort();

it('出発点は正しい', () => {
  expect(checkLevels(levels)).toEqual([]);
  expect(checkTree(levels, start)).toEqual([]);
});

it('どんな順に並べかえても木は正しく、移すだけなら鍵の集まりは変わらない', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(anyDice, { minLength: 10, maxLength: 40 }), (throws) => {
      let items = start;
      for (const [turn, dice] of throws.entries()) {
        const step = stepOf(items, dice, turn);
        const before = JSON.stringify(items);
        const result = arrange({ levels, items }, step);
        expect(JSON.stringify(items)).toBe(before);
        if (!result.ok) {
          expect(result.error.code).toMatch(/^item-/);
          continue;
        }
        taken += 1;
        expect(checkTree(levels, result.value)).toEqual([]);
        const tree = buildTree(result.value);
        expect(tree.unplaced).toEqual([]);
        const placed = [...walkTree(tree)].filter((node) => !node.again);
        expect(keysOf(placed.map((node) => node.item))).toEqual(keysOf(result.value));
        if (step.kind === 'insert') {
          expect(keysOf(result.value)).toEqual([...keysOf(items), step.item.itemKey].sort());
        } else if (step.kind === 'remove') {
          expect(result.value.some(({ itemKey }) => itemKey === step.itemKey)).toBe(false);
          if (step.children !== 'remove') expect(result.value).toHaveLength(items.length - 1);
        } else expect(keysOf(result.value)).toEqual(keysOf(items));
        items = result.value;
      }
    }),
    { numRuns: 300 },
  );
  // A run in which everything was refused would show nothing.
  expect(taken).toBeGreaterThan(1000);
});

it('上へ、下へは互いに打ち消す', () => {
  fc.assert(
    fc.property(fc.array(anyDice, { maxLength: 25 }), fc.nat(1000), (throws, which) => {
      const items = play(throws);
      const itemKey = items[which % items.length]?.itemKey ?? 'k0';
      const up = arrange({ levels, items }, { kind: 'up', itemKey });
      if (!up.ok) return;
      const down = arrange({ levels, items: up.value }, { kind: 'down', itemKey });
      const parentKey = items.find((item) => item.itemKey === itemKey)?.parentKey ?? null;
      const order = (list: readonly PlanItem[]) => childrenOf(list, parentKey).map((item) => item.itemKey);
      expect(down.ok && order(down.value)).toEqual(order(items));
    }),
  );
});

it('親ごとの番号は、兄弟の中で重ならない', () => {
  fc.assert(
    fc.property(fc.array(anyDice, { maxLength: 40 }), (throws) => {
      const items = play(throws);
      const codes = numberItems(levels, items);
      const places = items.map(({ itemKey, levelKey, parentKey }) =>
        JSON.stringify([parentKey, levelKey, codes.get(itemKey)]),
      );
      expect(new Set(places).size).toBe(items.length);
    }),
  );
});
