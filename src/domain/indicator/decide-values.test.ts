import { describe, expect, it } from 'vitest';
import { decideValues, lonelyStandardErrors, type TypedValue } from './decide-values.ts';

const row = (changed: Partial<TypedValue> = {}): TypedValue => ({
  fiscalYear: 2024,
  figure: '6.77',
  text: '',
  missing: '',
  standardError: '',
  asOf: '',
  status: 'final',
  sourceDocument: '市民アンケート',
  sourcePlace: '',
  note: '',
  ...changed,
});

describe('実績値の入力', () => {
  it('値、時点、出典を読み取る', () => {
    const result = decideValues([row({ asOf: '令和6年10月1日', sourcePlace: '3頁' })], 'actual');
    expect(result).toEqual({
      ok: true,
      value: [
        {
          series: 'actual',
          fiscalYear: 2024,
          asOf: '2024-10-01',
          breakdown: '',
          value: '6.77',
          text: null,
          missing: null,
          standardError: null,
          status: 'final',
          source: { document: '市民アンケート', place: '3頁' },
          note: '',
        },
      ],
    });
  });

  it.each([
    ['数でない', { figure: '約120' }, 'not-a-number', [2024, 'figure']],
    ['出典がない', { sourceDocument: ' ' }, 'source-required', [2024, 'sourceDocument']],
    [
      '文字の実績でも出典がない',
      { figure: '', text: '策定', sourceDocument: '' },
      'source-required',
      [2024, 'sourceDocument'],
    ],
    ['ない日付', { asOf: '2024-02-30' }, 'date-impossible', [2024, 'asOf']],
    ['計画の年度と思えない年度', { fiscalYear: 2206 }, 'fiscal-year-implausible', [2206, 'fiscalYear']],
    ['値と、値がない理由の両方がある', { missing: 'suppressed' }, 'missing-beside-value', [2024, 'missing']],
    ['知らない理由', { figure: '', missing: 'lost' }, 'unknown-choice', [2024, 'missing']],
    ['負の標準誤差', { standardError: '△0.1' }, 'standard-error-negative', [2024, 'standardError']],
    ['数でない標準誤差', { standardError: '約0.1' }, 'not-a-number', [2024, 'standardError']],
    ['知らない状態', { status: 'wild' }, 'unknown-choice', [2024, 'status']],
    ['長すぎる備考', { note: 'あ'.repeat(2001) }, 'text-too-long', [2024, 'note']],
  ])('%sときは場所を示して断る', (_, changed, code, path) => {
    const result = decideValues([row(changed)], 'actual');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error).toMatchObject([{ code, path }]);
  });

  it('同じ年度を二度は入れられない', () => {
    const result = decideValues([row(), row()], 'actual');
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'fiscal-year-twice', path: [2024, 'fiscalYear'] }],
    });
  });

  it('空の行には出典を求めない', () => {
    expect(decideValues([row({ figure: '', sourceDocument: '' })], 'actual').ok).toBe(true);
  });

  it('誤りはすべてまとめて返す', () => {
    const result = decideValues(
      [row({ figure: 'x' }), row({ fiscalYear: 2025, sourceDocument: '' })],
      'actual',
    );
    expect(result.ok ? [] : result.error.map((problem) => problem.code)).toEqual([
      'not-a-number',
      'source-required',
    ]);
  });

  it('値がない理由だけの行には、出典を求めない', () => {
    const result = decideValues([row({ figure: '', missing: 'not-surveyed', sourceDocument: '' })], 'actual');
    expect(result).toMatchObject({ ok: true, value: [{ value: null, missing: 'not-surveyed' }] });
  });

  it('値のない標準誤差を、その年度とともに告げる', () => {
    const rows = [
      row({ standardError: '0.1' }),
      row({ fiscalYear: 2023, figure: ' ', standardError: '0.1' }),
    ];
    expect(lonelyStandardErrors(rows)).toMatchObject([
      { code: 'standard-error-alone', path: [2023, 'standardError'] },
    ]);
  });
});
