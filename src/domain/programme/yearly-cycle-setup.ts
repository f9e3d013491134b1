/** What stands in a town, counted: from this follows what is still to be set up. */
export interface SetUpFacts {
  readonly units: number;
  readonly unitPeople: number;
  readonly types: number;
  readonly programmes: number;
  readonly programmesWithoutUnit: number;
  readonly rates: number;
  readonly evaluationSchemes: { readonly adopted: number; readonly draft: number };
  readonly calendar: number;
  readonly rounds: number;
  readonly budgetSchemes: { readonly adopted: number; readonly draft: number };
  readonly budgetYears: number;
  readonly frames: number;
  readonly hardTypes: number;
  readonly implementationPlans: number;
}

export const setUpSteps = [
  'units',
  'people',
  'types',
  'programmes',
  'rates',
  'scheme',
  'calendar',
  'round',
  'budget-rule',
  'frames',
  'implementation',
] as const;
export type SetUpStepKey = (typeof setUpSteps)[number];

/** optional: the cycle runs without it. begun: there, and not yet in force or not complete. */
export type SetUpState = 'done' | 'begun' | 'missing' | 'optional';

export interface SetUpStep {
  readonly key: SetUpStepKey;
  readonly state: SetUpState;
  /** How many there are; of what, follows from the key. */
  readonly count: number;
  /** The step that comes first and is still missing; null: nothing stands in the way. */
  readonly waitsFor: SetUpStepKey | null;
}

const present = (count: number): SetUpState => (count > 0 ? 'done' : 'missing');
const adopted = (scheme: SetUpFacts['budgetSchemes']): SetUpState =>
  scheme.adopted > 0 ? 'done' : scheme.draft > 0 ? 'begun' : 'missing';

/** What a step needs before it can be taken; the first that is missing is named. */
const needs: Partial<Readonly<Record<SetUpStepKey, readonly SetUpStepKey[]>>> = {
  people: ['units'],
  programmes: ['units'],
  round: ['programmes', 'scheme'],
  frames: ['programmes', 'budget-rule'],
  implementation: ['programmes'],
};

/** はじめての年度サイクル: every step in the order it is best taken. */
export const setUpOf = (facts: SetUpFacts): readonly SetUpStep[] => {
  const states: Readonly<Record<SetUpStepKey, { readonly state: SetUpState; readonly count: number }>> = {
    units: { state: present(facts.units), count: facts.units },
    people: { state: present(facts.unitPeople), count: facts.unitPeople },
    types: { state: present(facts.types), count: facts.types },
    programmes: {
      state: facts.programmesWithoutUnit > 0 ? 'begun' : present(facts.programmes),
      count: facts.programmes,
    },
    rates: { state: facts.rates > 0 ? 'done' : 'optional', count: facts.rates },
    scheme: {
      state: adopted(facts.evaluationSchemes),
      count: facts.evaluationSchemes.adopted + facts.evaluationSchemes.draft,
    },
    calendar: { state: present(facts.calendar), count: facts.calendar },
    round: { state: present(facts.rounds), count: facts.rounds },
    'budget-rule': {
      state: adopted(facts.budgetSchemes),
      count: facts.budgetSchemes.adopted + facts.budgetSchemes.draft,
    },
    frames: {
      state: facts.frames > 0 ? 'done' : facts.budgetYears > 0 ? 'begun' : 'missing',
      count: facts.frames,
    },
    // Only a town with types that are settled there needs one.
    implementation: {
      state:
        facts.implementationPlans > 0
          ? 'done'
          : facts.types > 0 && facts.hardTypes > 0
            ? 'missing'
            : 'optional',
      count: facts.implementationPlans,
    },
  };
  const lacks = (key: SetUpStepKey): boolean => states[key].count === 0 || states[key].state === 'missing';
  return setUpSteps.map((key) => ({
    key,
    ...states[key],
    waitsFor: states[key].state === 'done' ? null : ((needs[key] ?? []).find(lacks) ?? null),
  }));
};
