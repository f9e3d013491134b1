import { expect, it } from 'vitest';
import { someFigure } from '../../../../test/factories/collections.ts';
import { lastKnownBefore } from './last-known.ts';

const published = (...figures: readonly ReturnType<typeof someFigure>[]) =>
  figures.map((figure) => ({ ...figure, stage: 'published' as const }));

it.each([
  ['五年ごとの調査は、前の調査', published(someFigure(2015, '90'), someFigure(2020, '95')), 2020],
  ['前の年に値があれば、要らない', published(someFigure(2020, '95'), someFigure(2024, '99')), null],
  ['二年前に値があれば、要らない', published(someFigure(2020, '95'), someFigure(2023, '99')), null],
  [
    '調査のない年の理由は、値ではない',
    published(someFigure(2020, '95'), someFigure(2024, null, { missing: 'not-surveyed' })),
    2020,
  ],
  ['できごとも値', published(someFigure(2021, null, { text: '策定' })), 2021],
  ['この年と先の年は、前ではない', published(someFigure(2025, '1'), someFigure(2026, '2')), null],
  ['推計の系列は、値ではない', published(someFigure(2020, '95', { series: 'ipss' })), null],
  ['区分ごとの値は、全体の値ではない', published(someFigure(2020, '95', { breakdown: 'age:20s' })), null],
  ['何もない', [], null],
])('前回の値: %s', (_, values, year) => {
  expect(lastKnownBefore(values, 2025)?.fiscalYear ?? null).toBe(year);
});

it('前回の値: 下書きがあれば、それ', () => {
  const values = [
    ...published(someFigure(2020, '95')),
    { ...someFigure(2020, '96'), stage: 'draft' as const },
  ];
  expect(lastKnownBefore(values, 2025)?.value).toBe('96');
});
