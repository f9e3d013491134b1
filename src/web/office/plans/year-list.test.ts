import { describe, expect, it } from 'vitest';
import { printBars, printYears, readBars, readYears } from './year-list.ts';

describe('年度の並びの読み書き', () => {
  it.each([
    ['一つずつ', 'R6、R8', [2024, 2026]],
    ['範囲', 'R6〜R8', [2024, 2025, 2026]],
    ['範囲と一つ、順不同と重なり', '令和8年度, R6～令和7、R7', [2024, 2025, 2026]],
    ['西暦と全角', '２０２４-２０２５', [2024, 2025]],
    ['空', ' ', []],
  ])('%s: 「%s」', (_, text, years) => {
    expect(readYears(text)).toEqual({ ok: true, value: years });
  });

  it.each([
    ['年度でない', '未定', 'fiscal-year-format'],
    ['改元の後の年', '平成40', 'fiscal-year-after-era'],
  ])('%s「%s」は断る', (_, text, code) => {
    expect(readYears(text)).toMatchObject({ ok: false, error: [{ code }] });
  });

  it.each([[[2024, 2025, 2026, 2030]], [[2024]], [[]]])('書いたものは同じ年度に読める: %j', (years) => {
    expect(readYears(printYears(years))).toEqual({ ok: true, value: years });
  });

  it('期間は言葉とともに読める', () => {
    const bars = [
      { start: 2024, end: 2026, label: '第1期' },
      { start: 2027, end: 2029 },
    ];
    expect(readBars('R6〜R8 第1期、R9〜R11')).toEqual({ ok: true, value: bars });
    expect(readBars(printBars(bars))).toEqual({ ok: true, value: bars });
  });
});
