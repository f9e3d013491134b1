import { describe, expect, it } from 'vitest';
import { someValue } from '../../../test/factories/town.ts';
import { cellText, decideCells, originOf, type TypedCells } from './decide-cells.ts';
import type { IndicatorValue } from './indicator.ts';

const indicator = { indicatorKey: 'x', direction: 'up', unit: '%' } as const;
const source = { document: '市民アンケート', place: '3頁' };
const twenties = someValue({
  fiscalYear: 2024,
  breakdown: 'age:20s',
  value: '6.4',
  source,
  note: '速報から変更なし',
});
const thirties = someValue({
  fiscalYear: 2024,
  breakdown: 'age:30s',
  value: '6.9',
  standardError: '0.12',
  source: { document: '別の資料' },
});
const stored = (year: number, breakdown: string): IndicatorValue | null =>
  [twenties, thirties].find((value) => value.fiscalYear === year && value.breakdown === breakdown) ?? null;
const year = (texts: readonly [string, string], change: Partial<TypedCells> = {}): TypedCells => ({
  fiscalYear: 2024,
  ...originOf([twenties, thirties]),
  cells: [
    { breakdown: 'age:20s', text: texts[0] },
    { breakdown: 'age:30s', text: texts[1] },
  ],
  ...change,
});
const decided = (typed: TypedCells) => {
  const result = decideCells(indicator, [typed], stored);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('内訳の値の入力', () => {
  it('変えなかった年は、値ごとの出典や備考も含めて、そのまま', () => {
    expect(decided(year([cellText(twenties), cellText(thirties)]))).toEqual([twenties, thirties]);
  });

  it.each<[string, Partial<IndicatorValue>]>([
    ['7.1', { value: '7.1', standardError: null, missing: null }],
    ['７．１±０．２', { value: '7.1', standardError: '0.2' }],
    ['秘匿', { value: null, missing: 'suppressed', source: null }],
    ['X', { value: null, missing: 'suppressed', source: null }],
    ['廃止・終了', { value: null, missing: 'discontinued' }],
    ['', { value: null, missing: null, note: '' }],
  ])('「%s」を読み、変えなかった欄はそのまま', (text, expected) => {
    const [first, second] = decided(year([text, cellText(thirties)]));
    expect(first).toMatchObject({ breakdown: 'age:20s', asOf: twenties.asOf, ...expected });
    expect(second).toEqual(thirties);
  });

  it('出典や確定の別を変えると、その年のすべての値が変わる', () => {
    const change = { sourceDocument: '確報', sourcePlace: '', status: 'estimated' };
    const values = decided(year([cellText(twenties), cellText(thirties)], change));
    expect(
      values.map(({ value, standardError, status, source: from }) => [value, standardError, status, from]),
    ).toEqual([
      ['6.4', null, 'estimated', { document: '確報' }],
      ['6.9', '0.12', 'estimated', { document: '確報' }],
    ]);
  });

  it.each<[string, TypedCells, string, readonly (string | number)[]]>([
    ['数でない値', year(['約7', '6.9']), 'not-a-number', [2024, 'age:20s']],
    ['誤差の書きかけ', year(['7±', '6.9']), 'not-a-number', [2024, 'age:20s']],
    ['二つの誤差', year(['7±1±2', '6.9']), 'not-a-number', [2024, 'age:20s']],
    ['負の誤差', year(['7±-1', '6.9']), 'standard-error-negative', [2024, 'age:20s']],
    ['出典のない値', year(['7', '6'], { sourceDocument: ' ' }), 'source-required', [2024, 'sourceDocument']],
    ['知らない確定の別', year(['7', '6'], { status: 'wild' }), 'unknown-choice', [2024, 'status']],
    ['書き間違いの年度', year(['7', '6'], { fiscalYear: 2204 }), 'fiscal-year-implausible', [2204]],
  ])('%sは、場所を示して断る', (_, typed, code, path) => {
    const result = decideCells(indicator, [typed], stored);
    expect(result.ok ? [] : result.error.map((problem) => [problem.code, problem.path])).toEqual([
      [code, path],
    ]);
  });

  it('同じ年度は二度書けない', () => {
    const result = decideCells(indicator, [year(['1', '2']), year(['1', '2'])], stored);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'fiscal-year-twice' }] });
  });

  it('示した文字は、同じ値に読み戻せる', () => {
    for (const value of [twenties, thirties, someValue({ value: null, missing: 'not-yet-due' })]) {
      const [read] = decided(year([cellText(value), ''], { status: 'provisional' }));
      expect([read?.value, read?.missing, read?.standardError]).toEqual([
        value.value,
        value.missing,
        value.standardError,
      ]);
    }
  });
});
