import { expect, it } from 'vitest';
import { type SetUpFacts, setUpOf } from './yearly-cycle-setup.ts';

const none: SetUpFacts = {
  units: 0,
  unitPeople: 0,
  types: 0,
  programmes: 0,
  programmesWithoutUnit: 0,
  rates: 0,
  evaluationSchemes: { adopted: 0, draft: 0 },
  calendar: 0,
  rounds: 0,
  budgetSchemes: { adopted: 0, draft: 0 },
  budgetYears: 0,
  frames: 0,
  hardTypes: 0,
  implementationPlans: 0,
};
const said = (facts: Partial<SetUpFacts>) =>
  Object.fromEntries(
    setUpOf({ ...none, ...facts }).map(({ key, state, waitsFor }) => [key, [state, waitsFor]]),
  );

it('何もない町では、組織と事務事業が先に要る', () => {
  expect(said({})).toEqual({
    units: ['missing', null],
    people: ['missing', 'units'],
    types: ['missing', null],
    programmes: ['missing', 'units'],
    rates: ['optional', null],
    scheme: ['missing', null],
    calendar: ['missing', null],
    round: ['missing', 'programmes'],
    'budget-rule': ['missing', null],
    frames: ['missing', 'programmes'],
    implementation: ['optional', 'programmes'],
  });
});

it.each<[string, Partial<SetUpFacts>, string, readonly [string, string | null]]>([
  [
    '担当のない事業が残る',
    { units: 3, programmes: 5, programmesWithoutUnit: 1 },
    'programmes',
    ['begun', null],
  ],
  ['様式は下書きだけ', { evaluationSchemes: { adopted: 0, draft: 1 } }, 'scheme', ['begun', null]],
  ['様式が採用された', { evaluationSchemes: { adopted: 1, draft: 1 } }, 'scheme', ['done', null]],
  ['事業はあるが様式がない', { programmes: 5 }, 'round', ['missing', 'scheme']],
  [
    '年度はあるが枠がない',
    { programmes: 5, budgetSchemes: { adopted: 1, draft: 0 }, budgetYears: 1 },
    'frames',
    ['begun', null],
  ],
  ['ハード事業がある', { programmes: 5, types: 2, hardTypes: 1 }, 'implementation', ['missing', null]],
  ['ソフト事業だけ', { programmes: 5, types: 2 }, 'implementation', ['optional', null]],
  ['すべて揃う', { frames: 8 }, 'frames', ['done', null]],
])('%s', (_, facts, key, expected) => {
  expect(said(facts)[key]).toEqual(expected);
});
