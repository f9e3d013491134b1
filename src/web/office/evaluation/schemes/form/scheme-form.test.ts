import { describe, expect, it } from 'vitest';
import { shippedFiles, shippedScheme } from '../../../../../../test/evaluation-cases/shipped-schemes.ts';
import { threeCriteria } from '../../../../../../test/evaluation-cases/three-criteria.ts';
import type { EvaluationScheme } from '../../../../../domain/evaluation/evaluation-scheme.ts';
import { readRowOperation, withRowOperation } from '../../../judgement/form/row-operation.ts';
import { fieldPlace } from './field-place.ts';
import { freshRow } from './fresh-row.ts';
import { withoutReferences } from './removed-references.ts';
import { schemeField } from './scheme-field.ts';
import { readSchemeForm, schemeEntries } from './scheme-form.ts';

const rules: readonly (readonly [string, EvaluationScheme['gradeRule']])[] = [
  ['点の合計', threeCriteria.gradeRule],
  [
    '満点に対する割合',
    {
      by: 'sum',
      of: 'share',
      bands: [
        { grade: 'a', from: '0.8' },
        { grade: 'c', from: null },
      ],
    },
  ],
  [
    '重みを付けた平均',
    {
      by: 'weight',
      bands: [
        { grade: 'a', from: '2' },
        { grade: 'c', from: null },
      ],
    },
  ],
  [
    '表',
    {
      by: 'table',
      rows: [
        {
          grade: 'a',
          when: [
            { criterion: 'validity', levels: ['high'] },
            { criterion: 'effect', levels: ['high', 'low'] },
          ],
        },
      ],
      otherwise: 'c',
    },
  ],
];

const operated = (scheme: EvaluationScheme, then: string) => {
  const operation = readRowOperation(then);
  if (operation === null) throw new Error(`${then} is no operation`);
  const entries = schemeEntries(scheme);
  return withRowOperation(withoutReferences(entries, operation), operation, freshRow);
};

describe('評価の様式の欄', () => {
  it.each(shippedFiles)('%s は、欄にして読み戻すと同じになる', (file) => {
    const scheme = shippedScheme(file.replace('.json', ''));
    expect(readSchemeForm(schemeEntries(scheme), scheme.key)).toEqual({ scheme, problems: [] });
  });

  it.each(rules)('決め方「%s」も読み戻せる', (_, gradeRule) => {
    const scheme = { ...threeCriteria, gradeRule };
    expect(readSchemeForm(schemeEntries(scheme), 'three').scheme).toEqual(scheme);
  });

  it('加えた評価項目は、最初の段階で問われる', () => {
    const { entries, at } = operated(threeCriteria, 'add criteria');
    expect(at).toBe('criteria.3');
    const named = entries.map(
      ([name, value]) => [name, name === 'criteria.3.label' ? '公平性' : value] as const,
    );
    const read = readSchemeForm(named, 'three');
    expect(read.scheme?.criteria[3]).toMatchObject({ key: 'criterion-4', label: '公平性' });
    expect(read.scheme?.stages[0]?.criteria).toContain('criterion-4');
  });

  it('消した評価項目は、段階からも条件からも消える', () => {
    const conditional: EvaluationScheme = {
      ...threeCriteria,
      gradeRule: { by: 'hand' },
      criteria: threeCriteria.criteria.map((criterion, at) =>
        at === 1
          ? {
              ...criterion,
              applies: { ...criterion.applies, when: [{ criterion: 'validity', levels: ['high'] }] },
            }
          : criterion,
      ),
    };
    const { scheme } = readSchemeForm(operated(conditional, 'remove criteria.0').entries, 'three');
    expect(scheme?.criteria.map(({ key }) => key)).toEqual(['effect', 'efficiency']);
    expect(scheme?.criteria[0]?.applies.when).toEqual([]);
    expect(scheme?.stages[0]?.criteria).toEqual(['effect', 'efficiency']);
  });

  it.each([
    [['criteria', 0, 'levels', 1, 'points'], 'criteria.0.levels.1.points', '評価項目1 › 選択肢2 › 点'],
    [['criteria', 0, 'proposal', 'from', 1], 'criteria.0.levels.1.from', '評価項目1 › 選択肢2 › 下の境'],
    [['exemptions', 0, 'atMost', 'years'], 'exemptions.0.years', '評価しない事業1 › 年数'],
    [['gradeRule', 'bands', 1, 'from'], 'gradeRule.bands.1.from', '総合評価の決め方 › 境2 › 下の境'],
    [['stages', 0, 'direction'], 'stages.0.direction', '段階1 › 方向性'],
  ])('%j は欄 %s で、「%s」と呼ぶ', (path, field, place) => {
    expect(schemeField(path, schemeEntries(threeCriteria))).toBe(field);
    expect(fieldPlace(field)).toBe(place);
  });

  it.each([
    ['criteria.0.label', '', 'text-missing', ['criteria', 0, 'label']],
    ['criteria.0.levels.0.points', '三', 'scheme-not-a-number', ['criteria', 0, 'levels', 0, 'points']],
    ['texts.0.maxLength', '多め', 'scheme-whole-number', ['texts', 0, 'maxLength']],
    ['gradeRule.bands.0.grade', '', 'scheme-choose', ['gradeRule', 'bands', 0, 'grade']],
    ['source.url', 'https://example.jp/', 'text-missing', ['source', 'document']],
  ])('%s が「%s」なら断り、場所を述べる', (name, value, code, path) => {
    const entries = schemeEntries(threeCriteria).map(
      ([each, old]) => [each, each === name ? value : old] as const,
    );
    const { scheme, problems } = readSchemeForm(entries, 'three');
    expect(scheme).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('金額は、けた区切りや全角でも読める', () => {
    const scheme = shippedScheme('seiro');
    const entries = schemeEntries(scheme).map(
      ([name, value]) => [name, name === 'exemptions.0.thousandYen' ? '１,０００' : value] as const,
    );
    expect(readSchemeForm(entries, 'seiro').scheme?.exemptions[0]?.atMost).toEqual({
      years: 3,
      thousandYen: 1000,
    });
  });
});
