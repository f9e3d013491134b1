import type { MortalityRates } from '../life-table.ts';
import type { BySex, Sex } from '../population.ts';
import type { LeverPath } from './path.ts';

/** Ages at the end of a step, both ends included; left out: all ages. */
interface AtAges {
  readonly fromAge?: number;
  readonly toAge?: number;
  readonly sexes?: readonly Sex[];
}

/** One part of an age profile: `weight` is shared over its groups and both sexes in equal parts. */
export interface ProfilePart extends AtAges {
  readonly weight: number;
}

/**
 * 施策の効き方を表すレバー. Factors are neutral at 1, additions at 0.
 * - fertility: 子ども女性比（出生率）の倍率
 * - tfr: 合計特殊出生率; the ratio of children to women moves with it, the age pattern held
 * - mortality: 死亡ハザードの倍率 h, S → S^h
 * - life-expectancy: 平均寿命の延び, years gained; turned into the hazard that gives it, sex by sex
 * - migration-scale: 純移動率の倍率 (0: 移動均衡); in the pool model of both flows
 * - out-migration-scale, in-migration-scale: 転出率・転入者数の倍率, pool model
 * - migration-rate: 純移動率への加算, per step, of the population at the start
 * - migration-persons: 人数の加算, persons per step by an age profile
 */
export type Lever =
  | { readonly kind: 'fertility'; readonly path: LeverPath }
  | { readonly kind: 'mortality'; readonly path: LeverPath }
  | {
      readonly kind: 'life-expectancy';
      readonly lifeTable: BySex<MortalityRates>;
      readonly path: LeverPath;
    }
  | { readonly kind: 'tfr'; readonly base: number; readonly path: LeverPath }
  | (AtAges & {
      readonly kind: 'migration-scale' | 'out-migration-scale' | 'in-migration-scale' | 'migration-rate';
      readonly path: LeverPath;
    })
  | {
      readonly kind: 'migration-persons';
      readonly profile: readonly ProfilePart[];
      readonly path: LeverPath;
    };

export type LeverKind = Lever['kind'];

/** 住宅団地など一度だけの転入: arrives in the step that holds the year, with the ages it has at the end of it. */
export interface Estate {
  readonly year: number;
  readonly persons: number;
  readonly profile: readonly ProfilePart[];
}

export interface Levers {
  readonly levers: readonly Lever[];
  readonly estates: readonly Estate[];
}

const additions: readonly LeverKind[] = ['migration-rate', 'migration-persons', 'life-expectancy'];

/** What pulling nothing is: 0 for additions, the base for a birth rate, 1 for factors. */
export const neutralOf = (lever: Lever): number =>
  lever.kind === 'tfr' ? lever.base : additions.includes(lever.kind) ? 0 : 1;
