import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRoundOffice, type RoundOffice } from '../../../test/factories/evaluation-round.ts';
import { answerRemark } from './remarks.ts';

let desk: RoundOffice;
beforeAll(async () => {
  desk = await openRoundOffice();
});
afterAll(() => desk.office.db.close());

it.each(['x', '55555555-5555-4555-8555-555555555555'])('ない指摘 %s には答えられない', async (remarkId) => {
  const done = await answerRemark(desk.as('kikaku'), { roundKey: 'r6', remarkId, answer: '答え' });
  expect(done).toMatchObject({ ok: false, error: [{ code: 'evaluation-remark-unknown', path: [remarkId] }] });
});
