import { describe, expect, it } from 'vitest';
import { decideCollection, type TypedCollection } from './decide-collection.ts';
import { recipientsOf } from './recipients.ts';

const scope = {
  runningYear: 2026,
  planYears: { first: 2024, last: 2032 },
  askedUnitKeys: new Set(['kodomo', 'doboku']),
};
const typed: TypedCollection = { fiscalYear: 2025, dueOn: 'R8.6.30', note: ' 3月末 ', unitKeys: ['kodomo'] };

describe('照会を始める', () => {
  it('期限は和暦でもよく、伝言の前後の空白は除く', () => {
    expect(decideCollection(typed, scope)).toEqual({
      ok: true,
      value: { fiscalYear: 2025, dueOn: '2026-06-30', note: '3月末', unitKeys: ['kodomo'] },
    });
  });
  it('計画がまだない町でも始められる', () => {
    expect(decideCollection({ ...typed, fiscalYear: 2020 }, { ...scope, planYears: null }).ok).toBe(true);
  });
  it.each<[string, Partial<TypedCollection>, readonly string[]]>([
    ['まだ始まらない年度', { fiscalYear: 2027 }, ['collection-year-future']],
    ['計画の外の年度', { fiscalYear: 2023 }, ['collection-year-outside-plan']],
    ['ありえない年度', { fiscalYear: 20250 }, ['fiscal-year-impossible']],
    ['期限がない', { dueOn: '' }, ['collection-due-missing']],
    ['ない日', { dueOn: '2026-06-31' }, ['date-impossible']],
    ['年度より前の期限', { dueOn: '2025-03-31' }, ['collection-due-before-year']],
    ['課がない', { unitKeys: [] }, ['collection-units-missing']],
    ['指標のない課', { unitKeys: ['kikaku'] }, ['collection-unit-without-indicators']],
    ['長い伝言', { note: 'あ'.repeat(2001) }, ['text-too-long']],
    [
      'いくつもの誤りを一度に言う',
      { fiscalYear: 2023, dueOn: 'いつか', unitKeys: [] },
      ['collection-year-outside-plan', 'date-format', 'collection-units-missing'],
    ],
  ])('断る: %s', (_, change, codes) => {
    const decided = decideCollection({ ...typed, ...change }, scope);
    expect(decided.ok ? null : decided.error.map(({ code }) => code)).toEqual(codes);
  });
});

describe('督促する相手', () => {
  const people = [
    { userId: '担当', role: 'unit-staff', unitKey: 'kodomo' },
    { userId: '課長', role: 'unit-head', unitKey: 'kodomo' },
    { userId: '部長', role: 'division-head', unitKey: 'bu' },
    { userId: '部の担当', role: 'unit-staff', unitKey: 'bu' },
    { userId: '監査', role: 'auditor', unitKey: 'kodomo' },
  ] as const;
  it.each([
    ['課の入力', 'unit', 'kodomo', ['bu'], ['担当', '課長']],
    ['課長の承認', 'head', 'kodomo', ['bu'], ['課長']],
    ['人のいない課は、上の組織の人', 'unit', 'hoiku', ['bu'], ['部の担当']],
    ['課長のいない課は部長', 'head', 'hoiku', ['bu'], ['部長']],
    ['だれもいない', 'unit', 'doboku', [], []],
    ['済んだ課', 'nobody', 'kodomo', ['bu'], []],
  ] as const)('%s', (_, waiting, unitKey, above, expected) => {
    expect(recipientsOf(waiting, unitKey, above, people).map(({ userId }) => userId)).toEqual(expected);
  });
});
