import { describe, expect, it } from 'vitest';
import { askedFields } from '../../src/domain/evaluation/asked-fields.ts';
import { exemptionOf } from '../../src/domain/evaluation/exemption.ts';
import type { Answers } from '../../src/domain/evaluation/sheet.ts';
import { shippedScheme } from './shipped-schemes.ts';

const asked = (key: string, stageAt: number, typeKey: string | null, answers: Answers = {}): string[] => {
  const scheme = shippedScheme(key);
  const stage = scheme.stages[stageAt];
  if (stage === undefined) throw new Error(`${key} has no stage ${stageAt}`);
  return askedFields(scheme, stage, typeKey, answers)
    .filter(({ kind }) => kind === 'criterion' || kind === 'text')
    .map(({ name }) => name);
};

describe('事業の種類ごとに問うこと', () => {
  it.each([
    ['type-0', ['effect', 'efficiency']],
    ['type-1', ['effect', 'efficiency']],
    ['type-2', ['validity', 'efficiency']],
    ['type-3', ['validity', 'efficiency']],
    ['type-4', ['validity', 'effect', 'efficiency']],
    ['type-5', ['validity', 'effect', 'efficiency']],
    ['type-6', ['validity', 'efficiency']],
    ['type-7', ['validity', 'efficiency']],
    ['type-9', []],
  ])('相生市 %s: %j', (typeKey, criteria) => {
    expect(asked('aioi', 0, typeKey)).toEqual([
      ...criteria.map((each) => `criterion.${each}`),
      ...(typeKey === 'type-9' ? [] : ['text.result']),
    ]);
  });

  it('相生市の番号8は欠番で、9は評価しない', () => {
    const scheme = shippedScheme('aioi');
    expect(scheme.types.map(({ key }) => key)).not.toContain('type-8');
    expect(exemptionOf(scheme, 'type-9', [])).toBe('amount-only');
    expect(exemptionOf(scheme, 'type-4', [1])).toBe('');
  });

  it.each([
    ['own', ['purpose-1', 'purpose-2', 'purpose-3', 'purpose-4', 'effect-5'], ''],
    ['entrusted', ['effect-5'], ''],
    ['other', [], 'amount-only'],
  ])('八千代市 %s: %j', (typeKey, criteria, exemption) => {
    expect(asked('yachiyo', 0, typeKey)).toEqual([
      ...criteria.map((each) => `criterion.${each}`),
      ...(typeKey === 'other' ? [] : ['text.result']),
    ]);
    expect(exemptionOf(shippedScheme('yachiyo'), typeKey, [])).toBe(exemption);
  });

  it.each([
    ['', ['criterion.involvement']],
    ['entrusted', ['criterion.involvement', 'text.evaluation', 'text.issue']],
    ['by-law', ['criterion.involvement', 'text.evaluation', 'text.issue']],
    ['no-basis', ['criterion.involvement', 'criterion.by-whom', 'text.evaluation', 'text.issue']],
    ['outside', ['criterion.involvement']],
  ])('西宮市 市の関与が「%s」のとき: %j', (involvement, names) => {
    expect(asked('nishinomiya', 0, null, { 'criterion.involvement': involvement })).toEqual(names);
  });

  it.each([
    ['essential', false],
    ['between', true],
    ['optional', true],
  ])('聖籠町 必需性が %s のとき、受益者負担を問うか: %s', (necessity, isAsked) => {
    const names = asked('seiro', 0, null, { 'criterion.necessity': necessity });
    expect(names.includes('criterion.beneficiary')).toBe(isAsked);
  });

  it.each([
    ['3年で100万円ちょうど', [300, 300, 400], 'small'],
    ['3年で100万1千円', [300, 300, 401], ''],
    ['1年分が分からない', [10, null, 10], ''],
    ['2年しか分からない', [10, 10], ''],
    ['4年前は見ない', [300, 300, 300, 9_000_000], 'small'],
  ])('聖籠町 評価しない事業 %s', (_, settled, exemption) => {
    expect(exemptionOf(shippedScheme('seiro'), null, settled)).toBe(exemption);
  });
});
