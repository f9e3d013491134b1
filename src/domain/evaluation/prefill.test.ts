import { describe, expect, it } from 'vitest';
import { threeCriteria } from '../../../test/evaluation-cases/three-criteria.ts';
import type { EvaluationScheme, EvaluationStage } from './evaluation-scheme.ts';
import { afterTyping, prefillFirst, prefillFromBefore } from './prefill.ts';
import { remarksDue } from './remark-due.ts';

const scheme: EvaluationScheme = {
  ...threeCriteria,
  texts: threeCriteria.texts.map((text) => ({ ...text, startsFrom: 'last-year' as const })),
};
const [entry] = scheme.stages;
if (entry === undefined) throw new Error('the case has no stage');
const next: EvaluationStage = { ...entry, key: 'next', label: '次', startsFrom: 'previous-stage' };
const last = (said: string) => ({ fiscalYear: 2023, answers: new Map([['old', { 'text.result': said }]]) });

describe('初めの段階', () => {
  it('様式がそう言う文章は前の年度から、段階の名が変わっていても', () => {
    expect(prefillFirst(scheme, entry, null, [], last('増えた'))).toEqual({
      answers: { 'text.result': '増えた' },
      prefilled: { 'text.result': '令和5年度の記入から' },
    });
  });

  it.each([
    ['今は長すぎる文は入れない', last('あ'.repeat(11))],
    ['前の年度がない', null],
  ])('%s', (_, from) => {
    expect(prefillFirst(scheme, entry, null, [], from)).toEqual({ answers: {}, prefilled: {} });
  });
});

describe('次の段階', () => {
  const before = [
    { label: '外部', answers: { 'text.result': '' } },
    { label: '担当', answers: { 'text.result': '増えた', direction: 'continue' } },
  ];
  it('言った段階のうち、いちばん近いものから始まる', () => {
    expect(prefillFromBefore(scheme, next, null, before, null)).toEqual({
      answers: { 'text.result': '増えた', direction: 'continue' },
      prefilled: { 'text.result': '「担当」と同じ', direction: '「担当」と同じ' },
    });
  });

  it('戻って来直したとき、人が変えた欄は残り、触れていない欄は新しくなる', () => {
    const own = {
      answers: { 'text.result': '減った', direction: 'reduce' },
      prefilled: { 'text.result': '', direction: '「担当」と同じ' },
    };
    expect(prefillFromBefore(scheme, next, null, before, own).answers).toEqual({
      'text.result': '減った',
      direction: 'continue',
    });
  });

  it('人が消した欄は、空のまま', () => {
    const own = { answers: {}, prefilled: { 'text.result': '' } };
    expect(prefillFromBefore(scheme, next, null, before, own).answers).toEqual({ direction: 'continue' });
  });

  it('様式が「空から」と言う段階は、空から', () => {
    expect(prefillFromBefore(scheme, { ...next, startsFrom: 'nothing' }, null, before, null).answers).toEqual(
      {},
    );
  });
});

it('書き換えると印が消え、埋まっていたことは残る', () => {
  expect(afterTyping({ a: 'x', b: 'y' }, { a: '1', b: '2' }, { a: '1', b: '3' })).toEqual({ a: 'x', b: '' });
});

it.each([
  ['前の年度の、まだ答えていないもの', { fiscalYear: 2023, roundKey: 'r5', answeredRoundKey: null }, true],
  ['この回で答えたもの（直せる）', { fiscalYear: 2023, roundKey: 'r5', answeredRoundKey: 'r6' }, true],
  ['ほかの回で答えたもの', { fiscalYear: 2022, roundKey: 'r4', answeredRoundKey: 'r5' }, false],
  ['この回で言われたもの', { fiscalYear: 2024, roundKey: 'r6', answeredRoundKey: null }, false],
  ['先の年度のもの', { fiscalYear: 2025, roundKey: 'r7', answeredRoundKey: null }, false],
])('答える指摘: %s', (_, remark, isDue) => {
  const whole = { remarkId: '1', answer: '', audience: 'public' as const, ...remark };
  expect(remarksDue([whole], { roundKey: 'r6', fiscalYear: 2024 })).toHaveLength(isDue ? 1 : 0);
});
