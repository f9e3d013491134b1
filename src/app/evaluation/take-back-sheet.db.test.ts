import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openRoundOffice,
  type RoundOffice,
  type RoundWho,
} from '../../../test/factories/evaluation-round.ts';
import { change, codes, complete, roundSteps } from '../../../test/factories/evaluation-steps.ts';
import { loadEvents } from '../../db/read-evaluation-events.ts';
import { closeRound, reopenRound } from './close-round.ts';
import { readRoundSheet } from './read-round-sheet.ts';
import { addRemark } from './remarks.ts';
import { returnSheet } from './return-sheet.ts';
import { takeBackSheet } from './take-back-sheet.ts';

let desk: RoundOffice;
beforeAll(async () => {
  desk = await openRoundOffice();
});
afterAll(() => desk.office.db.close());

const { save, handOn, sheet, record, unchanged } = roundSteps(() => desk);
const takeBack = (who: RoundWho, subjectKey: string, seenVersion: number | null = null) =>
  takeBackSheet(desk.as(who), { roundKey: 'r6', subjectKey, seenVersion });
const offered = async (who: RoundWho, subjectKey: string) =>
  (await readRoundSheet(desk.as(who), 'r6', subjectKey))?.takeBack;
const handIn = async (subjectKey: string) => {
  const done = await save('tanto', subjectKey, 'entry', [
    ...complete,
    change(
      'criterion.effect',
      'good',
      (await record(subjectKey, 'entry'))?.answers['criterion.effect'] ?? '',
    ),
  ]);
  expect(codes(done)).toEqual([]);
  expect(codes(await handOn('tanto', 'entry', subjectKey))).toEqual([]);
};

describe('取り戻す', () => {
  it('次の段階が書く前なら、進めた人が戻せて、また書けて、経過に残る', async () => {
    await handIn('p1');
    expect(await offered('tanto', 'p1')).toMatchObject({ stage: { key: 'entry' }, isBegun: false });
    expect(await offered('kacho', 'p1')).toMatchObject({ stage: { key: 'entry' } });
    expect(await offered('kikaku', 'p1')).toBeNull();
    expect(await unchanged(() => takeBack('kikaku', 'p1'))).toEqual(['p1 not-allowed']);
    expect(await unchanged(() => takeBack('doboku', 'p1'))).toEqual(['p1 not-allowed']);
    const seen = (await sheet('p1')).version;
    expect(await unchanged(() => takeBack('tanto', 'p1', seen - 1))).toEqual(['p1 evaluation-sheet-moved']);
    desk.office.clock.pass(1);
    expect(codes(await takeBack('tanto', 'p1', seen))).toEqual([]);
    expect(await sheet('p1')).toMatchObject({ status: 'draft', stageIndex: 0, reason: '' });
    expect(await record('p1', 'entry')).toMatchObject({
      submittedAt: null,
      answers: { 'text.result': '利用者が増えた。' },
    });
    // Who had it before them writes nothing any more.
    expect(await unchanged(() => save('kacho', 'p1', 'first', [change('grade', 'b')]))).toEqual([
      'p1 evaluation-not-its-turn',
    ]);
    expect(await unchanged(() => takeBack('tanto', 'p1'))).toEqual(['p1 not-allowed']);
    const events = await desk.office.read((tx) => loadEvents(tx, 'r6', { subjectKeys: ['p1'] }));
    expect(events.map(({ kind, stageKey, byName }) => [kind, stageKey, byName !== ''])).toEqual([
      ['submit', 'entry', true],
      ['take-back', 'entry', true],
    ]);
    const longer = [change('text.result', '340人に増えた。', '利用者が増えた。')];
    expect(codes(await save('tanto', 'p1', 'entry', longer))).toEqual([]);
    expect(codes(await handOn('tanto', 'entry', 'p1'))).toEqual([]);
    expect((await record('p1', 'first'))?.answers['text.result']).toBe('340人に増えた。');
  });

  it('次の段階が一つでも書くと、もう取り戻せない', async () => {
    desk.office.clock.pass(1);
    expect(codes(await save('kacho', 'p1', 'first', [change('grade', 'b')]))).toEqual([]);
    expect(await unchanged(() => takeBack('tanto', 'p1'))).toEqual(['p1 evaluation-next-has-begun']);
    expect(await offered('tanto', 'p1')).toMatchObject({ isBegun: true });
  });

  it('差し戻されて出し直したあとは、前に書かれたものは数えない', async () => {
    desk.office.clock.pass(1);
    const back = { roundKey: 'r6', subjectKey: 'p1', seenVersion: null, toStageKey: 'entry', reason: '直す' };
    expect(codes(await returnSheet(desk.as('kacho'), back))).toEqual([]);
    expect(await unchanged(() => takeBack('tanto', 'p1'))).toEqual(['p1 not-allowed']);
    desk.office.clock.pass(1);
    expect(codes(await handOn('tanto', 'entry', 'p1'))).toEqual([]);
    expect(codes(await takeBack('tanto', 'p1'))).toEqual([]);
    expect(codes(await handOn('tanto', 'entry', 'p1'))).toEqual([]);
  });

  it('承認も取り戻せる。承認した段階は、その前の段階から見れば始めている', async () => {
    desk.office.clock.pass(1);
    const reason = [change('grade.reason', '偏りがある')];
    expect(codes(await save('kacho', 'p1', 'first', reason))).toEqual([]);
    expect(codes(await handOn('kacho', 'first', 'p1'))).toEqual([]);
    expect(codes(await takeBack('kacho', 'p1'))).toEqual([]);
    expect(await sheet('p1')).toMatchObject({ status: 'submitted', stageIndex: 1 });
    expect(await unchanged(() => takeBack('tanto', 'p1'))).toEqual(['p1 evaluation-next-has-begun']);
  });

  it('確かめただけで進めた段階も、指摘を書いた段階も、始めている', async () => {
    await handIn('p2');
    desk.office.clock.pass(1);
    expect(codes(await handOn('kacho', 'first', 'p2'))).toEqual([]);
    expect(codes(await takeBack('kacho', 'p2'))).toEqual([]);
    expect(await unchanged(() => takeBack('tanto', 'p2'))).toEqual(['p2 evaluation-next-has-begun']);
    await handIn('p3');
    const remark = {
      roundKey: 'r6',
      subjectKey: 'p3',
      stageKey: 'first',
      body: '対象を広げては',
      audience: 'internal',
    } as const;
    expect(codes(await addRemark(desk.as('kacho'), remark))).toEqual([]);
    expect(await unchanged(() => takeBack('tanto', 'p3'))).toEqual(['p3 evaluation-next-has-begun']);
  });

  it('締め切った回では取り戻せない', async () => {
    expect(codes(await handOn('kacho', 'first', 'p2'))).toEqual([]);
    expect(codes(await closeRound(desk.as('kikaku'), 'r6'))).toEqual([]);
    expect(await unchanged(() => takeBack('kacho', 'p2'))).toEqual(['evaluation-round-closed']);
    expect(await offered('kacho', 'p2')).toBeNull();
    expect(codes(await reopenRound(desk.as('kikaku'), 'r6'))).toEqual([]);
    expect(await offered('kacho', 'p2')).toMatchObject({ isBegun: false });
  });
});
