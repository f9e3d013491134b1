import { describe, expect, it } from 'vitest';
import { shippedScheme } from '../../../test/judgement-cases/compiled-scheme.ts';
import { isOfScheme } from './human-choices.ts';

describe('人による判定が、年度の判定基準のものか', () => {
  it.each<[string, string, Parameters<typeof isOfScheme>[1], boolean]>([
    ['軸も段階もある', 'tama', { kind: 'override', subject: 'progress', choice: '1' }, true],
    ['段階がない', 'tama', { kind: 'override', subject: 'progress', choice: 'A' }, false],
    ['軸がない', 'sapporo', { kind: 'override', subject: 'progress', choice: '1' }, false],
    ['評価も選択肢もある', 'naruto-r1', { kind: 'mark', subject: 'overall', choice: 'D' }, true],
    ['選択肢がない', 'naruto-r1', { kind: 'mark', subject: 'overall', choice: 'Z' }, false],
    ['軸の名で評価を言う', 'tama', { kind: 'mark', subject: 'progress', choice: '1' }, false],
    ['どの物にもある名', 'tama', { kind: 'mark', subject: 'constructor', choice: '1' }, false],
  ])('%s', (_, name, said, known) => {
    expect(isOfScheme(shippedScheme(name).scheme, said)).toBe(known);
  });
});
