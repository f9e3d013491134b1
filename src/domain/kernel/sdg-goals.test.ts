import { expect, it } from 'vitest';
import { isSdgGoal, sdgGoals } from './sdg-goals.data.ts';

it('目標は 1〜17、名は重ならない', () => {
  expect(sdgGoals.map(({ goal }) => goal)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect(new Set(sdgGoals.map(({ name }) => name)).size).toBe(17);
  expect(new Set(sdgGoals.map(({ nameEn }) => nameEn)).size).toBe(17);
});

/** As printed in 総合政策部経営目標 (令和5年度, 真庭市). */
it.each([
  [4, '質の高い教育をみんなに'],
  [8, '働きがいも経済成長も'],
  [10, '人や国の不平等をなくそう'],
  [11, '住み続けられるまちづくりを'],
  [16, '平和と公正をすべての人に'],
  [17, 'パートナーシップで目標を達成しよう'],
])('公式の名: %i %s', (goal, name) => {
  expect(sdgGoals.find((each) => each.goal === goal)?.name).toBe(name);
});

it.each([
  [1, true],
  [17, true],
  [0, false],
  [18, false],
  [-4, false],
  [4.5, false],
  [Number.NaN, false],
])('%d は目標か: %s', (goal, expected) => {
  expect(isSdgGoal(goal)).toBe(expected);
});
