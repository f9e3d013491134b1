import { describe, expect, it } from 'vitest';
import { errorAt } from '../../kernel/problem.ts';
import { type SheetState, sheetStates } from './collection.ts';
import { decideSheet, isWritable, type SheetCommand, writingRefusal } from './decide-sheet.ts';
import { daysAfter, isLate, waitingFor } from './lateness.ts';

const open = { closedAt: null };
const closed = { closedAt: '2026-07-01T00:00:00.000Z' };
const sheet = (state: SheetState) => ({ state, unitKey: 'kodomo', reason: '' });
const commands: Readonly<Record<SheetCommand['kind'], SheetCommand>> = {
  submit: { kind: 'submit', problems: [] },
  withdraw: { kind: 'withdraw' },
  return: { kind: 'return', reason: '出典が違います。' },
  approve: { kind: 'approve' },
};

/** What each command leads to from each state; null: refused. Written out by hand. */
const table: Readonly<Record<SheetState, Readonly<Record<SheetCommand['kind'], SheetState | null>>>> = {
  open: { submit: 'submitted', withdraw: null, return: null, approve: null },
  submitted: { submit: null, withdraw: 'open', return: 'returned', approve: 'approved' },
  returned: { submit: 'submitted', withdraw: null, return: null, approve: null },
  approved: { submit: null, withdraw: null, return: 'returned', approve: null },
};
const kinds = Object.keys(commands) as SheetCommand['kind'][];
const cases = sheetStates.flatMap((state) => kinds.map((kind) => [state, kind, table[state][kind]] as const));

describe('入力表の状態', () => {
  it.each(cases)('%s のときの %s は %s', (state, kind, expected) => {
    const decided = decideSheet(sheet(state), commands[kind], open);
    expect(decided.ok ? decided.value.state : decided.error[0].code).toBe(expected ?? 'sheet-state');
  });

  it.each(cases)('締め切ったあとは、%s のときの %s も断る', (state, kind) => {
    const decided = decideSheet(sheet(state), commands[kind], closed);
    expect(decided.ok ? null : decided.error[0].code).toBe('collection-closed');
  });

  it('足りないものがあれば、すべてを言って提出を断る', () => {
    const problems = [errorAt('sheet-blank', ['a', 'figure']), errorAt('sheet-blank', ['b', 'figure'])];
    expect(decideSheet(sheet('open'), { kind: 'submit', problems }, open)).toEqual({
      ok: false,
      error: problems,
    });
  });

  it.each([
    ['空白だけ', ' 　\n', 'sheet-return-reason'],
    ['長すぎる', 'あ'.repeat(2001), 'text-too-long'],
  ])('差し戻しの理由が%sなら断る', (_, reason, code) => {
    const decided = decideSheet(sheet('submitted'), { kind: 'return', reason }, open);
    expect(decided.ok ? null : decided.error[0].code).toBe(code);
  });

  it('理由は差し戻しのあいだだけ残る', () => {
    const returned = decideSheet(sheet('submitted'), commands.return, open);
    expect(returned.ok && returned.value.reason).toBe('出典が違います。');
    const again = decideSheet({ ...sheet('returned'), reason: '出典が違います。' }, commands.submit, open);
    expect(again.ok && again.value.reason).toBe('');
  });

  it.each<[SheetState, boolean, string | null]>([
    ['open', true, null],
    ['returned', true, null],
    ['submitted', false, 'sheet-submitted'],
    ['approved', false, 'sheet-approved'],
  ])('%s に書き込めるのは %s', (state, writable, code) => {
    expect([isWritable(state, open), writingRefusal(sheet(state), open)?.code ?? null]).toEqual([
      writable,
      code,
    ]);
    expect(writingRefusal(sheet(state), closed)?.code).toBe('collection-closed');
  });
});

describe('遅れ', () => {
  const due = { dueOn: '2026-06-30', closedAt: null };
  it.each<[string, SheetState, string | null, string, boolean]>([
    ['期限の日まで', 'open', null, '2026-06-30', false],
    ['期限の次の日', 'open', null, '2026-07-01', true],
    ['差し戻しも', 'returned', null, '2026-07-01', true],
    ['提出してあれば遅れではない', 'submitted', null, '2026-07-01', false],
    ['承認済みも', 'approved', null, '2026-07-01', false],
    ['課だけの期限', 'open', '2026-07-10', '2026-07-01', false],
  ])('%s', (_, state, dueOn, today, late) => {
    expect(isLate({ state, dueOn }, due, today)).toBe(late);
  });
  it('締め切った照会に遅れはない', () => {
    expect(isLate({ state: 'open', dueOn: null }, { ...due, ...closed }, '2026-08-01')).toBe(false);
  });
  it('日数は月と年をまたぐ', () => {
    expect([daysAfter('2026-06-30', '2026-07-02'), daysAfter('2025-12-31', '2026-01-01')]).toEqual([2, 1]);
  });
  it('待っている人', () => {
    expect(sheetStates.map((state) => waitingFor(state, open))).toEqual(['unit', 'head', 'unit', 'nobody']);
    expect(waitingFor('open', closed)).toBe('nobody');
  });
});
