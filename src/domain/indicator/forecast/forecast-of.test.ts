import { describe, expect, it } from 'vitest';
import { aJudgeable, yearlyValues } from '../../../../test/factories/judgeable.ts';
import { approximateFraction } from '../../kernel/fraction.ts';
import { isReason } from '../judgement/figure.ts';
import { effectOfTargets } from './effect-of-target.ts';
import { forecastOf } from './forecast-of.ts';

const measured = yearlyValues({
  2019: '30.1',
  2020: '32.0',
  2021: '33.2',
  2022: '35.0',
  2023: '36.4',
  2024: '38.1',
});
const target = (fiscalYear: number, value: string) => ({
  fiscalYear,
  value,
  text: null,
  comparison: 'at-least' as const,
});

describe('指標の見通し', () => {
  it('最後の目標の年まで見通す', () => {
    const forecast = forecastOf(aJudgeable({ values: measured }));
    expect(forecast).toMatchObject({ kind: 'forecast', targetFiscalYear: 2027, n: 6, reaches: false });
  });

  it('その年までに知られていた値だけを使う', () => {
    expect(forecastOf(aJudgeable({ values: measured }), 2022)).toMatchObject({
      fiscalYears: [2019, 2020, 2021, 2022],
    });
    expect(forecastOf(aJudgeable({ values: measured }), 2021)).toMatchObject({
      kind: 'none',
      reason: 'too-few-points',
    });
  });

  it.each([
    ['目標がない', { targets: [] }, { kind: 'none', reason: 'no-target', targetFiscalYear: null }],
    [
      '値と目標の種類がちがう',
      { timeBehaviour: 'cumulative' as const, targetBasis: { behaviour: 'flow' as const, since: null } },
      { kind: 'forecast', probability: null, noProbability: 'not-comparable' },
    ],
    [
      '単位が変わった',
      { unitChanges: [{ fromFiscalYear: 2022, unit: '点', factor: null }] },
      { kind: 'none', reason: 'too-few-points', n: 3, leftOut: [{ because: 'unit-changed', since: 2022 }] },
    ],
  ])('%s', (_, rest, expected) => {
    expect(forecastOf(aJudgeable({ values: measured, ...rest }))).toMatchObject(expected);
  });

  it('累計の目標には、年々の値を足して見通す', () => {
    const flows = aJudgeable({
      timeBehaviour: 'flow',
      targetBasis: { behaviour: 'cumulative', since: 2023 },
      targets: [target(2027, '190')],
      values: measured,
    });
    const forecast = forecastOf(flows);
    expect(forecast).toMatchObject({ kind: 'forecast', choice: { because: 'sum-of-years' }, reaches: true });
    if (forecast.kind === 'forecast') expect(forecast.mean).toBeGreaterThan(36.4 + 38.1 + 3 * 39);
  });
});

describe('目標を変えたときの影響', () => {
  const judgeable = aJudgeable({ values: measured });
  const { before, after } = effectOfTargets(
    judgeable,
    [target(2027, '41.0')],
    2024,
    ({ targets }, fiscalYear) => `${fiscalYear}年度に${targets[0]?.value}を目指す`,
  );
  const decimal = (figure: typeof before.expected) =>
    isReason(figure) ? figure : approximateFraction(figure);

  it('期待値、必要な一年の伸び、道筋に照らした判断', () => {
    expect([decimal(before.expected), decimal(after.expected)]).toEqual([39, 37.4]);
    expect([decimal(before.requiredShare), decimal(after.requiredShare)]).toEqual([0.4, 0.4]);
    expect([before.along.kind, after.along.kind]).toEqual(['behind', 'ahead']);
    expect(decimal(after.neededPerYear)).toBeCloseTo(2.9 / 3, 12);
  });

  it('判定も、それぞれの目標の下で行う', () => {
    expect([before.judgement, after.judgement]).toEqual(['2024年度に45.0を目指す', '2024年度に41.0を目指す']);
  });

  it('同じ見通しのまま、届く確率だけが変わる', () => {
    if (before.forecast.kind !== 'forecast' || after.forecast.kind !== 'forecast')
      throw new Error('no forecast');
    expect(after.forecast.mean).toBe(before.forecast.mean);
    expect(after.forecast.probability).toBeGreaterThan((before.forecast.probability ?? 1) + 0.5);
    expect([before.forecast.reaches, after.forecast.reaches]).toEqual([false, true]);
  });
});
