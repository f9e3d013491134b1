import { describe, expect, it } from 'vitest';
import type { PathShape } from '../indicator.ts';
import { pathAsTyped } from './path-as-typed.ts';

const points = [
  { fiscalYear: 2025, value: '66000' },
  { fiscalYear: 2032, value: '65000' },
] as const;
const plain: PathShape = { shape: 'given', points, surveyYears: [] };
const scenario = { key: 's1', edition: 2, name: '移住促進' };
const taken: PathShape = { ...plain, scenario };

describe('シナリオからとった道筋は、書式で保存しても', () => {
  it.each<[string, PathShape, PathShape['scenario']]>([
    ['変えなければ、シナリオの道筋のまま', plain, scenario],
    [
      '値を変えれば、シナリオの道筋ではなくなる',
      { ...plain, points: [points[0], { ...points[1], value: '65001' }] },
      undefined,
    ],
    ['年度を変えても同じ', { ...plain, points: [points[0], { ...points[1], fiscalYear: 2031 }] }, undefined],
    ['点を減らしても同じ', { ...plain, points: [points[0]] }, undefined],
    ['形を変えても同じ', { ...plain, shape: 'linear' }, undefined],
    [
      '別のシナリオなら、それになる',
      { ...plain, scenario: { ...scenario, edition: 3 } },
      { ...scenario, edition: 3 },
    ],
  ])('%s', (_, typed, expected) => {
    expect(pathAsTyped(taken, typed).scenario).toEqual(expected);
  });

  it('もとがシナリオでなければ、付け加えない', () => {
    expect(pathAsTyped(plain, plain)).toBe(plain);
  });
});
