import loadHighs from 'highs';
import {
  type ChoiceModel,
  checkSelection,
  type Selection,
} from '../../../domain/budget/choose/choice-model.ts';
import { linearProgram, selectionOf } from '../../../domain/budget/choose/linear-program.ts';

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

/** @param alternatives how many next best sets are looked for @param seconds time of each search */
export const solveChoice = async (
  model: ChoiceModel,
  alternatives: number,
  seconds: number,
): Promise<SolvedChoice> => {
  loaded ??= loadHighs();
  const highs = await loaded;
  const started = performance.now();
  const best = solveWhole(highs, model, [], seconds);
  const others: FoundSet[] = [];
  for (let at = 0; best !== null && at < alternatives; at += 1) {
    const known = [best, ...others].map(({ selection }) => selection);
    const next = solveWhole(highs, model, known, seconds);
    if (next === null) break;
    others.push(next);
  }
  return {
    best,
    alternatives: others,
    framePrices: best === null ? model.capacities.map(() => 0) : pricesOf(highs, model),
    milliseconds: performance.now() - started,
  };
};
