import { describe, expect, it } from 'vitest';
import { checkPlanPlace, type PlanPlace } from './plan-place.ts';

const plan = (planKey: string, parentPlanKey: string | null, predecessorPlanKey: string | null = null) => ({
  planKey,
  parentPlanKey,
  predecessorPlanKey,
});
/** 長期 ⊃ 第1期 → 第2期 (⊃ 実施), and the long-term plan before it. */
const plans = [
  plan('former', null),
  plan('long', null, 'former'),
  plan('first', 'long'),
  plan('second', 'long', 'first'),
  plan('implementation', 'second'),
];
const place = (parentPlanKey: string | null, predecessorPlanKey: string | null = null): PlanPlace => ({
  parentPlanKey,
  predecessorPlanKey,
});

describe('上位の計画と前の計画', () => {
  it.each<[string, string, PlanPlace, [string, string][]]>([
    ['どちらもない', 'first', place(null), []],
    ['いまのまま', 'second', place('long', 'first'), []],
    ['上位を替える', 'implementation', place('first'), []],
    ['自分を上位に', 'first', place('first'), [['plan-place-itself', 'parentPlanKey']]],
    ['自分を前に', 'first', place(null, 'first'), [['plan-place-itself', 'predecessorPlanKey']]],
    ['ないキー（ほかの町のものも）', 'first', place('maniwa-plan'), [['plan-unknown', 'parentPlanKey']]],
    ['下位の計画を上位に', 'long', place('implementation'), [['plan-place-cycle', 'parentPlanKey']]],
    ['次の計画を前に', 'first', place('long', 'second'), [['plan-place-cycle', 'predecessorPlanKey']]],
    ['次の計画を上位に', 'first', place('second'), [['plan-place-cycle', 'parentPlanKey']]],
    ['下位の計画を前に', 'long', place(null, 'first'), [['plan-place-cycle', 'predecessorPlanKey']]],
    ['上位と前が同じ', 'first', place('former', 'former'), [['plan-place-both', 'predecessorPlanKey']]],
    [
      '二つとも',
      'long',
      place('long', 'nothing'),
      [
        ['plan-place-itself', 'parentPlanKey'],
        ['plan-unknown', 'predecessorPlanKey'],
      ],
    ],
  ])('%s', (_, key, wished, expected) => {
    expect(checkPlanPlace(key, wished, plans).map(({ code, path }) => [code, path[0]])).toEqual(expected);
  });
});
