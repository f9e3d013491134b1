import fc from 'fast-check';
import { expect, it } from 'vitest';
import { someItem, someLevels } from '../../../test/factories/town.ts';
import { type DraftTree, decideArrangement, type TreeOperation } from './arrangement-decision.ts';
import { checkLineage } from './check-lineage.ts';
import { checkTree } from './check-tree.ts';

const start = [
  someItem('a', 'strategy', null),
  someItem('a-1', 'measure', 'a'),
  someItem('a-2', 'measure', 'a', { position: 1 }),
  someItem('b', 'strategy', null, { position: 1 }),
  someItem('b-1', 'measure', 'b'),
];
const known = new Set(start.map((item) => item.itemKey));
const keys = [...known, 'n1', 'n2', 'n3'];
const key = fc.constantFrom(...keys);

const operation: fc.Arbitrary<TreeOperation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('up', 'down', 'indent', 'outdent'), itemKey: key }),
  fc.record({
    kind: fc.constant('place'),
    itemKey: key,
    parentKey: fc.option(key),
    beforeKey: fc.option(key),
  }),
  fc.record({
    kind: fc.constant('insert'),
    itemKey: key,
    levelKey: fc.constantFrom('strategy', 'measure'),
    title: fc.constant('新しい項目'),
    parentKey: fc.option(key),
    afterKey: fc.option(key),
    crossCutting: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant('remove'),
    itemKey: key,
    children: fc.constantFrom('refuse', 'remove', 'lift'),
  }),
  fc.record({ kind: fc.constantFrom('show-again', 'show-once'), itemKey: key, parentKey: key }),
  fc.record({ kind: fc.constant('merge'), itemKey: key, intoKey: key }),
  fc.record({
    kind: fc.constant('split'),
    itemKey: key,
    parts: fc
      .uniqueArray(key, { maxLength: 2 })
      .map((parts) => parts.map((itemKey) => ({ itemKey, title: '分けた項目' }))),
  }),
) as fc.Arbitrary<TreeOperation>;

it('どの操作をどう重ねても、体系と系譜に承認を止める誤りは生まれない', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
      let draft: DraftTree = {
        planKey: 'plan',
        levels: someLevels,
        items: start,
        knownKeys: known,
        formerParents: new Map(start.map((item) => [item.itemKey, item.parentKey])),
        lineage: [],
      };
      for (const each of operations) {
        const decided = decideArrangement(draft, each, '理由');
        if (decided.ok) draft = { ...draft, ...decided.value };
      }
      const place = (itemKey: string) => ({ planKey: 'plan', itemKey });
      const scope = {
        before: [...known].map(place),
        after: draft.items.map(({ itemKey }) => place(itemKey)),
      };
      const errors = [...checkTree(draft.levels, draft.items), ...checkLineage(draft.lineage, scope)].filter(
        (problem) => problem.severity === 'error' || problem.code === 'lineage-unaccounted',
      );
      expect(errors).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('公開した項目が消えるときは、必ずどこかへ続くか、廃止として残る', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 15 }), (operations) => {
      let draft: DraftTree = {
        planKey: 'plan',
        levels: someLevels,
        items: start,
        knownKeys: known,
        formerParents: new Map(start.map((item) => [item.itemKey, item.parentKey])),
        lineage: [],
      };
      for (const each of operations) {
        const decided = decideArrangement(draft, each, '理由');
        if (decided.ok) draft = { ...draft, ...decided.value };
      }
      const here = new Set(draft.items.map((item) => item.itemKey));
      const told = new Set(draft.lineage.map((link) => link.from?.itemKey));
      for (const itemKey of known) expect(here.has(itemKey) || told.has(itemKey)).toBe(true);
    }),
  );
});
