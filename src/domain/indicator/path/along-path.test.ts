import { describe, expect, it } from 'vitest';
import { aJudgeable, yearlyValues } from '../../../../test/factories/judgeable.ts';
import { exactDecimal } from '../../kernel/fraction.ts';
import { alongPath } from './along-path.ts';
import type { PathTolerance } from './path-tolerance.ts';

const at = (value: string, rest: Parameters<typeof aJudgeable>[0] = {}, tolerance?: PathTolerance) => {
  const found = alongPath(aJudgeable({ values: yearlyValues({ 2024: value }), ...rest }), 2024, tolerance);
  return found.kind === 'unknown' ? found.reason : [found.kind, Number(exactDecimal(found.better))];
};
const target = (value: string, comparison: 'at-least' | 'at-most' = 'at-least') => [
  { fiscalYear: 2027, value, text: null, comparison },
];
const share = (value: string): PathTolerance => ({ of: 'of-expected', value });
const way = (value: string): PathTolerance => ({ of: 'of-way', value });
const down = { direction: 'down', targets: target('25.0', 'at-most') } as const;
const keep = { direction: 'keep-at-or-above', targets: target('30.0') } as const;
const range = { direction: 'range', range: { from: '30', to: '40' }, targets: [] } as const;

describe('道筋に照らして', () => {
  it.each([
    ['上回れば先行', at('39.1'), ['ahead', 0.1]],
    ['ちょうどなら順調', at('39.0'), ['on', 0]],
    ['下回れば遅れ', at('38.9'), ['behind', -0.1]],
    ['許容の幅の端は順調', at('38.5', {}, { of: 'absolute', value: '0.5' }), ['on', -0.5]],
    ['幅の外は遅れ', at('38.49', {}, { of: 'absolute', value: '0.5' }), ['behind', -0.51]],
    ['期待値の1割まで', at('35.1', {}, share('0.1')), ['on', -3.9]],
    ['道のりの1割まで', at('37.9', {}, way('0.1')), ['behind', -1.1]],
    ['減らす指標は下回れば先行', at('30.5', down), ['ahead', 0.5]],
    ['減らす指標は上回れば遅れ', at('31.5', down), ['behind', -0.5]],
    ['保つ指標は線ではなく目標に照らす', at('31.0', keep), ['ahead', 1]],
    ['保つ指標が割れば遅れ', at('29.0', keep), ['behind', -1]],
    ['範囲の中は順調', at('40', range), ['on', 0]],
    ['範囲より上は遅れ', at('42', range), ['behind', -2]],
    ['範囲より下は遅れ', at('29.5', range), ['behind', -0.5]],
    ['値のない年', at('40', { values: [] }), 'no-value'],
    ['向きのない指標', at('40', { direction: 'none' }), 'no-direction'],
    ['目標のない指標', at('40', { targets: [] }), 'no-target'],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('文字の実績と欠測は、その理由を返す', () => {
    const [text] = yearlyValues({ 2024: '1' }, { value: null, text: '策定' });
    const [missing] = yearlyValues({ 2024: '1' }, { value: null, missing: 'not-surveyed' });
    expect(at('', { values: text === undefined ? [] : [text] })).toBe('not-numeric');
    expect(at('', { values: missing === undefined ? [] : [missing] })).toBe('not-surveyed');
  });

  it('累計の目標には、年々の値の合計を照らす', () => {
    const flows = aJudgeable({
      timeBehaviour: 'flow',
      targetBasis: { behaviour: 'cumulative', since: 2023 },
      baseline: { fiscalYear: 2022, value: '12', behaviour: 'flow', standardError: null },
      targets: target('100'),
      values: yearlyValues({ 2023: '18', 2024: '25' }),
    });
    expect(alongPath(flows, 2024)).toMatchObject({ kind: 'ahead', actual: { numerator: 43 } });
    expect(alongPath({ ...flows, values: flows.values.slice(1) }, 2024)).toEqual({
      kind: 'unknown',
      reason: 'incomplete-series',
    });
  });
});
