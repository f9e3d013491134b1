import fc from 'fast-check';
import { describe, it } from 'vitest';
import { checkPicture } from '../../test/charts/check-picture.ts';
import { ageShares } from './age-shares.ts';
import { isoTargetCurve } from './iso-target-curve.ts';
import { populationFan } from './population-fan.ts';
import { populationPyramid } from './population-pyramid.ts';

const width = fc.constantFrom(320 as const, 640 as const);
const name = fc.constantFrom(
  '国勢調査',
  '社人研 令和5年推計',
  '子育て世代の転入を毎年百人ふやすシナリオ（案）',
  'A',
);
const head = { id: 'p', title: 't', description: '' };
const persons = fc.oneof(fc.nat(5000), fc.double({ min: 0, max: 2_000_000, noNaN: true }));

const ages = fc.constantFrom(3, 18, 19, 21, 101);
const sides = (count: number) => {
  const side = fc.array(persons, { minLength: count, maxLength: count });
  return fc.record({ male: side, female: side });
};

describe('どんな人口でも、座標は図の中にあり、文字は重ならない', { timeout: 30_000 }, () => {
  it('ピラミッド', () => {
    const data = ages.chain((count) =>
      fc.record({
        ages: fc.constant(Array.from({ length: count }, (_, at) => `${at * 5}～${at * 5 + 4}歳`)),
        sides: sides(count),
        compare: fc.option(fc.record({ name, sides: sides(count) })),
        scaleMax: fc.option(fc.nat(100_000)),
        shown: name,
      }),
    );
    fc.assert(
      fc.property(data, width, (drawn, wide) => {
        const svg = populationPyramid(
          {
            ...head,
            ages: drawn.ages,
            ...drawn.sides,
            compare: drawn.compare === null ? null : { name: drawn.compare.name, ...drawn.compare.sides },
            scaleMax: drawn.scaleMax,
            words: { male: '男', female: '女', unit: '人', shown: drawn.shown },
          },
          wide,
        );
        checkPicture(svg ?? '');
      }),
    );
  });

  it('総人口の推移と幅', () => {
    const point = fc.record({ year: fc.integer({ min: 1980, max: 2060 }), value: persons });
    const series = fc.record({
      name,
      kind: fc.constantFrom('actual' as const, 'projection' as const, 'own' as const, 'scenario' as const),
      points: fc.uniqueArray(point, { selector: ({ year }) => year, maxLength: 14 }),
    });
    const aim = fc.record({
      year: fc.integer({ min: 1990, max: 2060 }),
      total: persons,
      name: fc.constantFrom('目標', '長い名前の目標人口（人口ビジョン）'),
    });
    fc.assert(
      fc.property(
        fc.array(series, { maxLength: 8 }),
        fc.option(aim),
        fc.option(fc.integer({ min: 1970, max: 2070 })),
        fc.boolean(),
        width,
        (drawn, goal, shownYear, banded, wide) => {
          const last = drawn.at(-1)?.points ?? [];
          const bands = banded
            ? last.map(({ year, value }) => ({
                year,
                half: [value * 0.95, value * 1.05] as const,
                eighty: [value * 0.9, value * 1.1] as const,
              }))
            : undefined;
          const svg = populationFan(
            { ...head, unit: '人', years: 'western', series: drawn, bands, aim: goal, shownYear },
            wide,
          );
          if (svg !== null) checkPicture(svg);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('目標に届く組み合わせ', () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: 3, noNaN: true }),
      y: fc.double({ min: -50, max: 5000, noNaN: true }),
    });
    const marked = fc.option(fc.tuple(point, name).map(([place, own]) => ({ ...place, name: own })));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), marked, marked, width, (curve, now, chosen, wide) => {
        const svg = isoTargetCurve(
          {
            ...head,
            x: { name: '合計特殊出生率', unit: '', decimals: 2, least: 1, most: 2.1 },
            y: { name: '子育て世代の転入の上乗せ', unit: '人／年', decimals: 0, least: 0, most: 200 },
            curve,
            now,
            chosen,
            words: { reached: '届く', missed: '届かない' },
          },
          wide,
        );
        if (svg !== null) checkPicture(svg);
      }),
    );
  });

  it('年齢3区分の割合', () => {
    const row = fc.record({
      year: fc.integer({ min: 1980, max: 2060 }),
      shares: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 3 }),
      projected: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 16 }), width, (rows, wide) => {
        const svg = ageShares(
          {
            ...head,
            groups: ['0～14歳', '15～64歳', '65歳以上'],
            rows: rows.map((one) => ({ ...one, label: String(one.year) })),
            words: { projected: 'ここから推計' },
          },
          wide,
        );
        checkPicture(svg ?? '');
      }),
    );
  });
});
