import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CollectionOffice,
  collectionYear,
  openCollectionOffice,
  someAsked,
} from '../../../test/factories/collections.ts';
import { countAsked, listAskedKeys } from '../../db/read-collection.ts';
import { upsertDraftValues } from '../../db/write-values.ts';
import { readSheet } from './read-sheet.ts';

let desk: CollectionOffice;
beforeAll(async () => {
  desk = await openCollectionOffice();
});
afterAll(() => desk.office.db.close());

describe('尋ねる指標', () => {
  it('課のものだけ。計算する指標と担当のない指標は尋ねない', async () => {
    const sheet = await readSheet(desk.as('tanto'), { fiscalYear: collectionYear, unitKey: 'kodomo' });
    expect(sheet?.records.map(({ indicator }) => indicator.indicatorKey)).toEqual(['a', 'b', 'c']);
    const counts = await desk.office.read((tx) => countAsked(tx, collectionYear));
    expect(counts.toSorted((a, b) => String(a.unitKey).localeCompare(String(b.unitKey)))).toEqual([
      { unitKey: 'doboku', asked: 1, entered: 0, missing: 0, blank: 1 },
      { unitKey: 'kodomo', asked: 3, entered: 0, missing: 0, blank: 3 },
      { unitKey: null, asked: 1, entered: 0, missing: 0, blank: 1 },
    ]);
  });

  it('値が内訳にしかない指標も、全体の値を尋ねる。回答の分布は尋ねない', async () => {
    await desk.define([
      someAsked('parts', { unit: '', unitKey: 'doboku', position: 7 }),
      someAsked('answers', {
        unit: '%',
        direction: 'none',
        unitKey: 'doboku',
        position: 8,
        breakdowns: [
          { key: 'score', name: '回答', nameEn: '', categories: [{ key: '1', name: '1点', nameEn: '' }] },
        ],
      }),
    ]);
    const acting = desk.as('kikaku');
    await desk.office.read((tx) =>
      upsertDraftValues(
        tx,
        'parts',
        [
          {
            series: 'actual',
            fiscalYear: 2024,
            breakdown: 'age:20s',
            asOf: null,
            value: '1',
            text: null,
            missing: null,
            standardError: null,
            status: 'final',
            source: null,
            note: '',
          },
        ],
        { by: null, now: acting.now.toISOString() },
      ),
    );
    expect(await desk.office.read((tx) => listAskedKeys(tx, 'doboku'))).toEqual(['d', 'parts']);
  });
});
