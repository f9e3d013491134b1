import { describe, expect, it } from 'vitest';
import { type Indicator, type IndicatorValue, plainIndicator, plainValue } from '../indicator.ts';
import type { IndicatorRecord } from './asked.ts';
import { checkSheet } from './check-sheet.ts';
import { decideRow, type TypedRow } from './decide-row.ts';
import { expectedOnPath } from './expected-on-path.ts';
import { implausible } from './implausible.ts';
import { isUntouched, overwriteRow, shownRow } from './typed-row.ts';

const indicator: Indicator = {
  ...plainIndicator,
  indicatorKey: 'a',
  name: '出生数',
  unit: '人',
  direction: 'up',
  kind: 'outcome',
  subjective: false,
  timeBehaviour: 'point',
  definition: '',
  formulaText: '',
  source: null,
  frequency: '',
  decimals: 1,
  unitKey: 'kodomo',
  breakdowns: [],
  position: 1,
};
const figure = (
  fiscalYear: number,
  value: string | null,
  change: Partial<IndicatorValue & { stage: 'draft' | 'published' }> = {},
) => ({
  ...plainValue,
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value,
  text: null,
  status: 'final' as const,
  source: { document: '統計書', place: '3ページ' },
  note: '',
  stage: 'published' as const,
  ...change,
});
const record = (
  change: Partial<Indicator> = {},
  values: IndicatorRecord['values'] = [],
): IndicatorRecord => ({
  indicator: { ...indicator, ...change },
  baseline: null,
  targets: [],
  values,
});
const typed = (change: Partial<TypedRow>): TypedRow => ({
  indicatorKey: 'a',
  figure: '',
  missing: '',
  status: 'final',
  sourceDocument: '',
  note: '',
  ...change,
});
const lastYear = [figure(2024, '100')];

describe('一行を読む', () => {
  it.each<[string, Partial<Indicator>, Partial<TypedRow>, Partial<IndicatorValue>]>([
    ['全角とけた区切り', {}, { figure: '１，２３４' }, { value: '1234' }],
    ['負の三角', {}, { figure: '△5' }, { value: '-5' }],
    ['単位と千', {}, { figure: '1.2千人' }, { value: '1200' }],
    ['出典は前の年のもの', {}, { figure: '5' }, { source: { document: '統計書', place: '3ページ' } }],
    ['選んだ理由', {}, { missing: 'not-surveyed' }, { value: null, missing: 'not-surveyed' }],
    ['理由の名前', {}, { missing: '調査のない年' }, { missing: 'not-surveyed' }],
    ['欄に書いた言葉', {}, { figure: '未実施' }, { value: null, missing: 'not-surveyed' }],
    ['横棒', {}, { figure: '－' }, { missing: 'not-measurable' }],
    ['横棒と選んだ理由', {}, { figure: '-', missing: 'suppressed' }, { missing: 'suppressed' }],
    ['段階の言葉', { direction: 'milestone' }, { figure: '策定' }, { text: '策定', value: null }],
    ['確定の別の名前', {}, { figure: '5', status: '速報' }, { status: 'provisional' }],
    ['何もない行は何も言わない', {}, { sourceDocument: '統計書' }, { source: null, value: null, note: '' }],
  ])('%s', (_, change, row, expected) => {
    const decided = decideRow(record(change, lastYear), 2025, typed(row));
    expect(decided).toMatchObject({ ok: true, value: expected });
  });

  it.each<[string, Partial<Indicator>, Partial<TypedRow>, string, readonly string[]]>([
    ['数の欄の言葉', {}, { figure: '増えた' }, 'not-a-number', ['a', 'figure']],
    ['約の付いた数', {}, { figure: '約120' }, 'not-a-number', ['a', 'figure']],
    ['値と理由の両方', {}, { figure: '5', missing: 'suppressed' }, 'missing-beside-value', ['a', 'missing']],
    [
      '言葉と違う理由',
      {},
      { figure: '廃止', missing: 'suppressed' },
      'missing-beside-value',
      ['a', 'missing'],
    ],
    ['知らない理由', {}, { missing: 'わからない' }, 'unknown-choice', ['a', 'missing']],
    ['知らない確定の別', {}, { figure: '5', status: 'たぶん' }, 'unknown-choice', ['a', 'status']],
    ['違う単位', {}, { figure: '5件' }, 'value-unit-differs', ['a', 'figure']],
  ])('断る: %s', (_, change, row, code, path) => {
    const decided = decideRow(record(change, lastYear), 2025, typed(row));
    expect(decided.ok ? null : decided.error.map((each) => [each.code, each.path])).toEqual([[code, path]]);
  });

  it('約120は、120を勧める', () => {
    const decided = decideRow(record({}, lastYear), 2025, typed({ figure: '約120' }));
    expect(decided.ok ? null : decided.error[0]?.params).toEqual({ text: '約120', suggestion: '120' });
  });

  it('出典のない値は、前にもなければ断る', () => {
    const decided = decideRow(record(), 2025, typed({ figure: '5' }));
    expect(decided.ok ? null : decided.error[0]?.code).toBe('source-required');
  });

  it('見せたままの行は、だれも書いていない行', () => {
    const stored = record({}, [figure(2025, '7', { asOf: '2026-03-31', standardError: '0.2' })]);
    const shown = shownRow(stored, 2025);
    expect(isUntouched(shown, typed({ figure: '7', sourceDocument: '統計書' }))).toBe(true);
    expect(isUntouched(shown, typed({ figure: '8', sourceDocument: '統計書' }))).toBe(false);
    expect(decideRow(stored, 2025, typed({ figure: '8', sourceDocument: '統計書' }))).toMatchObject({
      value: { value: '8', asOf: '2026-03-31', standardError: '0.2', source: { place: '3ページ' } },
    });
  });

  it('値は理由に、理由は値に替わる', () => {
    const shown = shownRow(record({}, [figure(2025, null, { missing: 'suppressed' })]), 2025);
    expect(overwriteRow(shown, { figure: '3' })).toMatchObject({ figure: '3', missing: '' });
    const value = shownRow(record({}, [figure(2025, '3')]), 2025);
    expect(overwriteRow(value, { missing: '秘匿' })).toMatchObject({ figure: '', missing: '秘匿' });
    expect(overwriteRow(value, { note: '注' })).toMatchObject({ figure: '3', note: '注' });
  });
});

describe('前の値と大きく違う値', () => {
  const steady = [
    figure(2020, '100'),
    figure(2021, '102'),
    figure(2022, '101'),
    figure(2023, '103'),
    figure(2024, '104'),
  ];
  it.each<[string, Partial<Indicator>, string, string | null]>([
    ['いつもの変わり方', {}, '106', null],
    ['大きな変化', {}, '190', 'implausible-jump'],
    ['けた違い', {}, '1050', 'implausible-tenfold'],
    ['けた違い（小さいほう）', {}, '10.5', 'implausible-tenth'],
    ['割合が負', { unit: '%' }, '-3', 'implausible-negative-share'],
    ['累計が減った', { timeBehaviour: 'cumulative' }, '103', 'implausible-cumulative-fell'],
    ['単位が変わった年', { unitChanges: [{ fiscalYear: 2025, unit: '千人', factor: '0.001' }] }, '0.1', null],
  ])('%s', (_, change, value, code) => {
    expect(implausible(record(change, steady), 2025, value, '2026-07-01')?.code ?? null).toBe(code);
  });

  it('累計は、年度の途中なら減っていてもよい', () => {
    const cumulative = record({ timeBehaviour: 'cumulative' }, steady);
    expect(implausible(cumulative, 2025, '103', '2026-03-31')).toBeNull();
  });

  it('提出には、値か理由と、大きな変化の説明か確かめた印が要る', () => {
    const jump = (note: string) => record({}, [...steady, figure(2025, '190', { note, stage: 'draft' })]);
    const codes = (one: IndicatorRecord, ...confirmed: string[]) =>
      checkSheet([one], 2025, new Set(confirmed), '2026-07-01').map(({ code }) => code);
    expect(codes(record({}, steady))).toEqual(['sheet-blank']);
    expect(codes(record({}, [figure(2025, null, { note: '調べています' })]))).toEqual(['sheet-blank']);
    expect(codes(record({}, [figure(2025, null, { missing: 'suppressed' })]))).toEqual([]);
    expect([codes(jump('')), codes(jump('合併のため')), codes(jump(''), 'a')]).toEqual([
      ['sheet-unconfirmed'],
      [],
      [],
    ]);
  });
});

describe('今年の見込み', () => {
  const target = {
    fiscalYear: 2030,
    value: '120',
    text: null,
    comparison: 'at-least' as const,
    setOn: null,
    reason: '',
    source: null,
  };
  const baseline = { fiscalYear: 2020, value: '100', behaviour: null, note: '', source: null };
  it.each<[string, Partial<IndicatorRecord>, string | null]>([
    ['基準と目標の間を等しく', { baseline, targets: [target] }, '110.0'],
    ['目標がない', { baseline }, null],
    [
      '累計の目標は、年ごとの値と比べない',
      {
        baseline,
        targets: [target],
        indicator: { ...indicator, targetBasis: { behaviour: 'cumulative', since: 2021 } },
      },
      null,
    ],
  ])('%s', (_, change, expected) => {
    expect(expectedOnPath({ ...record(), ...change }, 2025)).toBe(expected);
  });
});
