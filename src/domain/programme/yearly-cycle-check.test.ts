import { describe, expect, it } from 'vitest';
import type { CycleEvent, YearlyCycle } from './yearly-cycle.ts';
import { emptyCycle } from './yearly-cycle.ts';
import { checkCycle } from './yearly-cycle-check.ts';
import { isRunning, monthsText, spanOf } from './yearly-cycle-months.ts';

const event = (change: Partial<CycleEvent> = {}): CycleEvent => ({
  key: 'a',
  title: '事後評価',
  kind: 'evaluation-after',
  fromMonth: 4,
  toMonth: 6,
  who: '各課',
  note: '',
  ...change,
});
const cycle = (change: Partial<YearlyCycle>): YearlyCycle => ({ ...emptyCycle, ...change });
const type = (key: string, label: string) => ({ key, label, settledIn: 'budget' as const });

describe('年度サイクルの点検', () => {
  it.each<[string, YearlyCycle, readonly (readonly [string, string])[]]>([
    ['空', emptyCycle, []],
    [
      '正しいもの',
      cycle({
        programmeTypes: [type('soft', 'ソフト'), type('hard', 'ハード')],
        staffRates: [{ fiscalYear: 2025, yenPerHour: 4200 }],
        calendar: [event(), event({ key: 'b', fromMonth: 12, toMonth: 1 })],
      }),
      [],
    ],
    [
      '種類の名前がない',
      cycle({ programmeTypes: [type('a', ' ')] }),
      [['cycle-type-label-missing', 'types.0.label']],
    ],
    [
      '種類の名前が同じ',
      cycle({ programmeTypes: [type('a', 'ソフト'), type('b', 'ソフト ')] }),
      [['cycle-type-twice', 'types.1.label']],
    ],
    [
      '種類のキーが同じ',
      cycle({ programmeTypes: [type('a', 'ソフト'), type('a', 'ハード')] }),
      [['cycle-key-twice', 'types.1.key']],
    ],
    [
      '使えないキー',
      cycle({ programmeTypes: [type('ソフト', 'ソフト')] }),
      [['cycle-key-format', 'types.0.key']],
    ],
    [
      '同じ年度の単価',
      cycle({
        staffRates: [
          { fiscalYear: 2025, yenPerHour: 4200 },
          { fiscalYear: 2025, yenPerHour: 4300 },
        ],
      }),
      [['cycle-rate-twice', 'rates.1.fiscalYear']],
    ],
    [
      '千円で書いた単価',
      cycle({ staffRates: [{ fiscalYear: 2025, yenPerHour: 4 }] }),
      [['cycle-rate-amount', 'rates.0.yenPerHour']],
    ],
    [
      '予定の名前がない',
      cycle({ calendar: [event({ title: '' })] }),
      [['cycle-title-missing', 'calendar.0.title']],
    ],
    [
      '年度をまたぐ予定',
      cycle({ calendar: [event({ fromMonth: 3, toMonth: 4 })] }),
      [['cycle-months-reversed', 'calendar.0.toMonth']],
    ],
    [
      '月でない数',
      cycle({ calendar: [event({ fromMonth: 13 })] }),
      [['cycle-month', 'calendar.0.fromMonth']],
    ],
  ])('%s', (_, given, expected) => {
    expect(checkCycle(given).map(({ code, path }) => [code, path.join('.')])).toEqual(expected);
  });

  it('行が多すぎる', () => {
    const many = Array.from({ length: 61 }, (_, at) => event({ key: `e-${at}` }));
    expect(checkCycle(cycle({ calendar: many })).map(({ code }) => code)).toEqual(['cycle-too-many']);
  });
});

describe('年度の月', () => {
  it.each([
    ['4月から6月', 4, 6, { before: 0, months: 3 }, '4〜6月'],
    ['10月だけ', 10, 10, { before: 6, months: 1 }, '10月'],
    ['年をまたぐ12月から1月', 12, 1, { before: 8, months: 2 }, '12〜1月'],
    ['3月だけ', 3, 3, { before: 11, months: 1 }, '3月'],
  ])('%s', (_, fromMonth, toMonth, span, text) => {
    expect(spanOf({ fromMonth, toMonth })).toEqual(span);
    expect(monthsText({ fromMonth, toMonth })).toBe(text);
  });

  it.each([
    [11, false],
    [12, true],
    [1, true],
    [2, false],
    [4, false],
  ])('12〜1月の予定は %d月に 進行中=%s', (month, expected) => {
    expect(isRunning({ fromMonth: 12, toMonth: 1 }, month)).toBe(expected);
  });
});
