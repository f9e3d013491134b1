import { describe, expect, it } from 'vitest';
import { type AcrossTowns, compareAcross } from './comparability.ts';
import { plainIndicator } from './indicator.ts';

const town = (
  said: Partial<AcrossTowns['indicator']> = {},
  latest: Partial<NonNullable<AcrossTowns['latest']>> | null = {},
): AcrossTowns => ({
  indicator: {
    unit: '%',
    timeBehaviour: 'point',
    definition: '住民の割合。',
    formulaText: '',
    subjective: false,
    direction: 'up',
    computed: plainIndicator.computed,
    ...said,
  },
  latest:
    latest === null
      ? null
      : { fiscalYear: 2024, value: '1', status: 'final', source: { document: 'アンケート' }, ...latest },
});
const usual = [town(), town(), town()];

describe('市町村の間でくらべられるか', () => {
  it.each<[string, AcrossTowns, readonly string[], boolean]>([
    ['同じ', town(), [], true],
    ['単位が違う', town({ unit: '人' }), ['unit'], false],
    ['値の性質が違う', town({ timeBehaviour: 'cumulative' }), ['behaviour'], false],
    [
      '人口あたり',
      town({ computed: { operation: 'per-resident', operands: ['a', 'b'], factor: '1000' } }),
      ['per-resident'],
      false,
    ],
    ['値がない', town({}, null), ['no-figure'], false],
    ['値がまだない年度だけ', town({}, { value: null }), ['no-figure'], false],
    ['定義の言葉が違う', town({ definition: '世帯の割合' }), ['definition'], true],
    ['句読点や空白の違いは違いでない', town({ definition: '住民の 割合' }), [], true],
    ['定義が書かれていない', town({ definition: '' }), ['no-definition'], true],
    ['年度が違う', town({}, { fiscalYear: 2020 }), ['year'], true],
    ['速報', town({}, { status: 'provisional' }), ['provisional'], true],
    ['推計', town({}, { status: 'estimated' }), ['estimated'], true],
  ])('%s', (_, one, expected, isComparable) => {
    expect(compareAcross([...usual, one]).at(-1)).toEqual({ differences: expected, isComparable });
  });

  it('主観の指標は、調査が違えばそれを言う', () => {
    const asked = [town({ subjective: true }), town({ subjective: true })];
    const other = town({ subjective: true }, { source: { document: '別の調査' } });
    expect(compareAcross([...asked, other]).at(-1)?.differences).toEqual(['survey']);
  });

  it('値のある団体がなければ、くらべない', () => {
    expect(compareAcross([town({}, null), town({}, null)]).map(({ isComparable }) => isComparable)).toEqual([
      false,
      false,
    ]);
  });
});
