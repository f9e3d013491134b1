import { describe, expect, it } from 'vitest';
import { yearlyValues } from '../../../../test/factories/judgeable.ts';
import type { ComputedRule } from '../indicator.ts';
import type { JudgeableValue } from '../judgement/judgeable.ts';
import { asValue, computeIndicators } from './compute-indicators.ts';
import type { ComputableIndicator } from './computed-indicator.ts';
import { explainComputed } from './explain-computed.ts';

const measured = (
  indicatorKey: string,
  name: string,
  unit: string,
  values: readonly JudgeableValue[],
): ComputableIndicator => ({ indicatorKey, name, unit, decimals: 0, rule: null, values });

const computed = (
  indicatorKey: string,
  operation: ComputedRule['operation'],
  operands: readonly string[],
  rest: { factor?: string; decimals?: number; unit?: string; name?: string } = {},
): ComputableIndicator => ({
  indicatorKey,
  name: rest.name ?? indicatorKey,
  unit: rest.unit ?? '',
  decimals: rest.decimals ?? 1,
  rule: { operation, operands, factor: rest.factor ?? '1' },
  values: [],
});

const births = measured('births', '出生数', '人', yearlyValues({ 2022: '480', 2023: '452' }));
const people = measured('people', '人口', '人', yearlyValues({ 2022: '65000', 2023: '64000' }));
const lacking = (fiscalYear: number, rest: Partial<JudgeableValue>) =>
  yearlyValues({ [fiscalYear]: '0' }, { value: null, ...rest });

const result = (indicators: readonly ComputableIndicator[]) => {
  const all = computeIndicators(indicators);
  if (!all.ok) throw new Error(JSON.stringify(all.error));
  return all.value;
};
const yearOf = (indicators: readonly ComputableIndicator[], key: string, fiscalYear: number) => {
  const year = result(indicators).get(key)?.years.get(fiscalYear);
  if (year === undefined) throw new Error('no such year');
  return year;
};

describe('計算する指標', () => {
  it.each([
    [
      '人口千人あたり',
      computed('x', 'per-resident', ['births', 'people'], { factor: '1000', decimals: 2 }),
      '7.38',
    ],
    ['人口10万人あたり', computed('x', 'per-resident', ['births', 'people'], { factor: '100000' }), '738.5'],
    ['割合（%）', computed('x', 'ratio', ['births', 'people'], { factor: '100', decimals: 3 }), '0.738'],
    ['合計', computed('x', 'sum', ['births', 'people', 'births'], { decimals: 0 }), '65960'],
    ['差', computed('x', 'difference', ['births', 'people'], { decimals: 0 }), '-64520'],
    ['単位を直した差', computed('x', 'difference', ['people', 'births'], { factor: '0.001' }), '64.5'],
  ])('%s', (_, indicator, value) => {
    expect(yearOf([indicator, births, people], 'x', 2022).value).toBe(value);
  });

  it('浮動小数の誤差を持ち込まない', () => {
    const a = measured('a', 'a', '', yearlyValues({ 2022: '0.1' }));
    const b = measured('b', 'b', '', yearlyValues({ 2022: '0.2' }));
    const sum = yearOf([computed('x', 'sum', ['a', 'b'], { decimals: 1 }), a, b], 'x', 2022);
    expect(sum.value).toBe('0.3');
    const half = yearOf(
      [computed('x', 'ratio', ['a', 'b'], { factor: '2.01', decimals: 2 }), a, b],
      'x',
      2022,
    );
    // 1.005 of floats would print 1.00
    expect(half.value).toBe('1.01');
  });

  it('四捨五入は最後に一度だけ。計算した値を使うときは丸めない', () => {
    const third = computed('third', 'ratio', ['one', 'three'], { decimals: 1 });
    const again = computed('again', 'sum', ['third', 'third', 'third'], { decimals: 1 });
    const one = measured('one', '1', '', yearlyValues({ 2022: '1' }));
    const three = measured('three', '3', '', yearlyValues({ 2022: '3' }));
    expect(yearOf([again, third, one, three], 'again', 2022).value).toBe('1.0');
  });

  it('どの年も、同じ年の値どうしで計算する', () => {
    const rate = computed('x', 'per-resident', ['births', 'people'], { factor: '1000', decimals: 2 });
    const years = result([rate, births, people]).get('x')?.years;
    expect([...(years ?? [])].map(([fiscalYear, { value }]) => [fiscalYear, value])).toEqual([
      [2022, '7.38'],
      [2023, '7.06'],
    ]);
  });

  it.each([
    ['入力がない', [], 'no-value', null],
    ['調査のない年', lacking(2022, { missing: 'not-surveyed' }), 'not-surveyed', 'not-surveyed'],
    ['秘匿', lacking(2022, { missing: 'suppressed' }), 'suppressed', 'suppressed'],
    ['文字の実績', lacking(2022, { text: '策定' }), 'not-numeric', 'not-measurable'],
  ] as const)('値がなければ、どの指標のなぜかを言う — %s', (_, values, reason, missing) => {
    const residents = measured('people', '人口', '人', values);
    const rate = computed('rate', 'per-resident', ['births', 'people']);
    const twice = computed('twice', 'sum', ['rate', 'births']);
    const year = yearOf([twice, rate, births, residents], 'twice', 2022);
    expect(year).toMatchObject({ value: null, lacking: [{ indicatorKey: 'people', reason }] });
    expect(asValue(year)).toMatchObject({ value: null, missing });
  });

  it('0で割る年は、計算する指標そのものの理由になる', () => {
    const nobody = measured('people', '人口', '人', yearlyValues({ 2022: '0.0' }));
    const rate = computed('rate', 'per-resident', ['births', 'people']);
    expect(yearOf([rate, births, nobody], 'rate', 2022)).toMatchObject({
      value: null,
      lacking: [{ indicatorKey: 'rate', reason: 'division-by-zero' }],
    });
  });

  it.each([
    ['どれも確定', 'final', 'final', 'final'],
    ['一つが速報', 'final', 'provisional', 'provisional'],
    ['一つが推計', 'estimated', 'final', 'estimated'],
    ['速報と推計', 'estimated', 'provisional', 'provisional'],
  ] as const)('速報か確定か — %s', (_, first, second, status) => {
    const a = measured('a', 'a', '', yearlyValues({ 2022: '1' }, { status: first }));
    const b = measured('b', 'b', '', yearlyValues({ 2022: '2' }, { status: second }));
    expect(yearOf([computed('x', 'sum', ['a', 'b']), a, b], 'x', 2022).status).toBe(status);
  });
});

describe('標準誤差（デルタ法）', () => {
  const a = measured('a', 'a', '', yearlyValues({ 2022: '60' }, { standardError: '3' }));
  const b = measured('b', 'b', '', yearlyValues({ 2022: '80' }, { standardError: '4' }));
  const exact = measured('n', 'n', '', yearlyValues({ 2022: '200' }));
  const errorOf = (...indicators: readonly ComputableIndicator[]) =>
    yearOf([...indicators, a, b, exact], 'x', 2022).standardError;

  it.each([
    ['和', computed('x', 'sum', ['a', 'b']), 5],
    ['差', computed('x', 'difference', ['a', 'b']), 5],
    ['誤差のない数で割る', computed('x', 'ratio', ['a', 'n'], { factor: '100' }), 1.5],
    ['比', computed('x', 'ratio', ['a', 'b']), 0.75 * Math.hypot(3 / 60, 4 / 80)],
    ['同じ値を二度足せば、誤差も二倍', computed('x', 'sum', ['a', 'a']), 6],
    ['自分から自分を引けば、誤差はない', computed('x', 'difference', ['a', 'a']), 0],
  ])('%s', (_, indicator, error) => {
    expect(errorOf(indicator)).toBeCloseTo(error, 12);
  });

  it('計算した指標をまた使っても、もとの値ごとに数える', () => {
    // (a + b) − b is a
    expect(errorOf(computed('y', 'sum', ['a', 'b']), computed('x', 'difference', ['y', 'b']))).toBeCloseTo(
      3,
      12,
    );
  });

  it('誰も標準誤差を持たなければ、ない', () => {
    expect(errorOf(computed('x', 'sum', ['n', 'n']))).toBeNull();
  });

  it('値として渡すときは三桁まで', () => {
    const year = yearOf([computed('x', 'ratio', ['a', 'b']), a, b], 'x', 2022);
    expect(asValue(year)).toMatchObject({ value: '0.8', standardError: '0.0530' });
  });
});

describe('計算の決まりの誤り', () => {
  const problemsOf = (...indicators: readonly ComputableIndicator[]) => {
    const all = computeIndicators([...indicators, births, people]);
    return all.ok ? [] : all.error;
  };

  it('互いに使い合う指標は、輪を名前で言う', () => {
    expect(
      problemsOf(
        computed('on-top', 'sum', ['a', 'births'], { name: '上' }),
        computed('a', 'sum', ['b', 'births'], { name: '甲' }),
        computed('b', 'ratio', ['people', 'c'], { name: '乙' }),
        computed('c', 'difference', ['births', 'a'], { name: '丙' }),
      ),
    ).toEqual([
      {
        code: 'computed-cycle',
        path: ['indicators', 'a', 'computed'],
        severity: 'error',
        params: { cycle: ['甲', '乙', '丙', '甲'] },
      },
    ]);
  });

  it('自分を使う指標も輪である', () => {
    expect(problemsOf(computed('a', 'sum', ['a', 'births'], { name: '甲' }))).toMatchObject([
      { code: 'computed-cycle', params: { cycle: ['甲', '甲'] } },
    ]);
  });

  it.each([
    ['知らない指標', computed('x', 'sum', ['births', 'nobody']), 'operand-unknown', { key: 'nobody' }],
    ['一つだけの比', computed('x', 'ratio', ['births']), 'operand-count', { least: 2, most: 2, count: 1 }],
    ['三つの差', computed('x', 'difference', ['births', 'people', 'births']), 'operand-count', { count: 3 }],
    ['何もない合計', computed('x', 'sum', []), 'operand-count', { least: 1, count: 0 }],
    ['0をかける', computed('x', 'sum', ['births'], { factor: '0' }), 'computed-factor', { text: '0' }],
    ['数でない係数', computed('x', 'sum', ['births'], { factor: '千' }), 'computed-factor', { text: '千' }],
  ])('%s', (_, indicator, code, params) => {
    expect(problemsOf(indicator)).toMatchObject([
      { code, path: ['indicators', 'x', 'computed', expect.any(String)], params },
    ]);
  });
});

describe('計算の説明', () => {
  const rate = computed('rate', 'per-resident', ['births', 'people'], {
    name: '出生率',
    factor: '1000',
    unit: '‰',
  });
  const double = computed('double', 'sum', ['rate', 'rate'], {
    name: '二年分',
    factor: '0.5',
    decimals: 2,
    unit: '‰',
  });

  it('もとになる計算から順に、式と値を示す', () => {
    expect(
      explainComputed(result([double, rate, births, people]), 'double', 2022).map(({ text }) => text),
    ).toEqual([
      '出生率 = 出生数 480人 ÷ 人口 65,000人 × 1,000 ≒ 7.4‰',
      '二年分 = (出生率 7.3846‰ + 出生率 7.3846‰) × 0.5 ≒ 7.38‰',
    ]);
  });

  it('割り切れれば等号で示す', () => {
    const share = computed('share', 'ratio', ['births', 'people'], {
      name: '割合',
      factor: '100',
      decimals: 5,
      unit: '%',
    });
    expect(explainComputed(result([share, births, people]), 'share', 2023)[0]?.text).toBe(
      '割合 = 出生数 452人 ÷ 人口 64,000人 × 100 = 0.70625%',
    );
  });

  it('足りないものを、どの言葉でも言う', () => {
    const all = result([
      rate,
      births,
      measured('people', '人口', '人', lacking(2022, { missing: 'not-surveyed' })),
    ]);
    const lines = (language: 'ja' | 'en') =>
      explainComputed(all, 'rate', 2022, language).map(({ text }) => text);
    expect(lines('ja')).toEqual([
      '出生率 = 出生数 480人 ÷ 人口 × 1,000',
      '人口: 実績の数値なし（調査のない年）',
    ]);
    expect(lines('en')[1]).toContain('not surveyed that year');
  });

  it('測る指標と、誰も語らない年には説明がない', () => {
    const all = result([rate, births, people]);
    expect(explainComputed(all, 'births', 2022)).toEqual([]);
    expect(explainComputed(all, 'rate', 1999)).toEqual([]);
  });
});
