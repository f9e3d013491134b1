import { expect, it } from 'vitest';
import type { ListedSheet, RoundView } from '../../../../app/evaluation/read-round.ts';
import { filterSheets, readFilters } from './sheet-filters.ts';

const listed = (subjectKey: string, mine: boolean) =>
  ({
    sheet: { unitKey: null, exemption: '', status: 'draft' },
    subject: { subjectKey, number: '', name: subjectKey },
    stage: null,
    direction: '',
    late: false,
    mine,
  }) as unknown as ListedSheet;

const view = {
  sheets: [listed('a', false), listed('b', true), listed('c', false), listed('d', true)],
  scope: { ancestors: new Map() },
} as unknown as RoundView;

it.each([
  ['', ['b', 'd', 'a', 'c']],
  ['1', ['b', 'd']],
])('自分の番のシートが先に並ぶ（あなたの番だけ: %j）', (mine, expected) => {
  const filters = readFilters((name) => (name === 'mine' ? mine : undefined));
  expect(filterSheets(view, filters).map(({ subject }) => subject.subjectKey)).toEqual(expected);
});
