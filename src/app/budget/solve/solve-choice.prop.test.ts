import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { townChoice } from '../../../../test/factories/choice-models.ts';
import {
  type Candidate,
  type ChoiceModel,
  checkSelection,
  type Selection,
} from '../../../domain/budget/choose/choice-model.ts';
import { solveChoice } from './solve-choice.ts';

const model: fc.Arbitrary<ChoiceModel> = fc
  .record({
    capacities: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
    poolThousandYen: fc.nat(20),
    candidates: fc.array(
      fc.record({
        frame: fc.nat(2),
        levels: fc.array(
          fc.record({ amountThousandYen: fc.integer({ min: -30, max: 60 }), worth: fc.nat(1000) }),
          { minLength: 1, maxLength: 2 },
        ),
        obligatory: fc.constantFrom(false, false, false, true),
        group: fc.constantFrom('', '', 'g'),
        needs: fc.array(fc.nat(7), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ capacities, candidates, ...rest }) => ({
    ...rest,
    capacities,
    candidates: candidates.map(
      (each, at): Candidate => ({
        ...each,
        key: `c${at}`,
        frame: each.frame % capacities.length,
        needs: each.needs.filter((need) => need < candidates.length && need !== at).map((need) => `c${need}`),
      }),
    ),
  }));

/** Every selection there is, the best first. */
const bruteForce = (of: ChoiceModel): readonly number[] => {
  let all: Selection[] = [[]];
  for (const { levels } of of.candidates)
    all = all.flatMap((before) => [[...before, null], ...levels.map((_, level) => [...before, level])]);
  return all
    .map((selection) => checkSelection(of, selection))
    .filter(({ isFeasible }) => isFeasible)
    .map(({ worth }) => worth)
    .sort((a, b) => b - a);
};

describe('最適な組み合わせ', () => {
  it('総当たりと同じ価値で、次に良い三つも同じ', async () => {
    await fc.assert(
      fc.asyncProperty(model, async (each) => {
        const expected = bruteForce(each).slice(0, 4);
        const solved = await solveChoice(each, 3, 10);
        const found = solved.best === null ? [] : [solved.best, ...solved.alternatives];
        expect(found.map(({ worth }) => worth)).toEqual(expected);
        expect(found.every(({ isProven }) => isProven)).toBe(true);
        expect(new Set(found.map(({ selection }) => JSON.stringify(selection))).size).toBe(found.length);
        for (const { selection } of found) expect(checkSelection(each, selection).isFeasible).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('枠の価格は、枠を広げたときの増え方の目安になる', async () => {
    const tight: ChoiceModel = {
      capacities: [10, 100],
      poolThousandYen: 0,
      candidates: [
        {
          key: 'a',
          frame: 0,
          levels: [{ amountThousandYen: 20, worth: 400 }],
          obligatory: false,
          group: '',
          needs: [],
        },
        {
          key: 'b',
          frame: 1,
          levels: [{ amountThousandYen: 50, worth: 100 }],
          obligatory: false,
          group: '',
          needs: [],
        },
      ],
    };
    const solved = await solveChoice(tight, 0, 10);
    expect(solved.framePrices).toEqual([20, 0]);
    expect(solved.best?.selection).toEqual([null, 0]);
  });

  it('義務だけで枠を超えるときは、組み合わせがない', async () => {
    const solved = await solveChoice(
      {
        capacities: [10],
        poolThousandYen: 5,
        candidates: [
          {
            key: 'a',
            frame: 0,
            levels: [{ amountThousandYen: 16, worth: 1 }],
            obligatory: true,
            group: '',
            needs: [],
          },
        ],
      },
      3,
      10,
    );
    expect(solved.best).toBeNull();
  });

  it('700件・20枠でも解け、枠に収まる', async () => {
    const town = townChoice(700, 20);
    const solved = await solveChoice(town, 0, 10);
    expect(solved.best?.isProven).toBe(true);
    expect(checkSelection(town, solved.best?.selection ?? []).isFeasible).toBe(true);
  });
});
