import type { ChoiceModel, Selection } from './choice-model.ts';

/** A candidate's level as a variable of the program, in the order of the variables. */
export interface Variable {
  readonly candidate: number;
  readonly level: number;
}

export interface LinearProgram {
  /** CPLEX LP text; the first variables are `variables`, in order, then one for each frame's draw on the pool */
  readonly text: string;
  readonly variables: readonly Variable[];
  /** Row of each frame in the program */
  readonly frameRows: readonly number[];
}

const term = (coefficient: number, name: string): string =>
  `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`;

/** Lines of at most a few thousand signs: readers of the format limit them. */
const wrapped = (terms: readonly string[]): string => {
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += 20) lines.push(terms.slice(at, at + 20).join(' '));
  return lines.join('\n  ');
};

/**
 * The model as text for a solver.
 * @param relaxed true: parts of a proposal may be taken, which gives the frames their prices
 * @param excluded selections that are not to be found again: what is found differs from them in something of worth
 */
export const linearProgram = (
  model: ChoiceModel,
  relaxed: boolean,
  excluded: readonly Selection[] = [],
): LinearProgram => {
  const variables = model.candidates.flatMap(({ levels }, candidate) =>
    levels.map((_, level): Variable => ({ candidate, level })),
  );
  const names = variables.map((_, at) => `x${at}`);
  const pools = model.capacities.map((_, frame) => `s${frame}`);
  const byCandidate = Map.groupBy(
    variables.map((variable, at) => ({ ...variable, at })),
    ({ candidate }) => candidate,
  );
  const own = (candidate: number) => byCandidate.get(candidate) ?? [];
  const levelOf = ({ candidate, level }: Variable) => model.candidates[candidate]?.levels[level];
  const rows: string[] = [];
  const frameRows: number[] = [];
  const add = (terms: readonly string[], end: string): void => {
    rows.push(` r${rows.length}: ${wrapped(terms)} ${end}`);
  };
  for (const [frame, capacity] of model.capacities.entries()) {
    const terms = variables.flatMap((variable, at) => {
      const amount = levelOf(variable)?.amountThousandYen ?? 0;
      return model.candidates[variable.candidate]?.frame === frame && amount !== 0
        ? [term(amount, names[at] ?? '')]
        : [];
    });
    frameRows.push(rows.length);
    add([...terms, term(-1, pools[frame] ?? '')], `<= ${capacity}`);
  }
  if (pools.length > 0)
    add(
      pools.map((name) => term(1, name)),
      `<= ${model.poolThousandYen}`,
    );
  for (const [at, { obligatory, levels }] of model.candidates.entries())
    if (obligatory || levels.length > 1)
      add(
        own(at).map((each) => term(1, `x${each.at}`)),
        obligatory ? '= 1' : '<= 1',
      );
  const groups = Map.groupBy(
    model.candidates.map(({ group }, at) => ({ group, at })),
    ({ group }) => group,
  );
  for (const [group, members] of groups)
    if (group !== '' && members.length > 1)
      add(
        members.flatMap(({ at }) => own(at).map((each) => term(1, `x${each.at}`))),
        '<= 1',
      );
  const places = new Map(model.candidates.map(({ key }, at) => [key, at]));
  for (const [at, { needs }] of model.candidates.entries())
    for (const need of needs) {
      const other = places.get(need);
      const with_ = other === undefined ? [] : own(other).map((each) => term(-1, `x${each.at}`));
      add([...own(at).map((each) => term(1, `x${each.at}`)), ...with_], '<= 0');
    }
  const valued = [...variables.entries()].filter(([, variable]) => levelOf(variable)?.worth !== 0);
  for (const selection of excluded) {
    const isTaken = ({ candidate, level }: Variable) => selection[candidate] === level;
    // At least one variable differs: Σ over taken (1 − x) + Σ over the others x ≥ 1.
    const count = valued.filter(([, variable]) => isTaken(variable)).length;
    add(
      valued.map(([at, variable]) => term(isTaken(variable) ? -1 : 1, names[at] ?? '')),
      `>= ${1 - count}`,
    );
  }
  const objective = variables.map((variable, at) => term(levelOf(variable)?.worth ?? 0, names[at] ?? ''));
  const text = [
    'Maximize',
    ` worth: ${wrapped([...objective, ...pools.map((name) => term(0, name))])}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...names.map((name) => ` 0 <= ${name} <= 1`),
    ...pools.map((name) => ` 0 <= ${name} <= ${model.poolThousandYen}`),
    ...(relaxed ? [] : ['Binaries', ` ${wrapped(names)}`]),
    'End',
  ].join('\n');
  return { text, variables, frameRows };
};

/** What the variables say, rounded to whole choices. */
export const selectionOf = (
  model: ChoiceModel,
  variables: readonly Variable[],
  values: ArrayLike<number>,
): Selection => {
  const selection: (number | null)[] = model.candidates.map(() => null);
  for (const [at, { candidate, level }] of variables.entries())
    if ((values[at] ?? 0) > 0.5) selection[candidate] = level;
  return selection;
};
