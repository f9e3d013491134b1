import loadHighs from 'highs';
import { bestSets } from '../../../domain/budget/choose/best-sets.ts';
import {
  type ChoiceModel,
  checkSelection,
  type Selection,
} from '../../../domain/budget/choose/choice-model.ts';
import { linearProgram, selectionOf } from '../../../domain/budget/choose/linear-program.ts';
import { withoutIdleCuts } from '../../../domain/budget/choose/without-idle-cuts.ts';

/** A set of proposals the solver found, checked exactly. */
export interface FoundSet {
  readonly selection: Selection;
  /** Hundredths */
  readonly worth: number;
  /** Whether nothing better exists; otherwise `gap` says how much better something might be. */
  readonly isProven: boolean;
  /** Share of the worth; 0 where it is proven */
  readonly gap: number;
}

export interface SolvedChoice {
  /** null: what is obligatory does not fit into the frames */
  readonly best: FoundSet | null;
  /** The next best sets, the best first. */
  readonly alternatives: readonly FoundSet[];
  /**
   * Hundredths of worth a further thousand yen of each frame would bring: dual values of the program in which parts of
   * proposals may be taken and what is obligatory is fixed.
   */
  readonly framePrices: readonly number[];
  readonly milliseconds: number;
}

type Highs = Awaited<ReturnType<typeof loadHighs>>;

let loaded: Promise<Highs> | undefined;

const solveWhole = (
  highs: Highs,
  model: ChoiceModel,
  excluded: readonly Selection[],
  seconds: number,
): FoundSet | null => {
  const { text, variables } = linearProgram(model, false, excluded);
  return highs.withModel({ format: 'lp', data: text }, (program) => {
    program.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds });
    program.run();
    const { optimal, timeLimit } = highs.constants.modelStatus;
    const status = program.getModelStatus();
    if (status !== optimal && status !== timeLimit) return null;
    const selection = selectionOf(model, variables, program.getSolution().colValue);
    const { worth, isFeasible } = checkSelection(model, selection);
    // Rounded, it may be a hair outside; then it is none.
    if (!isFeasible) return null;
    const isProven = status === optimal;
    return { selection, worth, isProven, gap: isProven ? 0 : Number(program.info.get('mip_gap')) };
  });
};

const pricesOf = (highs: Highs, model: ChoiceModel): readonly number[] => {
  const { text, frameRows } = linearProgram(model, true);
  return highs.withModel({ format: 'lp', data: text }, (program) => {
    program.options.set({ output_flag: false });
    program.run();
    if (program.getModelStatus() !== highs.constants.modelStatus.optimal)
      return model.capacities.map(() => 0);
    const { rowDual } = program.getSolution();
    // A price is never negative: more of a frame harms nothing.
    return frameRows.map((row) => Math.max(0, Math.abs(rowDual[row] ?? 0)));
  });
};

/** Frame by frame, where proposals hang together within their frames; null: they do not, or there is too much of it. */
const byFrames = (
  model: ChoiceModel,
  count: number,
  prices: readonly number[],
): readonly FoundSet[] | null => {
  const sets = bestSets(model, count, prices);
  if (sets === null) return null;
  const found = sets.map(({ selection }) => ({ selection, ...checkSelection(model, selection) }));
  if (!found.every(({ isFeasible, worth }, at) => isFeasible && worth === sets[at]?.worth))
    throw new Error('a set of proposals is not what it was computed as');
  return found.map(({ selection, worth }) => ({ selection, worth, isProven: true, gap: 0 }));
};

/** One after the other as integer programmes, each without those before it. @param seconds time of each search */
const byProgrammes = (
  highs: Highs,
  model: ChoiceModel,
  count: number,
  seconds: number,
): readonly FoundSet[] => {
  const found: FoundSet[] = [];
  const hasWorth = model.candidates.some(({ levels }) => levels.some(({ worth }) => worth !== 0));
  while (found.length < count && (hasWorth || found.length === 0)) {
    const known = found.map(({ selection }) => selection);
    const next = solveWhole(highs, model, known, seconds);
    if (next === null) break;
    found.push(next);
  }
  return found;
};

/**
 * The best set and the next best, which differ from it and each other in something that has a worth.
 * @param alternatives how many next best sets are looked for @param seconds time of each search
 */
export const solveChoice = async (
  model: ChoiceModel,
  alternatives: number,
  seconds: number,
): Promise<SolvedChoice> => {
  loaded ??= loadHighs();
  const highs = await loaded;
  const started = performance.now();
  const prices = pricesOf(highs, model);
  const found = (
    byFrames(model, alternatives + 1, prices) ?? byProgrammes(highs, model, alternatives + 1, seconds)
  ).map((each) => ({ ...each, selection: withoutIdleCuts(model, each.selection) }));
  const [best = null, ...others] = found;
  return {
    best,
    alternatives: others,
    framePrices: best === null ? model.capacities.map(() => 0) : prices,
    milliseconds: performance.now() - started,
  };
};
