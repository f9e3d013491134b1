import { describe, expect, it } from 'vitest';
import { countUpTitle } from './count-up-title.ts';

const ended = { start: 2024, end: 2026 };
const next = { start: 2027, end: 2029 };

describe('次の期の題名', () => {
  it.each<[string, string]>([
    ['しおじり未来投資戦略 第1期中期戦略', 'しおじり未来投資戦略 第2期中期戦略'],
    ['第１期実施計画', '第２期実施計画'],
    ['第９次計画', '第１０次計画'],
    ['第Ⅰ期高根沢町総合戦略', '第Ⅱ期高根沢町総合戦略'],
    ['第六次塩尻市総合計画', '第七次塩尻市総合計画'],
    ['第九次総合計画', '第十次総合計画'],
    ['第十次総合計画', '第十一次総合計画'],
    ['第十九次総合計画', '第二十次総合計画'],
    // The inner counter is the one that moves on.
    ['第六次総合計画 第1期中期戦略', '第六次総合計画 第2期中期戦略'],
    ['第5次総合計画 前期基本計画', '第5次総合計画 後期基本計画'],
    ['第5次総合計画 後期基本計画', '第6次総合計画 前期基本計画'],
    ['令和6年度 部局経営目標', '令和9年度 部局経営目標'],
    ['未来戦略2024-2026', '未来戦略2027-2029'],
    // Nothing to count, or a year that is none of the period's.
    ['後期基本計画', '後期基本計画'],
    ['後期高齢者の計画', '後期高齢者の計画'],
    ['2050年ゼロカーボン計画', '2050年ゼロカーボン計画'],
    ['経営戦略推進プラン', '経営戦略推進プラン'],
  ])('%s → %s', (title, expected) => {
    expect(countUpTitle(title, ended, next, '')).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['未来投資戦略', '第2期', '未来投資戦略 第2期'],
    ['第1期戦略', '第2期', '第2期戦略'],
    ['前期計画', '第2期', '後期計画'],
  ])('数のない題名だけに、見直し周期の期の名前を添える: %s', (title, label, expected) => {
    expect(countUpTitle(title, ended, next, label)).toBe(expected);
  });
});
