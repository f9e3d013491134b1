import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differContent } from './difference.ts';
import { comparisonTable } from './difference-table.ts';
import type { PlanItem } from './item.ts';
import type { LineageLink } from './lineage.ts';
import { longestIncreasing } from './longest-increasing.ts';
import type { PlanContent } from './plan.ts';

const keys = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5'];
const words = fc.array(fc.constantFrom('市民', 'の', '協働', '。', '子育て', '学び'), { maxLength: 8 });
const text = words.map((parts) => parts.join(''));

const itemOf = (itemKey: string): fc.Arbitrary<PlanItem> =>
  fc.record({
    itemKey: fc.constant(itemKey),
    levelKey: fc.constant('level'),
    parentKey: fc.constantFrom(null, ...keys),
    position: fc.nat(4),
    code: fc.constantFrom(null, '1', '2'),
    title: text,
    desiredState: text,
    currentState: text,
    issue: text,
    approach: text,
    span: fc.constantFrom(null, 'short' as const, 'long' as const),
    investmentKinds: fc.constant([]),
    lifeStages: fc.subarray(['若者', '高齢者']),
    areaKeys: fc.constant([]),
    sdgGoals: fc.subarray([1, 4, 11]),
    leadUnitKeys: fc.subarray(['u1', 'u2']),
    supportUnitKeys: fc.constant([]),
    partners: fc.constant([]),
    voices: fc.constant([]),
    alsoUnder: fc.constant([]),
    crossCutting: fc.boolean(),
    reasonKeys: fc.constant([]),
    indicatorKeys: fc.constant([]),
    source: fc.constant(null),
  });

const content: fc.Arbitrary<PlanContent> = fc
  .subarray(keys)
  .chain((chosen) => fc.tuple(...chosen.map(itemOf)))
  .map((items) => ({
    header: {
      title: '計画',
      subtitle: '',
      kindLabel: '',
      startFiscalYear: 2024,
      endFiscalYear: 2026,
      updateMode: 'fixed',
      summary: '',
      reviewCalendar: [],
      identity: [],
      situation: [],
      source: null,
    },
    levels: [
      {
        levelKey: 'level',
        name: '施策',
        parents: ['root', 'level'],
        numbering: 'decimal',
        numberingScope: 'parent',
        titleStyle: 'free',
      },
    ],
    items,
  }));

const reference = fc.record({ planKey: fc.constant('p'), itemKey: fc.constantFrom(...keys, 'between') });
const lineage: fc.Arbitrary<readonly LineageLink[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('merge' as const, 'split' as const, 'move' as const, 'drop' as const),
    from: fc.option(reference),
    to: fc.option(reference),
    reason: fc.constantFrom('', '理由'),
  }),
  { maxLength: 6 },
);

describe('内容の差分の性質（循環や宙に浮いた項目、矛盾した系譜があっても）', () => {
  it('同じ内容どうしには差がない', () => {
    fc.assert(
      fc.property(content, (plan) => {
        const difference = differContent(plan, plan, []);
        expect(difference.items).toEqual([]);
        expect(difference.counts.unchanged).toBe(plan.items.length);
        expect(comparisonTable(difference)).toEqual([]);
      }),
    );
  });

  it('どの項目も失われない：新しい項目は一度、古い項目は行き先か廃止かのどちらか', () => {
    fc.assert(
      fc.property(content, content, lineage, (old, now, links) => {
        const { items, counts } = differContent(old, now, links);
        const present = items.filter((entry) => entry.new !== null).map(({ itemKey }) => itemKey);
        expect(new Set(present).size).toBe(present.length);
        expect(counts.unchanged + items.length).toBe(now.items.length + counts.removed);
        const gone = items.filter((entry) => entry.new === null).map(({ itemKey }) => itemKey);
        const surviving = new Set(now.items.map(({ itemKey }) => itemKey));
        for (const { itemKey } of old.items)
          if (!surviving.has(itemKey) && links.length === 0) expect(gone).toContain(itemKey);
        for (const key of gone) expect(surviving.has(key)).toBe(false);
      }),
    );
  });

  it('一対一の項目では、差分を読むと新旧の文がそのまま得られる', () => {
    fc.assert(
      fc.property(content, content, (old, now) => {
        for (const {
          old: [before, second],
          new: after,
          fields,
        } of differContent(old, now, []).items) {
          if (after === null || before === undefined || second !== undefined) continue;
          for (const { field, form, segments } of fields) {
            if (form !== 'text') continue;
            const side = (without: string) =>
              segments
                .filter(({ kind }) => kind !== without)
                .map((segment) => segment.text)
                .join('');
            expect(side('added')).toBe(before[field as 'title']);
            expect(side('removed')).toBe(after[field as 'title']);
          }
        }
      }),
    );
  });

  it('向きを逆にすると、追加と廃止が入れ替わる', () => {
    fc.assert(
      fc.property(content, content, (old, now) => {
        const forth = differContent(old, now, []).counts;
        const back = differContent(now, old, []).counts;
        expect([back.added, back.removed]).toEqual([forth.removed, forth.added]);
        expect([back.renamed, back.rewritten, back.renumbered]).toEqual([
          forth.renamed,
          forth.rewritten,
          forth.renumbered,
        ]);
      }),
    );
  });
});

describe('最長増加部分列', () => {
  it('増加し、総当たりより短くならない', () => {
    const bruteForce = (values: readonly number[]): number => {
      const best: number[] = [];
      values.forEach((value, at) => {
        best[at] =
          1 +
          Math.max(0, ...values.slice(0, at).flatMap((other, k) => (other < value ? [best[k] ?? 0] : [])));
      });
      return Math.max(0, ...best);
    };
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (values) => {
        const chosen = longestIncreasing(values);
        expect(chosen.length).toBe(bruteForce(values));
        chosen.forEach((at, k) => {
          const next = chosen[k + 1];
          if (next === undefined) return;
          expect(next).toBeGreaterThan(at);
          expect(values[next]).toBeGreaterThan(values[at] ?? 0);
        });
      }),
    );
  });
});
