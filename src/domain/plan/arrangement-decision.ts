import { errorAt } from '../kernel/problem.ts';
import { refuse } from '../kernel/result.ts';
import { arrange } from './arrange.ts';
import type { Decided, DraftTree, TreeOperation } from './draft-tree.ts';
import {
  indexBefore,
  inserted,
  moved,
  removed,
  reordered,
  shownAgain,
  shownOnce,
} from './placing-decision.ts';
import { merged, split } from './regrouping-decision.ts';

export type { ArrangementDecision, DraftTree, TreeOperation } from './draft-tree.ts';

/** The tree after an operation and what is recorded of it, or the one thing that stands against it. */
export const decideArrangement = (draft: DraftTree, operation: TreeOperation, reason: string): Decided => {
  const why = reason.trim();
  if (why.length > 2000)
    return refuse(errorAt('text-too-long', ['reason'], { limit: 2000, length: why.length }));
  switch (operation.kind) {
    case 'up':
    case 'down':
      return reordered(draft, operation.itemKey, operation.kind);
    case 'indent':
    case 'outdent': {
      const items = arrange(draft, operation);
      return items.ok ? moved(draft, operation.itemKey, items.value, why) : items;
    }
    case 'place': {
      const { itemKey, parentKey, beforeKey } = operation;
      const index = indexBefore(draft, itemKey, parentKey, beforeKey);
      const items = arrange(draft, { kind: 'move', itemKey, parentKey, index });
      return items.ok ? moved(draft, itemKey, items.value, why) : items;
    }
    case 'insert':
      return inserted(draft, operation);
    case 'remove':
      return removed(draft, operation, why);
    case 'show-again':
      return shownAgain(draft, operation.itemKey, operation.parentKey);
    case 'show-once':
      return shownOnce(draft, operation.itemKey, operation.parentKey);
    case 'merge':
      return merged(draft, operation.itemKey, operation.intoKey, why);
    case 'split':
      return split(draft, operation, why);
    default: {
      const unknownKind: never = operation;
      throw new Error(`unknown operation ${JSON.stringify(unknownKind)}`);
    }
  }
};
