import { type Problem, warningAt } from '../kernel/problem.ts';
import type { PlanItem } from './item.ts';

type Held = Pick<PlanItem, 'itemKey' | 'title' | 'leadUnitKeys'> & { readonly hasDesiredState: boolean };

/**
 * 足りないところ of items: no ありたい姿, no 主管. Warnings, because a plan may be approved so. やること, 点検 and the
 * tree all ask here, so that they never differ about the same draft.
 */
export const checkLacks = (items: readonly Held[]): readonly Problem[] =>
  items.flatMap(({ itemKey, title, leadUnitKeys, hasDesiredState }) => [
    ...(hasDesiredState
      ? []
      : [warningAt('desired-state-missing', ['items', itemKey, 'desiredState'], { title })]),
    ...(leadUnitKeys.length > 0
      ? []
      : [warningAt('no-lead-unit', ['items', itemKey, 'leadUnitKeys'], { title })]),
  ]);

/** The same of whole items. */
export const checkItemLacks = (items: readonly PlanItem[]): readonly Problem[] =>
  checkLacks(items.map((item) => ({ ...item, hasDesiredState: item.desiredState !== '' })));
