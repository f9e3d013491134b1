import type { Action } from '../access/action.ts';
import { may } from '../access/may.ts';
import type { Actor } from '../access/role.ts';
import type { EvaluationStage, StageActor } from './evaluation-scheme.ts';

/** 代理, as far as rights go. */
export interface Deputy {
  readonly stageKey: string;
  /** null: for every unit */
  readonly unitKey: string | null;
  readonly userId: string;
  /** ISO day, the last; null: as long as the round is open */
  readonly validTo: string | null;
}

export interface RightsScope {
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Deputies of the round. */
  readonly deputies: readonly Deputy[];
  /** ISO day */
  readonly today: string;
}

export const actionOfStage = (actor: StageActor): Action => `evaluation.as-${actor}`;

const deputises = (
  { userId }: Actor,
  stageKey: string,
  unitKey: string | null,
  { ancestors, deputies, today }: RightsScope,
): boolean =>
  deputies.some(
    (deputy) =>
      deputy.userId === userId &&
      deputy.stageKey === stageKey &&
      (deputy.validTo === null || today <= deputy.validTo) &&
      (deputy.unitKey === null ||
        (unitKey !== null &&
          (deputy.unitKey === unitKey || (ancestors.get(unitKey) ?? []).includes(deputy.unitKey)))),
  );

/** Whether a person writes and hands on at this stage, on a sheet of this unit: by role, or in another's stead. */
export const mayActAt = (
  actor: Actor,
  stage: Pick<EvaluationStage, 'key' | 'actor'>,
  unitKey: string | null,
  scope: RightsScope,
): boolean =>
  may(actor, actionOfStage(stage.actor), {
    unitKeys: unitKey === null ? [] : [unitKey],
    ancestors: scope.ancestors,
  }) || deputises(actor, stage.key, unitKey, scope);

/** Whether a person may say who acts in their stead: by their own role only, a deputy names no deputy. */
export const mayDelegate = (
  actor: Actor,
  stage: Pick<EvaluationStage, 'key' | 'actor'>,
  unitKey: string | null,
  ancestors: ReadonlyMap<string, readonly string[]>,
): boolean =>
  may(actor, actionOfStage(stage.actor), { unitKeys: unitKey === null ? [] : [unitKey], ancestors });
