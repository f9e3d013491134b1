import { expect, it } from 'vitest';
import { type RecordWork, workloads } from './fatigue.ts';

const record = (change: Partial<RecordWork>): RecordWork => ({
  group: '総務課',
  asked: ['direction', 'text.a', 'text.b', 'criterion.x'],
  answers: {},
  prefilled: {},
  firstSavedAt: null,
  lastSavedAt: null,
  ...change,
});

it('欄の数、初めから埋まった割合、直した数、書いた文字、時間を、区分ごとに出す', () => {
  expect(
    workloads([
      record({
        answers: { 'text.a': '去年の文', 'text.b': '新しい文', 'criterion.x': 'high' },
        prefilled: { 'text.a': '令和5年度の記入から', 'criterion.x': '' },
        firstSavedAt: '2026-06-01T00:00:00.000Z',
        lastSavedAt: '2026-06-01T00:20:00.000Z',
      }),
      record({
        asked: ['direction'],
        firstSavedAt: '2026-06-01T00:00:00.000Z',
        lastSavedAt: '2026-06-01T00:00:00.000Z',
      }),
      record({ group: '税務課', asked: [] }),
    ]),
  ).toEqual([
    {
      group: '総務課',
      records: 2,
      asked: 5,
      askedMean: 2.5,
      prefilled: 2,
      prefilledPercent: 40,
      changed: 1,
      // Four characters written by a person; what stands from last year is not counted.
      writtenMean: 2,
      medianMinutes: 20,
    },
    {
      group: '税務課',
      records: 1,
      asked: 0,
      askedMean: 0,
      prefilled: 0,
      prefilledPercent: null,
      changed: 0,
      writtenMean: 0,
      medianMinutes: null,
    },
  ]);
});
