import { describe, expect, it } from 'vitest';
import { judge } from '../../src/domain/indicator/judgement/judge.ts';
import type { Judgeable } from '../../src/domain/indicator/judgement/judgeable.ts';
import { rollUp, rollUpBy } from '../../src/domain/indicator/judgement/roll-up.ts';
import { shippedScheme } from './compiled-scheme.ts';
import { actualOf, baselineOf, judgeableOf, targetOf } from './judgeable.ts';
import { type SapporoRow, sapporoRows } from './sapporo.data.ts';
import { countsOf, judgeAll } from './synthetic-set.ts';

const scheme = shippedScheme('sapporo');

/** What was known when the report was made: the figures of one column. */
const asReported = (row: SapporoRow, actual: SapporoRow['current']): Judgeable =>
  judgeableOf({
    indicatorKey: `${row.name}${row.part}`,
    name: row.name,
    direction: row.direction,
    baseline: baselineOf(row.baseline[1], row.baseline[0]),
    targets: [targetOf(row.target[1], row.target[0])],
    values: actual === null ? [] : [actualOf(actual[1], actual[0])],
    groups: { field: [row.field] },
  });

const reports = [
  ['2024年の報告', 2023, (row: SapporoRow) => row.prior, 0],
  ['2025年の報告', 2024, (row: SapporoRow) => row.current, 1],
] as const;

describe.each(reports)('札幌市の矢印、%s', (_, fiscalYear, figureOf, column) => {
  it.each(sapporoRows.map((row) => [`${row.name} ${row.part}`, row] as const))('%s', (_, row) => {
    const { overall } = judge(scheme, asReported(row, figureOf(row)), fiscalYear);
    expect(overall?.grade).toBe(row.arrows[column]);
  });
});

it('26指標、うち複合2件（内訳4）、未集計1件、初年度で評価しないもの1件。当初値との比較は45件', () => {
  expect(new Set(sapporoRows.map(({ name }) => name)).size).toBe(26);
  const whole = sapporoRows.filter(({ part }) => part === '');
  const compared = reports.flatMap(([, fiscalYear, figureOf]) =>
    whole
      .map((row) => judge(scheme, asReported(row, figureOf(row)), fiscalYear).overall?.because)
      .filter((because) => because === 'band'),
  );
  expect(compared).toHaveLength(45);
});

it('温室効果ガスの減少は改善であり、算式に向きが表れる', () => {
  const row = sapporoRows.find(({ name }) => name === '温室効果ガス排出量');
  if (row === undefined) throw new Error('should be among the rows');
  const lines = judge(scheme, asReported(row, row.current), 2024).arithmetic();
  expect(lines.map(({ text }) => text)).toEqual([
    '令和6年度の実績がないため、令和4年度の実績を用いた',
    '当初値からの変化 = 1,150 − 1,022 = 128',
    '矢印: 当初値からの変化 128（0超） → 改善',
  ]);
});

it('集計は向上・悪化を数えられたものを分母とし、数えなかったものの名を挙げる', () => {
  const whole = sapporoRows.filter(({ part }) => part === '');
  const judged = judgeAll(
    scheme,
    whole.map((row) => asReported(row, row.current)),
    2024,
  );
  const result = rollUp(scheme, judged);
  expect(countsOf(result)).toEqual({ up: 15, flat: 0, down: 8, unaggregated: 1, 'not-evaluated': 0 });
  expect(result.denominator).toEqual({ of: 'judged', count: 23 });
  expect(result.grades.find(({ grade }) => grade.key === 'unaggregated')).toMatchObject({
    percent: null,
    indicatorKeys: ['就業率'],
  });
  const fields = rollUpBy(scheme, judged, 'field');
  expect(fields.groups.reduce((sum, group) => sum + group.rollUp.entries, 0)).toBe(24);
});
