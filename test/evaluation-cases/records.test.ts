import { describe, expect, it } from 'vitest';
import { askedAnswers, askedFields } from '../../src/domain/evaluation/asked-fields.ts';
import { checkRecord, checkTyped } from '../../src/domain/evaluation/check-record.ts';
import type { EvaluationStage } from '../../src/domain/evaluation/evaluation-scheme.ts';
import type { Answers } from '../../src/domain/evaluation/sheet.ts';
import { shippedScheme } from './shipped-schemes.ts';
import { threeCriteria } from './three-criteria.ts';

const stage = threeCriteria.stages[0] as EvaluationStage;
const whole: Answers = {
  'criterion.validity': 'high',
  'criterion.effect': 'low',
  'criterion.efficiency': 'high',
  'text.result': '行った',
  direction: 'continue',
};
const told = (answers: Answers, typeKey = 'full'): readonly (readonly unknown[])[] =>
  checkRecord(threeCriteria, stage, typeKey, answers).map(({ code, path, severity }) => [
    code,
    path.join('/'),
    severity,
  ]);

describe('記録の点検', () => {
  it('すべて答えてあれば何も言わない', () => {
    expect(told(whole)).toEqual([]);
  });

  it.each([
    [
      '方向性のことばがない',
      { ...whole, direction: 'keep' },
      ['evaluation-direction-unknown', 'direction', 'error'],
    ],
    [
      '段階がない',
      { ...whole, 'criterion.effect': 'best' },
      ['evaluation-level-unknown', 'criterion.effect', 'error'],
    ],
    ['総合評価の段階がない', { ...whole, grade: 'z' }, ['evaluation-grade-unknown', 'grade', 'error']],
    ['優先度がない', { ...whole, priority: 'z' }, ['evaluation-priority-unknown', 'priority', 'error']],
    [
      '文が長い',
      { ...whole, 'text.result': 'あ'.repeat(11) },
      ['evaluation-text-too-long', 'text.result', 'error'],
    ],
    ['答えがない', { ...whole, 'text.result': ' ' }, ['evaluation-answer-missing', 'text.result', 'error']],
    [
      '理由の要る方向性',
      { ...whole, direction: 'reduce' },
      ['evaluation-direction-reason-missing', 'direction.reason', 'error'],
    ],
    ['知らない欄', { ...whole, 'text.other': 'x' }, ['evaluation-field-unknown', 'text.other', 'error']],
  ])('%s', (_, answers, problem) => {
    expect(told(answers)).toContainEqual(problem);
  });

  it('計算と違う総合評価には理由が要る', () => {
    // 3 + 1 + 2.5 = 6.5 → B
    expect(told({ ...whole, grade: 'a' })).toEqual([
      ['evaluation-grade-reason-missing', 'grade.reason', 'error'],
    ]);
    expect(told({ ...whole, grade: 'a', 'grade.reason': '委員の意見による' })).toEqual([]);
    expect(told({ ...whole, grade: 'b' })).toEqual([]);
  });

  it('言葉の字数は、改行を1字に数える', () => {
    expect(told({ ...whole, 'text.result': 'あいうえ\r\nかきくけこ' })).toEqual([]);
  });

  it('種類に当てはまらない項目は求めず、残っている答えは数えないと知らせる', () => {
    const { 'criterion.effect': _, ...without } = whole;
    expect(told(without, 'short')).toEqual([]);
    expect(told(whole, 'short')).toEqual([['evaluation-not-asked', 'criterion.effect', 'warning']]);
    expect(askedAnswers(threeCriteria, stage, 'short', whole)).toEqual(without);
  });

  it('書きかけは、答えのないことを責めない', () => {
    expect(checkTyped(threeCriteria, stage, 'full', {})).toEqual([]);
    expect(checkTyped(threeCriteria, stage, 'full', { direction: 'keep' })).toHaveLength(1);
  });

  it('指摘への答えは、どの様式でも書ける', () => {
    expect(told({ ...whole, 'remark.abc': '直した' })).toEqual([]);
  });

  it.each([
    ['総合評価を人が決める様式では、人の段階が要る', 'naruto', true],
    ['計算で決まる様式では、計算に任せられる', 'sado', false],
  ])('%s', (_, key, required) => {
    const scheme = shippedScheme(key);
    const asked = askedFields(scheme, scheme.stages[0] as EvaluationStage, null, {});
    expect(asked.find(({ name }) => name === 'grade')?.required).toBe(required);
  });
});
