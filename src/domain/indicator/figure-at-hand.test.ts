import { expect, it } from 'vitest';
import { figureAtHand } from './figure-at-hand.ts';
import { type IndicatorValue, plainValue } from './indicator.ts';

const actual = (fiscalYear: number, value: string | null, text: string | null = null): IndicatorValue => ({
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value,
  text,
  ...plainValue,
  status: 'final',
  source: null,
  note: '',
});
const baseline = (fiscalYear: number, value: string | null) => ({
  fiscalYear,
  value,
  behaviour: null,
  note: '',
  source: null,
});

it.each([
  ['どちらもない', null, null, null],
  ['基準だけ', null, baseline(2020, '7'), [2020, '7', true]],
  ['値のない基準だけ', null, baseline(2020, null), null],
  ['実績だけ', actual(2021, '5'), null, [2021, '5', false]],
  ['基準より後の実績', actual(2021, '5'), baseline(2020, '7'), [2021, '5', false]],
  ['基準と同じ実績', actual(2020, '7.0'), baseline(2020, '7'), [2020, '7.0', true]],
  ['基準の年度の、基準と違う実績', actual(2020, '6.9'), baseline(2020, '7'), [2020, '6.9', false]],
  ['値のない基準と同じ年度の実績', actual(2020, '67241'), baseline(2020, null), [2020, '67241', false]],
  ['基準より前の実績', actual(2018, '5'), baseline(2020, '7'), [2020, '7', true]],
  ['基準の年度の、文字の実績', actual(2020, null, '設置'), baseline(2020, '7'), [2020, null, false]],
])('%s', (_, latest, from, expected) => {
  const shown = figureAtHand({ latest, baseline: from });
  expect(shown === null ? null : [shown.fiscalYear, shown.value, shown.isBaseline]).toEqual(expected);
});
