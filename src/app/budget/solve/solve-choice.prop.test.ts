import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { townChoice } from '../../../../test/factories/choice-models.ts';
import { bestSets } from '../../../domain/budget/choose/best-sets.ts';
import {
  type Candidate,
  type ChoiceModel,
  checkSelection,
  type Selection,
} from '../../../domain/budget/choose/choice-model.ts';
import { solveChoice } from './solve-choice.ts';

/** @param isLocal whether only proposals of one frame compete or need each other */
const model = (isLocal: boolean): fc.Arbitrary<ChoiceModel> =>
  fc
    .record({
      capacities: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
      poolThousandYen: fc.nat(20),
      candidates: fc.array(
        fc.record({
          frame: fc.nat(2),
          levels: fc.array(
            fc.record({
              amountThousandYen: fc.integer({ min: -30, max: 60 }),
              worth: fc.oneof(fc.constant(0), fc.nat(1000)),
            }),
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
          group: isLocal && each.group !== '' ? `g${each.frame % capacities.length}` : each.group,
          needs: each.needs
            .filter(
              (need) =>
                need < candidates.length &&
                need !== at &&
                (!isLocal || ((candidates[need]?.frame ?? 0) - each.frame) % capacities.length === 0),
            )
            .map((need) => `c${need}`),
        }),
      ),
    }));

/** What a selection takes that has a worth: what differs in nothing else is one set. */
const valued = (of: ChoiceModel, selection: Selection): string =>
  of.candidates.map(({ levels }, at) => (levels[selection[at] ?? -1]?.worth ? selection[at] : '')).join();

/** Worth of every set there is, the best first. */
const bruteForce = (of: ChoiceModel): readonly number[] => {
  let all: Selection[] = [[]];
  for (const { levels } of of.candidates)
    all = all.flatMap((before) => [[...before, null], ...levels.map((_, level) => [...before, level])]);
  const worths = new Map(
    all
      .map((selection) => [valued(of, selection), checkSelection(of, selection)] as const)
      .filter(([, { isFeasible }]) => isFeasible)
      .map(([name, { worth }]) => [name, worth]),
  );
  return [...worths.values()].sort((a, b) => b - a);
};

describe('最適な組み合わせ', () => {
  it.each([
    ['枠をまたいで競い、支え合う', false, 60],
    ['枠のなかで競い、支え合う', true, 200],
  ])('総当たりと同じ価値で、次に良い三つも同じ: %s', async (_, isLocal, numRuns) => {
    await fc.assert(
      fc.asyncProperty(model(isLocal), async (each) => {
        const expected = bruteForce(each).slice(0, 4);
        // Whatever the prices are: nought, or far too high.
        for (const price of isLocal ? [0, 1000] : []) {
          const sets = bestSets(
            each,
            4,
            each.capacities.map(() => price),
          );
          expect(sets?.map(({ worth }) => worth)).toEqual(expected);
        }
        const solved = await solveChoice(each, 3, 10);
        const found = solved.best === null ? [] : [solved.best, ...solved.alternatives];
        expect(found.map(({ worth }) => worth)).toEqual(expected);
        expect(found.every(({ isProven }) => isProven)).toBe(true);
        expect(new Set(found.map(({ selection }) => valued(each, selection))).size).toBe(found.length);
        for (const { selection } of found) expect(checkSelection(each, selection).isFeasible).toBe(true);
      }),
      { numRuns },
    );
  });

  it('価値のない減額は、その財源が要るときだけ入る', async () => {
    const cut = (key: string, amount: number, needs: readonly string[] = []): Candidate => ({
      key,
      frame: 0,
      levels: [{ amountThousandYen: -amount, worth: 0 }],
      obligatory: false,
      group: '',
      needs,
    });
    const wanted = (amountThousandYen: number, needs: readonly string[] = []): Candidate => ({
      key: 'wanted',
      frame: 0,
      levels: [{ amountThousandYen, worth: 100 }],
      obligatory: false,
      group: '',
      needs,
    });
    const cuts = [cut('small', 10), cut('large', 30), cut('third', 5)];
    const taken = async (first: Candidate) =>
      (await solveChoice({ capacities: [0], poolThousandYen: 0, candidates: [first, ...cuts] }, 3, 10)).best
        ?.selection;
    expect(await taken(wanted(25))).toEqual([0, null, 0, null]);
    expect(await taken(wanted(45))).toEqual([0, 0, 0, 0]);
    expect(await taken(wanted(5, ['third']))).toEqual([0, null, null, 0]);
    expect(await taken(wanted(100))).toEqual([null, null, null, null]);
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
