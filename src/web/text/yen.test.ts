import { describe, expect, it } from 'vitest';
import { formatThousandYen, proseYen, tableYen } from './yen.ts';

describe('金額の書き方', () => {
  it.each([
    [4_582_433, '45億8,243万円', '4,582 million yen'],
    [100_000, '1億円', '100 million yen'],
    [11_540, '1,154万円', '12 million yen'],
    [999, '100万円', '999 thousand yen'],
    [5, '5千円', '5 thousand yen'],
    [0, '0千円', '0 thousand yen'],
    [-1_200, '△120万円', '−1 million yen'],
    [99_999_996, '1,000億円', '100,000 million yen'],
  ])('%d千円', (amount, ja, en) => {
    expect(proseYen(amount, 'ja')).toBe(ja);
    expect(proseYen(amount, 'en')).toBe(en);
  });

  it('表では区切りと△', () => {
    expect([tableYen(1_234_567), tableYen(-1_200), tableYen(0)]).toEqual(['1,234,567', '△1,200', '0']);
    expect(formatThousandYen(-1_200, 'ja')).toBe('△1,200千円');
    expect(formatThousandYen(1_200, 'en')).toBe('1,200 thousand yen');
  });
});
