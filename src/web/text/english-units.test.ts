import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAmount } from './figures.ts';

/** Every `unit` of the demo towns' indicators and programmes. */
const demoUnits = [
  ...new Set(
    globSync('demo/*/{indicators,programmes}.json').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/"unit": *"([^"]+)"/g)].flatMap(([, unit]) => unit ?? []),
    ),
  ),
].toSorted();

describe('英語のページの単位', () => {
  it.each([
    ['台', '20 units'],
    ['万人', '20 × 10,000 people'],
    ['年', '20 years'],
    ['回', '20 times'],
    ['億円', '20 × 100 million yen'],
    ['万t-CO2', '20 × 10,000 t-CO2'],
    ['㎞', '20 km'],
    ['％', '20%'],
    ['人', '20 people'],
    ['ha', '20 ha'],
    ['', '20'],
  ])('「%s」は、%s', (unit, shown) => {
    expect(formatAmount('20', { unit, decimals: 0 }, 'en')).toBe(shown);
    expect(formatAmount('20', { unit, decimals: 0 }, 'ja')).toBe(`20${unit}`);
  });

  it.each(demoUnits.map((unit) => [unit]))('例の町の単位「%s」に、漢字やかなが残らない', (unit) => {
    expect(formatAmount('20', { unit, decimals: 0 }, 'en')).not.toMatch(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    );
  });
});
