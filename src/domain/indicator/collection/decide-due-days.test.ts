import { describe, expect, it } from 'vitest';
import { type DueDay, decideDueDays } from './decide-due-days.ts';

const collection = { fiscalYear: 2025, dueOn: '2026-06-30' };
const sheets = [
  { unitKey: 'kodomo', dueOn: null },
  { unitKey: 'doboku', dueOn: '2026-07-10' },
];

describe('課ごとの期限', () => {
  it.each<[string, string, string, readonly DueDay[]]>([
    ['和暦の日', 'kodomo', 'R8.7.3', [{ unitKey: 'kodomo', dueOn: '2026-07-03' }]],
    ['照会より早い日もよい', 'kodomo', '2026-06-20', [{ unitKey: 'kodomo', dueOn: '2026-06-20' }]],
    ['照会と同じ日は、課の期限ではない', 'doboku', '2026-06-30', [{ unitKey: 'doboku', dueOn: null }]],
    ['空にすると、照会の期限に戻る', 'doboku', ' ', [{ unitKey: 'doboku', dueOn: null }]],
    ['変わらない日', 'doboku', '2026-07-10', []],
    ['空のまま', 'kodomo', '', []],
  ])('%s', (_, unitKey, dueOn, expected) => {
    expect(decideDueDays([{ unitKey, dueOn }], collection, sheets)).toEqual({ ok: true, value: expected });
  });

  it('誤りはすべて、課と欄を言って断る', () => {
    const typed = [
      { unitKey: 'kodomo', dueOn: '2026-06-31' },
      { unitKey: 'doboku', dueOn: '2025-03-31' },
      { unitKey: 'kikaku', dueOn: '2026-07-01' },
    ];
    const decided = decideDueDays(typed, collection, sheets);
    expect(decided.ok ? null : decided.error.map(({ code, path }) => `${path.join(' ')} ${code}`)).toEqual([
      'kodomo dueOn date-impossible',
      'doboku dueOn collection-due-before-year',
      'kikaku dueOn sheet-unknown',
    ]);
  });
});
