import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspiciousFigure } from './suspicious-figure.ts';

const series = (values: readonly string[]) => values.map((value, at) => ({ fiscalYear: 2018 + at, value }));
const satisfaction = ['6.41', '6.48', '6.55', '6.52', '6.66'];
const population = ['67241', '67012', '66803', '66590', '66371'];
const balance = ['-120', '-135', '-128', '-141', '-150'];

const enter = (known: readonly string[], value: string, fiscalYear = 2018 + known.length) =>
  suspiciousFigure(series(known), { fiscalYear, value }, ['第3行', '実績値']);

describe('けたちがいの疑い', () => {
  it.each([
    ['いつもの動き', satisfaction, '6.77'],
    ['いつもより大きくても、極端ではない', population, '65900'],
    ['初めての値', [], '500'],
    ['二年目は半分までの増減', ['100'], '149'],
    ['動いたことのない0からの値', ['0', '0', '0', '0'], '3'],
    ['前に一度跳ねていても、ふだんの動きで見る', ['100', '102', '180', '101', '103'], '106'],
  ])('疑わない — %s', (_, known, value) => {
    expect(enter(known, value)).toBeNull();
  });

  it.each([
    ['小数点の忘れ', satisfaction, '677', 'implausible-tenfold', { times: '100', suggestion: '6.77' }],
    ['桁が一つ多い', population, '661500', 'implausible-tenfold', { times: '10', suggestion: '66150' }],
    ['桁が一つ少ない', population, '6615', 'implausible-tenth', { times: '10', suggestion: '66150' }],
    ['千人で書いた', population, '66.15', 'implausible-tenth', { times: '1000', suggestion: '66150' }],
    ['負号の忘れ', balance, '155', 'implausible-sign', { suggestion: '-155' }],
    ['数字の入れ替わり', population, '61650', 'implausible-digits-swapped', { suggestion: '66150' }],
    [
      '小数をまたがない入れ替わり',
      ['81.2', '81.9', '81.5', '82.0', '82.3'],
      '28.6',
      'implausible-digits-swapped',
      {
        suggestion: '82.6',
      },
    ],
    ['訳の分からない大きさ', satisfaction, '9.1', 'implausible-jump', {}],
    ['二年目の倍増', ['100'], '210', 'implausible-jump', {}],
  ])('疑う — %s', (_, known, value, code, params) => {
    const problem = enter(known, value);
    expect(problem).toMatchObject({ code, severity: 'warning', path: ['第3行', '実績値'] });
    expect(problem?.params).toMatchObject({
      ...params,
      value,
      last: known.at(-1),
      lastYear: 2017 + known.length,
    });
  });

  it('訂正する年は、前と後の値に照らす', () => {
    const others = series(['100', '110', '120', '130', '140', '150']).filter(
      ({ fiscalYear }) => fiscalYear !== 2020,
    );
    const entered = (value: string) => suspiciousFigure(others, { fiscalYear: 2020, value }, []);
    expect(entered('121')).toBeNull();
    expect(entered('1200')).toMatchObject({
      code: 'implausible-tenfold',
      params: { suggestion: '120', lastYear: 2019 },
    });
  });

  it('何年か空けば、年あたりの動きで見る', () => {
    expect(enter(['100', '110', '120', '130'], '200', 2028)).toBeNull();
    expect(enter(['100', '110', '120', '130'], '200', 2022)).toMatchObject({ code: 'implausible-jump' });
  });

  it('値の並び順によらず、前後の値の間の値は疑わない', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99999 }), { minLength: 4, maxLength: 9 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (figures, place, share) => {
          const at = place % (figures.length - 1);
          const known = figures.map((value, index) => ({
            fiscalYear: 2000 + index * 2,
            value: String(value),
          }));
          const [low = 0, high = 0] = [figures[at], figures[at + 1]];
          const middle = String(Math.round((low + high) / 2));
          const entered = { fiscalYear: 2001 + at * 2, value: middle };
          const found = suspiciousFigure(known, entered, []);
          expect(found).toBeNull();
          const shuffled = known.toSorted(
            (a, b) => Math.sin(a.fiscalYear * share) - Math.sin(b.fiscalYear * share),
          );
          const wild = { fiscalYear: 2001 + at * 2, value: String(high * 1000 + 1) };
          expect(suspiciousFigure(shuffled, wild, [])).toEqual(suspiciousFigure(known, wild, []));
        },
      ),
    );
  });
});
