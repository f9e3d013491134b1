import { describe, expect, it } from 'vitest';
import { recipientsAt } from './late-recipients.ts';
import { dueDayOf, isSheetLate, stageInTurn } from './late-sheet.ts';
import { progressOf } from './round-progress.ts';
import type { SheetStatus } from './sheet-state.ts';

const sheet = (status: SheetStatus, stageIndex: number, unitKey: string | null = 'a', exemption = '') => ({
  status,
  stageIndex,
  stageKeys: ['entry', 'first'],
  unitKey,
  exemption,
});
const round = { dueOn: { entry: '2026-06-30' }, state: 'open' as const };

describe('期限', () => {
  it.each<[string, ReturnType<typeof sheet>, string, boolean]>([
    ['期限の日までは遅れでない', sheet('draft', 0), '2026-06-30', false],
    ['次の日から遅れ', sheet('draft', 0), '2026-07-01', true],
    ['提出すれば、期限のない次の段階は遅れない', sheet('submitted', 1), '2026-07-01', false],
    ['終わったものは遅れない', sheet('final', 2), '2027-01-01', false],
  ])('%s', (_, each, today, late) => {
    expect(isSheetLate(each, round, today)).toBe(late);
  });

  it('締め切った回には、番も遅れもない', () => {
    expect(isSheetLate(sheet('draft', 0), { ...round, state: 'closed' }, '2026-07-01')).toBe(false);
    expect([stageInTurn(sheet('final', 2)), dueDayOf(sheet('submitted', 1), round)]).toEqual([null, null]);
  });

  it('課と段階ごとに、終わった・待ち・未着手・差し戻し・遅れを数える', () => {
    const found = progressOf(
      [
        sheet('not-started', 0),
        sheet('returned', 0),
        sheet('submitted', 1),
        sheet('final', 2),
        sheet('final', 2, 'a', 'small'),
        sheet('draft', 0, 'gone'),
      ],
      ['entry', 'first'],
      ['a', 'b'],
      round,
      '2026-07-01',
    );
    expect(found).toEqual([
      {
        unitKey: 'a',
        all: 5,
        exempt: 1,
        final: 1,
        stages: [
          { stageKey: 'entry', all: 4, waiting: 2, notStarted: 1, returned: 1, late: 2, done: 2 },
          { stageKey: 'first', all: 4, waiting: 1, notStarted: 0, returned: 0, late: 0, done: 1 },
        ],
      },
      expect.objectContaining({ unitKey: null, all: 1 }),
    ]);
  });
});

describe('督促する相手', () => {
  const person = (userId: string, role: 'unit-head' | 'unit-staff', unitKey: string | null) => ({
    userId,
    grants: [{ role, unitKey }],
  });
  const people = [
    person('ka', 'unit-head', 'ka'),
    person('bu', 'unit-head', 'bu'),
    person('town', 'unit-head', null),
    person('x', 'unit-staff', 'ka'),
  ];
  const stage = { key: 'first', actor: 'unit-head' as const };
  const scope = { ancestors: new Map([['ka', ['bu']]]), deputies: [], today: '2026-06-01' };
  const names = (unitKey: string | null, from = people, more = scope) =>
    recipientsAt(stage, unitKey, from, more).map(({ userId }) => userId);

  it.each<[string, string | null, typeof people, readonly string[]]>([
    ['その課の人', 'ka', people, ['ka']],
    ['いなければ上の課', 'ka', people.slice(1), ['bu']],
    ['それもいなければ町全体', 'ka', people.slice(2), ['town']],
    ['担当課のないものは町全体', null, people, ['town']],
    ['だれもいない', 'ka', people.slice(3), []],
  ])('%s', (_, unitKey, from, expected) => {
    expect(names(unitKey, from)).toEqual(expected);
  });

  it('代理にも知らせる。期限の過ぎた代理には知らせない', () => {
    const deputy = (validTo: string) => ({
      ...scope,
      deputies: [{ stageKey: 'first', unitKey: 'ka', userId: 'x', validTo }],
    });
    expect(names('ka', people, deputy('2026-06-01') as typeof scope)).toEqual(['ka', 'x']);
    expect(names('ka', people, deputy('2026-05-31') as typeof scope)).toEqual(['ka']);
  });
});
