import { describe, expect, it } from 'vitest';
import { aJudgeable } from '../../../../test/factories/judgeable.ts';
import { exactDecimal } from '../../kernel/fraction.ts';
import { type Figure, isReason } from '../judgement/figure.ts';
import { pathYear, pathYears } from './target-path.ts';

const told = (figure: Figure): string => (isReason(figure) ? figure : String(Number(exactDecimal(figure))));
const years = (
  judgeable: ReturnType<typeof aJudgeable>,
  through: 'stated-targets' | 'last-target' = 'stated-targets',
) =>
  pathYears(judgeable, 2022, 2028, through).map(({ expected, requiredShare }) => [
    told(expected),
    told(requiredShare),
  ]);

const target = (fiscalYear: number, value: string | null, text: string | null = null) => ({
  fiscalYear,
  value,
  text,
  comparison: 'at-least' as const,
});

describe('目標への道筋', () => {
  it('等分: 期待値と必要到達率', () => {
    expect(years(aJudgeable())).toEqual([
      ['35', '0'],
      ['37', '0.2'],
      ['39', '0.4'],
      ['41', '0.6'],
      ['43', '0.8'],
      ['45', '1'],
      ['45', '1'],
    ]);
  });

  it('途中の目標は折れ線で通る。最後の目標だけへ向かうこともできる', () => {
    const two = aJudgeable({ targets: [target(2024, '36.0'), target(2027, '45.0')] });
    expect(years(two).map(([expected]) => expected)).toEqual(['35', '35.5', '36', '39', '42', '45', '45']);
    expect(years(two, 'last-target').map(([expected]) => expected)).toEqual([
      '35',
      '37',
      '39',
      '41',
      '43',
      '45',
      '45',
    ]);
    expect(years(two)[2]?.[1]).toBe('0.1');
  });

  it('調査の年だけ動く', () => {
    const step = aJudgeable({ path: { shape: 'step', points: [], surveyYears: [2024, 2027] } });
    expect(years(step).map(([expected]) => expected)).toEqual(['35', '35', '39', '39', '39', '45', '45']);
  });

  it('年ごとに与える。与えていない年は言わない', () => {
    const given = aJudgeable({
      path: {
        shape: 'given',
        points: [
          { fiscalYear: 2023, value: '35.5' },
          { fiscalYear: 2027, value: '45.0' },
        ],
        surveyYears: [],
      },
    });
    expect(years(given)[1]).toEqual(['35.5', '0.05']);
    expect(years(given)[2]).toEqual(['no-expected', 'no-expected']);
  });

  it('累計の目標は、単年の基準値からでなく0から数える', () => {
    const cumulative = aJudgeable({
      timeBehaviour: 'flow',
      unit: '件',
      targetBasis: { behaviour: 'cumulative', since: 2023 },
      baseline: { fiscalYear: 2022, value: '12', behaviour: 'flow', standardError: null },
      targets: [target(2027, '100')],
    });
    expect(years(cumulative)).toEqual([
      ['0', '0'],
      ['20', '0.2'],
      ['40', '0.4'],
      ['60', '0.6'],
      ['80', '0.8'],
      ['100', '1'],
      ['100', '1'],
    ]);
  });

  it.each([
    ['目標なし', { targets: [] }, 'no-target'],
    ['文字の目標', { targets: [target(2027, null, '策定')] }, 'target-text'],
    ['設定中', { targets: [target(2027, null)] }, 'no-target'],
    ['基準値なし', { baseline: null }, 'no-baseline'],
  ])('言えない理由: %s', (_, rest, reason) => {
    expect(told(pathYear(aJudgeable(rest), 2024, 'stated-targets').expected)).toBe(reason);
  });

  it('目標が基準値と同じなら、割合は言えないが期待値は言える', () => {
    const same = pathYear(aJudgeable({ targets: [target(2027, '35.0')] }), 2024, 'stated-targets');
    expect([told(same.expected), told(same.requiredShare)]).toEqual(['35', 'target-is-baseline']);
  });
});
