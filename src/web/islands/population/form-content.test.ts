import { describe, expect, test } from 'vitest';
import type { ScenarioContent } from '../../../domain/population/scenario.ts';
import { contentOfForm } from './form-content.ts';
import { type LeverField, pulledValue, typedNumber } from './lever-field.ts';

const field = (own: Pick<LeverField, 'kind' | 'neutral' | 'decimals'>): LeverField => ({
  label: '',
  hint: '',
  unit: '',
  least: 0,
  most: 3,
  step: 0.01,
  value: null,
  ...own,
});
const birthRate = field({ kind: 'birth-rate', neutral: 1.4237, decimals: 2 });
const families = field({ kind: 'families-per-year', neutral: 0, decimals: 0 });

const start: ScenarioContent = {
  baseline: { kind: 'projection', seriesKey: 'ipss-h30' },
  birthRateNow: { value: 1.42, source: '人口動態統計' },
  levers: [
    {
      kind: 'families-per-year',
      value: 50,
      fromYear: 2025,
      byYear: 2035,
      shape: 'logistic',
      reason: '子育て支援',
      source: '総合計画',
    },
    {
      kind: 'working-rate',
      value: 0.01,
      fromYear: null,
      byYear: null,
      shape: 'linear',
      reason: '',
      source: '',
    },
  ],
  estates: [{ year: 2028, persons: 300, name: '駅前', source: '' }],
  interpolation: 'linear',
  aim: { year: 2032, total: 65_000, source: '第六次総合計画' },
  errors: 'cohort-change',
};

const read = (fields: Readonly<Record<string, string>>) =>
  contentOfForm(start, [birthRate, families], (name) => fields[name] ?? null);

describe('欄に打たれた数', () => {
  test.each([
    ['1.8', 1.8],
    ['１．８', 1.8],
    ['1,200', 1200],
    ['−3', -3],
    ['▲3', -3],
    [' .5 ', 0.5],
    ['', null],
    ['1.', null],
    ['たくさん', null],
    ['1e3', null],
    [null, null],
  ])('%j は %j', (text, expected) => {
    expect(typedNumber(text)).toBe(expected);
  });

  test.each([
    ['1.42', null],
    ['1.420', null],
    ['1.43', 1.43],
    ['', null],
  ])('いまと同じに見える %j は動かしていない', (text, expected) => {
    expect(pulledValue(birthRate, text)).toBe(expected);
  });
});

describe('フォームから読むシナリオ', () => {
  test('公開ページの欄は値だけで、ほかの前提はもとのまま', () => {
    const content = read({ 'lever.birth-rate.value': '1.80', 'lever.families-per-year.value': '120' });
    expect(content.levers).toEqual([
      start.levers[1],
      {
        kind: 'birth-rate',
        value: 1.8,
        fromYear: null,
        byYear: null,
        shape: 'linear',
        reason: '',
        source: '',
      },
      { ...start.levers[0], value: 120 },
    ]);
    expect({ ...content, levers: [] }).toEqual({ ...start, levers: [] });
  });

  test('年の欄がない前提は、数えられた年のあとから動く', () => {
    const fields: Readonly<Record<string, string>> = {
      'lever.birth-rate.value': '1.80',
      'lever.families-per-year.value': '120',
    };
    const { levers } = contentOfForm(start, [birthRate, families], (name) => fields[name] ?? null, 2020);
    expect(levers.map(({ kind, fromYear, byYear }) => [kind, fromYear, byYear])).toEqual([
      ['working-rate', null, null],
      ['birth-rate', 2020, null],
      ['families-per-year', 2025, 2035],
    ]);
  });

  test('もとに戻した前提はなくなる', () => {
    expect(read({ 'lever.families-per-year.value': '0' }).levers).toEqual([start.levers[1]]);
  });

  test('庁内の欄は年も道すじも一度だけの転入も目標も読み、書きかけは無いものとする', () => {
    const content = read({
      interpolation: 'monotone',
      errors: 'ipss',
      'birthRateNow.value': '1.5',
      'birthRateNow.source': '県統計',
      'lever.birth-rate.value': '1.8',
      'lever.birth-rate.fromYear': 'R7',
      'lever.birth-rate.byYear': '令和14年',
      'lever.birth-rate.shape': 'logistic',
      'estates.0.year': '2030',
      'estates.0.persons': '200',
      'estates.2.year': '20',
      'estates.2.persons': '100',
      'estates.3.year': '2031',
      'estates.3.persons': '1,000',
      'estates.3.name': '団地',
      'aim.year': '2040',
      'aim.total': '60,000',
    });
    expect(content).toMatchObject({
      interpolation: 'monotone',
      errors: 'ipss',
      birthRateNow: { value: 1.5, source: '県統計' },
      estates: [
        { year: 2030, persons: 200, name: '', source: '' },
        { year: 2031, persons: 1000, name: '団地', source: '' },
      ],
      aim: { year: 2040, total: 60_000, source: '' },
    });
    expect(content.levers.at(-1)).toMatchObject({ fromYear: 2025, byYear: 2032, shape: 'logistic' });
    expect(read({ interpolation: '', 'aim.year': '2040', 'aim.total': '' })).toMatchObject({
      interpolation: 'linear',
      estates: [],
      aim: null,
    });
  });
});
