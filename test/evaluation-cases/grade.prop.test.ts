import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileEvaluation } from '../../src/domain/evaluation/compile-evaluation.ts';
import type { EvaluationScheme, GradeRule } from '../../src/domain/evaluation/evaluation-scheme.ts';
import { gradeOf } from '../../src/domain/evaluation/grade.ts';
import { proposeLevels } from '../../src/domain/evaluation/propose-levels.ts';
import { fractionOf } from '../../src/domain/kernel/fraction.ts';
import { shippedScheme } from './shipped-schemes.ts';
import { threeCriteria } from './three-criteria.ts';

const keys = ['validity', 'effect', 'efficiency'] as const;
const types = ['full', 'short', 'nothing'] as const;
const pointsFrom = (min: number) => fc.integer({ min, max: 99 }).map((tenths) => (tenths / 10).toFixed(1));

const bands = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 2 })
  .map((bounds) => bounds.toSorted((a, b) => b - a).map((tenths) => (tenths / 10).toFixed(1)))
  .map(([first = '', second = '']) => [
    { grade: 'a', from: first },
    { grade: 'b', from: second },
    { grade: 'c', from: null },
  ]);

const rule: fc.Arbitrary<GradeRule> = bands.chain((each) =>
  fc.constantFrom<GradeRule>(
    { by: 'sum', bands: each },
    { by: 'sum', of: 'share', bands: each },
    { by: 'weight', bands: each },
    {
      by: 'table',
      rows: [{ grade: 'a', when: [{ criterion: 'validity', levels: ['l0'] }] }],
      otherwise: null,
    },
  ),
);

const schemeWith = (points: fc.Arbitrary<string>): fc.Arbitrary<EvaluationScheme> =>
  fc
    .tuple(
      rule,
      fc.array(fc.array(points, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.constantFrom('0.5', '1', '3'), { minLength: 3, maxLength: 3 }),
    )
    .map(([gradeRule, levels, weights]) => ({
      ...threeCriteria,
      gradeRule,
      criteria: threeCriteria.criteria.map((criterion, at) => ({
        ...criterion,
        weight: weights[at] ?? '1',
        levels: (levels[at] ?? []).map((each, nth) => ({
          key: `l${nth}`,
          label: `${nth}`,
          wording: '',
          points: each,
        })),
      })),
    }));

const scheme = schemeWith(pointsFrom(-20));

const answers = fc
  .tuple(...keys.map(() => fc.constantFrom('l0', 'l1', 'l2', 'l3', '', 'unknown')))
  .map((chosen) => Object.fromEntries(keys.map((key, at) => [`criterion.${key}`, chosen[at] ?? ''])));

const typeKey = fc.constantFrom(...types);

describe('総合評価の性質', () => {
  it('いつも様式の段階の一つか、なし', () => {
    fc.assert(
      fc.property(scheme, typeKey, answers, (one, type, given) => {
        const { grade, steps } = gradeOf(one, type, given);
        expect([...one.grades.map(({ key }) => key), null]).toContain(grade);
        expect(steps.length).toBeGreaterThan(0);
      }),
    );
  });

  it('点の高い段階に変えて、総合評価が下がることはない', () => {
    const order = ['c', 'b', 'a'];
    fc.assert(
      fc.property(
        // The points that could be had stay the same, so that a share rises as the sum does — unless none is positive.
        schemeWith(pointsFrom(1)).filter(
          ({ gradeRule }) => gradeRule.by === 'sum' || gradeRule.by === 'weight',
        ),
        typeKey,
        answers,
        fc.constantFrom(...keys),
        (one, type, given, key) => {
          const before = gradeOf(one, type, given).grade;
          const criterion = one.criteria.find((each) => each.key === key);
          const now = criterion?.levels.find((level) => level.key === given[`criterion.${key}`]);
          const better = criterion?.levels.find(
            (level) => now !== undefined && Number(level.points) > Number(now.points),
          );
          fc.pre(before !== null && better !== undefined);
          const after = gradeOf(one, type, { ...given, [`criterion.${key}`]: better?.key ?? '' }).grade;
          expect(order.indexOf(after ?? '')).toBeGreaterThanOrEqual(order.indexOf(before ?? ''));
        },
      ),
    );
  });

  it('当てはまらない項目の答えは、何も変えない', () => {
    fc.assert(
      fc.property(scheme, answers, fc.constantFrom('l0', 'l1', '', 'unknown'), (one, given, other) => {
        const changed = { ...given, 'criterion.effect': other };
        expect(gradeOf(one, 'short', changed)).toEqual(gradeOf(one, 'short', given));
      }),
    );
  });

  it('当てはまらない項目を様式から消しても、総合評価は同じ', () => {
    fc.assert(
      fc.property(scheme, answers, (one, given) => {
        const without = { ...one, criteria: one.criteria.filter(({ key }) => key !== 'effect') };
        expect(gradeOf(without, 'short', given).grade).toBe(gradeOf(one, 'short', given).grade);
      }),
    );
  });

  it('言葉を付けない速い計算も、同じ総合評価を出す', () => {
    fc.assert(
      fc.property(scheme, typeKey, answers, (one, type, given) => {
        expect(compileEvaluation(one).grade(type, given)).toBe(gradeOf(one, type, given).grade);
      }),
    );
  });

  it.each(['naruto', 'sado', 'maniwa-year-end', 'shiojiri-after'])('%s の達成率からの案も同じ', (key) => {
    const one = shippedScheme(key);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (thousandths) => {
        const achievement = fractionOf((thousandths / 1000).toFixed(3));
        const proposed = proposeLevels(one, achievement).map(({ field, level }) => [field, level] as const);
        expect(compileEvaluation(one).propose(null, {}, achievement)).toEqual(Object.fromEntries(proposed));
      }),
    );
  });
});
