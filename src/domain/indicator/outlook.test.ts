import { describe, expect, it } from 'vitest';
import { someIndicator } from '../../../test/factories/town.ts';
import { type Indicator, type IndicatorTarget, type IndicatorValue, plainValue } from './indicator.ts';
import { type AgainstTarget, type KnownFigures, outlookOf } from './outlook.ts';

const value = (
  fiscalYear: number,
  number: string | null,
  rest: Partial<IndicatorValue> = {},
): IndicatorValue => ({
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value: number,
  text: null,
  ...plainValue,
  status: 'final',
  source: null,
  note: '',
  ...rest,
});

const target = (
  number: string | null,
  comparison: IndicatorTarget['comparison'] = 'at-least',
): IndicatorTarget => ({
  fiscalYear: 2032,
  value: number,
  text: null,
  comparison,
  setOn: null,
  reason: '',
  source: null,
});

const known = (rest: Partial<KnownFigures>): KnownFigures => ({
  baseline: { fiscalYear: 2022, value: '6.77', behaviour: null, note: '', source: null },
  targets: [target('6.77')],
  values: [],
  referenceSeries: [],
  ...rest,
});

describe('指標のいま', () => {
  it('内訳と推計は最新の値ではない', () => {
    const { latest } = outlookOf(
      known({
        values: [
          value(2024, '6.80'),
          value(2025, '7.10', { breakdown: 'age:30s' }),
          value(2030, '6.5', { series: 'projection' }),
        ],
      }),
    );
    expect(latest?.value).toBe('6.80');
  });

  it('値のない年は最新にならない', () => {
    expect(outlookOf(known({ values: [value(2024, '6.80'), value(2025, null)] })).latest?.fiscalYear).toBe(
      2024,
    );
  });

  it('基準の年の値しかなければ、まだ測っていない', () => {
    expect(outlookOf(known({ values: [value(2022, '6.77')] })).onlyBaseline).toBe(true);
    expect(outlookOf(known({ values: [value(2023, '6.77')] })).onlyBaseline).toBe(false);
  });

  it.each([
    ['以上: ちょうど', '6.77', 'at-least', { kind: 'met' }],
    ['以上: 上回る', '6.80', 'at-least', { kind: 'met' }],
    ['以上: 届かない', '6.7', 'at-least', { kind: 'below', gap: '0.07' }],
    ['以下: 下回る', '6.7', 'at-most', { kind: 'met' }],
    ['以下: 超える', '6.8', 'at-most', { kind: 'above', gap: '0.03' }],
    ['ちょうど: 超える', '6.8', 'exactly', { kind: 'above', gap: '0.03' }],
  ] as const)('目標との差 — %s', (_, number, comparison, expected) => {
    const outlook = outlookOf(
      known({ values: [value(2024, number)], targets: [target('6.77', comparison)] }),
    );
    expect(outlook.latestAgainstTarget).toEqual(expected);
  });

  it('目標が設定中なら、差は言わない', () => {
    const outlook = outlookOf(known({ values: [value(2024, '6.8')], targets: [target(null)] }));
    expect(outlook.latestAgainstTarget).toBeNull();
    expect(outlook.target?.value).toBeNull();
  });

  it('目標の年の推計が、目標にどれだけ足りないか', () => {
    const outlook = outlookOf(
      known({
        targets: [target('65000')],
        values: [value(2032, '63200', { series: 'projection', status: 'estimated' })],
        referenceSeries: [{ series: 'projection', name: '基準推計', note: '' }],
      }),
    );
    expect(outlook.projection?.againstTarget).toEqual({ kind: 'below', gap: '1800' });
  });

  it('新しい年度に値がない理由があれば、それを言う。前の年度の理由は言わない', () => {
    const gone = value(2025, null, { missing: 'discontinued' });
    expect(outlookOf(known({ values: [value(2024, '6.8'), gone] })).without).toEqual(gone);
    expect(outlookOf(known({ values: [value(2026, '6.8'), gone] })).without).toBeNull();
  });

  it.each<[string, Partial<Indicator>, AgainstTarget | null]>([
    ['値と同じ目標', {}, { kind: 'below', gap: '880' }],
    [
      '累計の目標',
      { timeBehaviour: 'flow', targetBasis: { behaviour: 'cumulative', since: 2023 } },
      { kind: 'below', gap: '780' },
    ],
    [
      '抜けた年度のある累計',
      { timeBehaviour: 'flow', targetBasis: { behaviour: 'cumulative', since: 2022 } },
      null,
    ],
    [
      '比べられない目標',
      { timeBehaviour: 'point', targetBasis: { behaviour: 'cumulative', since: 2023 } },
      null,
    ],
  ])('%sとの差', (_, change, expected) => {
    const outlook = outlookOf(
      known({
        indicator: someIndicator(change),
        values: [value(2023, '100'), value(2024, '120')],
        targets: [target('1000')],
      }),
    );
    expect(outlook.latestAgainstTarget).toEqual(expected);
  });
});
