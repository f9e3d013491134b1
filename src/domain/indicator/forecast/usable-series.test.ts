import { describe, expect, it } from 'vitest';
import type { JudgeableValue } from '../judgement/judgeable.ts';
import { usableSeries } from './usable-series.ts';

const entry = (
  fiscalYear: number,
  value: string | null,
  rest: Partial<JudgeableValue> = {},
): JudgeableValue => ({
  fiscalYear,
  asOf: null,
  value,
  text: null,
  missing: null,
  standardError: null,
  status: 'final',
  ...rest,
});

describe('見通しに使える値', () => {
  it('年の順に並べ、値のない年と文字の年は除く', () => {
    const { observations, leftOut } = usableSeries(
      [
        entry(2023, '3'),
        entry(2021, '1'),
        entry(2022, null, { missing: 'not-surveyed' }),
        entry(2024, null, { text: '設置' }),
      ],
      [],
    );
    expect(observations.map(({ fiscalYear, value }) => [fiscalYear, value])).toEqual([
      [2021, 1],
      [2023, 3],
    ]);
    expect(leftOut).toEqual([]);
  });

  it('定義が変わった年より前は使わない', () => {
    const { observations, leftOut } = usableSeries(
      [
        entry(2019, '90'),
        entry(2020, null, { missing: 'definition-changed' }),
        entry(2021, '40'),
        entry(2022, '41'),
      ],
      [],
    );
    expect(observations.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2022]);
    expect(leftOut).toEqual([{ since: 2020, because: 'definition-changed', fiscalYears: [2019] }]);
  });

  it('換算できない単位の変更で切れ、換算できる変更は換算する', () => {
    const values = [entry(2019, '7', { standardError: '0.5' }), entry(2020, '8'), entry(2021, '9000')];
    const cut = usableSeries(values, [{ fromFiscalYear: 2021, unit: '人', factor: null }]);
    expect(cut.observations.map(({ fiscalYear }) => fiscalYear)).toEqual([2021]);
    expect(cut.leftOut).toEqual([{ since: 2021, because: 'unit-changed', fiscalYears: [2019, 2020] }]);
    const joined = usableSeries(values, [{ fromFiscalYear: 2021, unit: '人', factor: '1000' }]);
    expect(joined.observations.map(({ value }) => value)).toEqual([7000, 8000, 9000]);
    expect(joined.observations[0]?.standardError).toBe(500);
    expect(joined.leftOut).toEqual([]);
  });

  it('速報と推計の年を言う', () => {
    const { notFinal } = usableSeries(
      [
        entry(2021, '1'),
        entry(2022, '2', { status: 'provisional' }),
        entry(2023, '3', { status: 'estimated' }),
      ],
      [],
    );
    expect(notFinal).toEqual([2022, 2023]);
  });
});
