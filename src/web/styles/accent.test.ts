import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentColours, contrast, themeCss } from './accent.ts';

describe('町の色', () => {
  it.each([
    ['黒と白', '#000000', '#ffffff', 21],
    ['同じ色', '#7b1e4b', '#7b1e4b', 1],
    ['WCAG の例に使われる灰色', '#767676', '#ffffff', 4.54],
  ])('対比: %s', (_, a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 1);
  });

  it('どの色を選んでも、文字は読める', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const colours = accentColours(`#${number.toString(16).padStart(6, '0')}`);
        expect(contrast(colours.strong, '#ffffff')).toBeGreaterThanOrEqual(7);
        expect(contrast(colours.strong, colours.soft)).toBeGreaterThanOrEqual(7);
        expect(contrast(colours.accent, colours.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#1a1a1a', colours.soft)).toBeGreaterThanOrEqual(7);
        expect(contrast('#595959', colours.soft)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('十分に濃い色は、そのまま使う', () => {
    expect(accentColours('#7b1e4b').accent).toBe('#7b1e4b');
  });

  it('色でない文字からは、書き込まれたものが出てこない', () => {
    expect(themeCss('red;}body{display:none')).not.toContain('display');
  });
});
