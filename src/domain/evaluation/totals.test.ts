import { describe, expect, it } from 'vitest';
import {
  publishedRound,
  publishedSheet,
  seiroPublished,
  yearOf,
} from '../../../test/factories/published-sheets.ts';
import { exemptKey, groupKeysOf, percentOf, type TotalsWay, totalsBy, totalsWays } from './totals.ts';

const round = publishedRound();
const word = (key: string) => {
  const found = round.directions.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return { key: found.key, label: found.label, common: found.common };
};
const item = (itemKey: string) => ({ planKey: 'plan', itemKey, title: itemKey });
const sheets = [
  publishedSheet('a', { figures: yearOf(1000), planItems: [item('x'), item('y')], unitName: '総務課' }),
  publishedSheet('b', { figures: yearOf(500), direction: word('reduce'), unitName: '税務課' }),
  publishedSheet('c', { figures: yearOf(null), direction: word('reduce'), planItems: [item('x')] }),
  publishedSheet('d', { figures: yearOf(250), exemption: '少額', direction: null, grade: null }),
  publishedSheet('e', { figures: yearOf(0), direction: null, grade: 'A' }),
];
const linesBy = (way: TotalsWay) =>
  totalsBy(sheets, round, 2024, way).lines.map(({ key, count, amountThousandYen, withoutAmount }) => [
    key,
    count,
    amountThousandYen,
    withoutAmount,
  ]);

describe('集計', () => {
  it('方向の言葉ごと。だれも選ばない言葉は 0、対象外と未定は別の行、金額のないものは数に残る', () => {
    expect(linesBy('direction')).toEqual([
      ['expand', 0, 0, 0],
      ['keep', 1, 1000, 0],
      ['reduce', 2, 500, 1],
      ['end', 0, 0, 0],
      [exemptKey, 1, 250, 0],
      ['', 1, 0, 0],
    ]);
  });

  it('二つの計画の項目にある事業は両方に数え、その分を再掲として示す', () => {
    const totals = totalsBy(sheets, round, 2024, 'item');
    expect(totals.lines.map(({ key, count }) => [key, count])).toEqual([
      ['plan/x', 2],
      ['plan/y', 1],
      ['', 3],
    ]);
    expect(totals.repeated).toBe(1);
  });

  it.each(totalsWays)('%s: 行の合計は、全体に再掲を足したもの', (way) => {
    const { lines, whole, repeated } = totalsBy(sheets, round, 2024, way);
    expect(lines.reduce((sum, line) => sum + line.count, 0)).toBe(whole.count + repeated);
    if (repeated === 0) {
      expect(lines.reduce((sum, line) => sum + line.amountThousandYen, 0)).toBe(whole.amountThousandYen);
    }
    expect(whole).toEqual({ count: 5, amountThousandYen: 1750, withoutAmount: 1 });
  });

  it('事後でなければ予算の額', () => {
    const before = publishedRound({ timing: 'during' });
    expect(totalsBy(sheets, before, 2024, 'unit').whole).toMatchObject({
      amountThousandYen: 0,
      withoutAmount: 5,
    });
  });

  it.each([
    [183, 224, '81.7'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1, 2000, '0.1'],
    [0, 5, '0.0'],
    [0, 0, null],
  ])('%d / %d は %s', (part, whole, text) => expect(percentOf(part, whole)).toBe(text));

  it('一覧のしぼりこみは、集計と同じ分け方', () => {
    for (const line of totalsBy(sheets, round, 2024, 'item').lines) {
      expect(sheets.filter((sheet) => groupKeysOf(sheet, 'item', round).includes(line.key))).toHaveLength(
        line.count,
      );
    }
  });
});

const seiro = seiroPublished();
describe.skipIf(seiro === null)('聖籠町 令和6年度', () => {
  it('224事業、4,582,433千円、現状継続183・手段の改善17・拡大14・廃止方向6・縮小4', () => {
    if (seiro === null) return;
    const totals = totalsBy(seiro.sheets, seiro.round, 2024, 'direction');
    expect(totals.whole).toEqual({ count: 224, amountThousandYen: 4_582_433, withoutAmount: 0 });
    expect(
      totals.lines.map(({ label, count, amountThousandYen }) => [label, count, amountThousandYen]),
    ).toEqual([
      ['現状継続', 183, 3_855_494],
      ['改善（手段変更）', 17, 437_939],
      ['拡大', 14, 246_558],
      ['縮小', 4, 11_540],
      ['廃止方向', 6, 30_902],
    ]);
    expect(totals.lines[0]?.countPercent).toBe('81.7');
    expect(totalsBy(seiro.sheets, seiro.round, 2024, 'place').lines.length).toBeGreaterThan(5);
  });
});
