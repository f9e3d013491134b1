import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import { checkLineage } from './check-lineage.ts';
import { checkTree } from './check-tree.ts';
import type { PlanItem, Span } from './item.ts';
import type { LevelDefinition } from './level.ts';
import type { ItemReference, LineageLink } from './lineage.ts';
import { futureOf, historyOf, sameReference } from './lineage-history.ts';
import type { PlanContent } from './plan.ts';
import { proposeRollForward, type RollChoice, rollForward } from './roll-forward.ts';

const reference: fc.Arbitrary<ItemReference> = fc.record({
  planKey: fc.constantFrom('p1', 'p2', 'p3'),
  itemKey: fc.constantFrom('a', 'b', 'c', 'd'),
});
const end = fc.option(reference, { nil: null });
const anyLink: fc.Arbitrary<LineageLink> = fc.record({
  kind: fc.constantFrom('rename', 'merge', 'split', 'move', 'drop', 'carry', 'new'),
  from: end,
  to: end,
  reason: fc.constantFrom('', 'わけ'),
});
const links = fc.array(anyLink, { maxLength: 30 });

it('どんな記録でも、さかのぼりは終わり、どの一歩も前の一歩につながる', () => {
  fc.assert(
    fc.property(reference, links, (start, recorded) => {
      const steps = historyOf(start, recorded);
      expect(steps.length).toBeLessThanOrEqual(recorded.length);
      expect(new Set(steps.map(({ link }) => link)).size).toBe(steps.length);
      for (const { link, distance } of steps) {
        const nearer =
          distance === 1
            ? [start]
            : steps.filter((step) => step.distance === distance - 1).map((step) => step.reference);
        expect(nearer.some((each) => sameReference(each, link.to))).toBe(true);
      }
    }),
  );
});

it('さかのぼって着いた先からは、ゆくえをたどって戻れる', () => {
  fc.assert(
    fc.property(reference, links, (start, recorded) => {
      for (const { reference: origin } of historyOf(start, recorded)) {
        if (origin === null) continue;
        const back = futureOf(origin, recorded).map((step) => step.reference);
        expect(back.some((each) => sameReference(each, start))).toBe(true);
      }
    }),
  );
});

const levels: readonly LevelDefinition[] = [
  {
    levelKey: 'any',
    name: '項目',
    parents: ['root', 'any'],
    numbering: 'none',
    numberingScope: 'parent',
    titleStyle: 'free',
  },
];
const anyTree = fc
  .array(fc.record({ parent: fc.nat(), span: fc.constantFrom<Span | null>('short', 'long', null) }), {
    maxLength: 15,
  })
  .map((rows) =>
    rows.map(
      ({ parent, span }, index): PlanItem => ({
        ...blankItem(`k${index}`, 'any', `題${index}`),
        parentKey: parent % (index + 1) === index ? null : `k${parent % (index + 1)}`,
        position: index,
        span,
      }),
    ),
  );
const header: PlanContent['header'] = {
  title: '中期',
  subtitle: '',
  kindLabel: '中期',
  startFiscalYear: 2024,
  endFiscalYear: 2026,
  updateMode: 'fixed',
  summary: '',
  reviewCalendar: [],
  identity: [],
  situation: [],
  source: null,
};

it('次期への繰り越しは、できたなら木も系譜も正しく、どの項目の行方も言える', () => {
  let rolledOver = 0;
  fc.assert(
    fc.property(anyTree, fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), (items, answers) => {
      const choices = new Map<string, RollChoice>(
        proposeRollForward(items)
          .filter(({ proposal }) => proposal === 'ask')
          .map(({ itemKey }, index) => [itemKey, { continues: answers[index] ?? true, reason: '期間満了' }]),
      );
      const rolled = rollForward(
        { planKey: 'p1', content: { header, levels, items } },
        { planKey: 'p2' },
        choices,
      );
      if (!rolled.ok) {
        expect(rolled.error.every(({ code }) => code === 'roll-forward-parent-dropped')).toBe(true);
        return;
      }
      rolledOver += 1;
      const { content, lineage } = rolled.value;
      expect(checkTree(levels, content.items)).toEqual([]);
      expect(content.items.length + lineage.filter(({ kind }) => kind === 'drop').length).toBe(items.length);
      expect(
        items
          .filter(({ span }) => span === 'long')
          .every((item) => content.items.some(({ itemKey }) => itemKey === item.itemKey)),
      ).toBe(true);
      const scope = {
        before: items.map(({ itemKey }) => ({ planKey: 'p1', itemKey })),
        after: content.items.map(({ itemKey }) => ({ planKey: 'p2', itemKey })),
      };
      expect(checkLineage(lineage, scope)).toEqual([]);
    }),
  );
  expect(rolledOver).toBeGreaterThan(20);
});
