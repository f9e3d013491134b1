import { type Problem, warningAt } from '../kernel/problem.ts';
import type { PlanItem } from './item.ts';

/** 主管は三つまで (塩尻市): more owners than the town's limit means none. A warning; null switches it off. */
export const checkOwners = (
  items: readonly Pick<PlanItem, 'itemKey' | 'title' | 'leadUnitKeys'>[],
  maxLeadUnits: number | null,
): readonly Problem[] =>
  maxLeadUnits === null
    ? []
    : items
        .filter(({ leadUnitKeys }) => new Set(leadUnitKeys).size > maxLeadUnits)
        .map(({ itemKey, title, leadUnitKeys }) =>
          warningAt('too-many-lead-units', ['items', itemKey, 'leadUnitKeys'], {
            title,
            count: new Set(leadUnitKeys).size,
            limit: maxLeadUnits,
          }),
        );
