import { describe, expect, it } from 'vitest';
import { fractionOf } from '../domain/kernel/fraction.ts';
import { type LineBand, numberLine } from './number-line.ts';
import { piecesOf } from './number-line-pieces.ts';

const band = (text: string): LineBand => {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])(.*),(.*)([\])])$/.exec(text) ?? [];
  return {
    label: text,
    from: from === '' ? null : fractionOf(from),
    fromInclusive: open === '[',
    to: to === '' ? null : fractionOf(to),
    toInclusive: close === ']',
  };
};
const counts = (...bands: readonly string[]) => piecesOf(bands.map(band)).map((piece) => piece.bands.length);
const words = {
  gap: 'すき間',
  overlap: '重なり',
  above: '上',
  below: '下',
  title: (gaps: number, overlaps: number) => `すき間${gaps} 重なり${overlaps}`,
};

describe('数直線', () => {
  it.each([
    ['覆っている', ['[1,)', '[0,1)', '(,0)'], [1, 1, 1, 1, 1]],
    ['ひと続き', ['(,)'], [1]],
    ['点だけの帯', ['(0,)', '[0,0]', '(,0)'], [1, 1, 1]],
    ['すき間', ['[1,)', '(,0)'], [1, 1, 0, 0, 1]],
    ['境だけのすき間', ['(1,)', '(,1)'], [1, 0, 1]],
    ['重なり', ['[0.5,)', '(,0.8)'], [1, 1, 2, 2, 1]],
    ['境だけの重なり', ['[1,)', '(,1]'], [1, 2, 1]],
    ['上下が逆の帯は、どこも受け持たない', ['[1,)', '[1,0)', '(,0)'], [1, 1, 0, 0, 1]],
  ])('%s: 上から数えた、帯の数', (_, bands, expected) => {
    expect(counts(...bands)).toEqual(expected);
  });

  it('すき間と重なりは、言葉でも図の題でも言う', () => {
    const drawn = (bands: readonly string[]) => numberLine({ id: 'x', bands: bands.map(band), words });
    const good = drawn(['[1,)', '[0,1)', '(,0)']);
    expect(good).toContain('<title id="x-title">すき間0 重なり0</title>');
    expect(good).not.toContain('number-line__gap');
    expect(drawn(['[1,)', '(,0)'])).toContain('✕ すき間');
    expect(drawn(['[0.5,)', '(,0.8)'])).toContain('✕ 重なり');
  });

  it('描いたものは枠の中に収まり、段階の名前は文字として入る', () => {
    const drawn = numberLine({ id: 'x', bands: [{ ...band('(,)'), label: '<b>' }], words });
    expect(drawn).toContain('&lt;b&gt;');
    const height = Number(/ height="([\d.]+)"/.exec(drawn)?.[1]);
    for (const [, y] of drawn.matchAll(/ c?y="([\d.]+)"/g)) expect(Number(y)).toBeLessThanOrEqual(height);
  });
});
