import { describe, expect, it } from 'vitest';
import { problemSentence } from '../../src/documents/problem-text/sentences.ts';
import { checkExchange } from '../../src/domain/demography/check/check-exchange.ts';
import { bySex, type Population, totalOf } from '../../src/domain/demography/population.ts';
import {
  type ExchangeArea,
  type ExchangeQuestion,
  type ExchangeStep,
  projectTogether,
} from '../../src/domain/demography/project/exchange.ts';
import { project } from '../../src/domain/demography/project/project.ts';
import type { Rates } from '../../src/domain/demography/project/step.ts';
import { agesUpTo } from './five-year-ages.ts';
import { expectNear } from './near.ts';

const ages = agesUpTo(90);
const moves = ages.groups.length - 1;
const rates = (make: (move: number) => number): Rates =>
  bySex(() => Array.from({ length: moves }, (_, move) => make(move)));
const people = (each: number): Population => bySex(() => ages.groups.map((_, group) => each * (20 - group)));
const none = { levers: [], estates: [] };
const step = (given: Partial<ExchangeStep>): ExchangeStep => ({
  survival: rates((move) => (move < 12 ? 0.99 : 0.7)),
  outMigrationRate: rates((move) => (move < 6 ? 0.2 : 0.02)),
  inShare: rates(() => 0.5),
  childWomanRatio: 0.2,
  sexRatioAtAge0to4: 1.05,
  ...given,
});
const area = (
  base: Population,
  given: Partial<ExchangeStep>,
  levers: ExchangeArea['levers'] = none,
): ExchangeArea => ({
  base,
  steps: [step(given), step(given)],
  levers,
});
const question = (areas: readonly ExchangeArea[], fromAbroad = 0): ExchangeQuestion => ({
  ages,
  baseYear: 2020,
  steps: [2025, 2030].map((toYear) => ({ toYear, fromAbroad: rates(() => fromAbroad) })),
  areas,
});
const sum = (projections: ReturnType<typeof projectTogether>, at: number): number =>
  projections.reduce((all, { populations }) => all + totalOf(populations[at] ?? { male: [], female: [] }), 0);

describe('多地域プールモデル', () => {
  it('一つの地域だけなら、出た人がそのまま戻り、封鎖人口と同じ', () => {
    const [alone] = projectTogether(question([area(people(10), { inShare: rates(() => 1) })]));
    const closed = project(
      {
        ages,
        baseYear: 2020,
        base: people(10),
        steps: [2025, 2030].map((toYear) => ({
          ...step({}),
          method: 'net' as const,
          toYear,
          netMigrationRate: rates(() => 0),
        })),
      },
      none,
    );
    for (const [at, population] of closed.populations.entries())
      expectNear(alone?.populations[at]?.female ?? [], population.female, 1e-12);
  });

  it('死亡も出生も国際移動もなければ、地域の合計は変わらない', () => {
    const quiet = { survival: rates(() => 1), childWomanRatio: 0 };
    const projections = projectTogether(
      question([
        area(people(10), { ...quiet, inShare: rates(() => 0.8), outMigrationRate: rates(() => 0.1) }),
        area(people(30), { ...quiet, inShare: rates(() => 0.2), outMigrationRate: rates(() => 0.3) }),
      ]),
    );
    expectNear([sum(projections, 1), sum(projections, 2)], [sum(projections, 0), sum(projections, 0)], 1e-12);
  });

  it('手で数えた一期間: 出た人の合計と国際移動を配分率で分ける', () => {
    const [first] = projectTogether(
      question(
        [
          area(people(10), { inShare: rates(() => 0.75) }),
          area(people(30), { inShare: rates(() => 0.25), outMigrationRate: rates(() => 0.5) }),
        ],
        8,
      ),
    );
    // Group 3 to 4: 170 and 510 survive by 0.99, a fifth and a half leave, eight come from abroad.
    const [here, there] = [170 * 0.99, 510 * 0.99];
    expectNear(
      [first?.populations[1]?.male[4] ?? 0],
      [here * 0.8 + 0.75 * (here * 0.2 + there * 0.5 + 8)],
      1e-12,
    );
    // The two oldest together.
    const [old, older] = [(30 + 20) * 0.7, (90 + 60) * 0.7];
    expectNear(
      [first?.populations[1]?.male[18] ?? 0],
      [old * 0.98 + 0.75 * (old * 0.02 + older * 0.5 + 8)],
      1e-12,
    );
  });

  it('一つの町が転入を増やせば、ほかの町から来る: 合計は変わらない', () => {
    const quiet = { survival: rates(() => 1), childWomanRatio: 0 };
    const pulling = {
      levers: [{ kind: 'in-migration-scale' as const, path: { value: 2, fromYear: 2020 } }],
      estates: [],
    };
    const [before, after] = [none, pulling].map((levers) =>
      projectTogether(question([area(people(10), quiet, levers), area(people(10), quiet)])),
    );
    if (before === undefined || after === undefined) throw new Error('two projections');
    expectNear([sum(after, 2)], [sum(before, 2)], 1e-12);
    expect(totalOf(after[0]?.populations[2] ?? people(0))).toBeGreaterThan(
      totalOf(before[0]?.populations[2] ?? people(0)),
    );
  });

  it.each([
    [
      '配分率の和が1でない',
      question([area(people(1), { inShare: rates(() => 0.5) })]),
      'population-shares-sum',
      ['steps', 0],
    ],
    [
      '期間の数が違う',
      question([{ ...area(people(1), { inShare: rates(() => 1) }), steps: [] }]),
      'population-length',
      ['areas', 0, 'steps'],
    ],
    [
      '転出率が1を超える',
      question([area(people(1), { inShare: rates(() => 1), outMigrationRate: rates(() => 1.5) })]),
      'population-share-above-one',
      ['areas', 0, 'steps', 0, 'outMigrationRate', 'male', 0],
    ],
    [
      '誰もいない地域',
      question([area(people(0), { inShare: rates(() => 1) })]),
      'population-empty',
      ['areas', 0, 'base'],
    ],
  ] as const)('%s: 場所を言って断る', (_, given, code, path) => {
    const problems = checkExchange(given);
    expect(problems[0]).toMatchObject({ code, path });
    for (const problem of problems) expect(problemSentence(problem)).not.toBe('');
  });

  it('正しい前提は断らない', () => {
    expect(checkExchange(question([area(people(1), {}), area(people(2), {})]))).toEqual([]);
  });
});
