import { isSheetLate, stageInTurn } from './late-sheet.ts';
import type { EvaluationRound } from './round.ts';
import type { SheetState } from './sheet-state.ts';

/** A sheet as far as progress goes. */
export interface ProgressSheet extends SheetState {
  readonly unitKey: string | null;
  readonly stageKeys: readonly string[];
  readonly exemption: string;
}

/** How far the sheets of one unit are at one stage. */
export interface StageProgress {
  readonly stageKey: string;
  /** Sheets that go through it. */
  readonly all: number;
  /** It is its turn: not begun, begun or to be approved. */
  readonly waiting: number;
  /** Of those: nobody has written yet. */
  readonly notStarted: number;
  /** Of those: sent back to it. */
  readonly returned: number;
  /** Of those: after its day. */
  readonly late: number;
  /** Handed on by it. */
  readonly done: number;
}

export interface UnitProgress {
  readonly unitKey: string | null;
  readonly all: number;
  readonly exempt: number;
  /** Through all stages, exempt ones not counted. */
  readonly final: number;
  readonly stages: readonly StageProgress[];
}

const stageProgress = (
  stageKey: string,
  sheets: readonly ProgressSheet[],
  round: Pick<EvaluationRound, 'dueOn' | 'state'>,
  today: string,
): StageProgress => {
  const on = sheets.filter(({ stageKeys }) => stageKeys.includes(stageKey));
  const turn = on.filter((sheet) => stageInTurn(sheet) === stageKey);
  return {
    stageKey,
    all: on.length,
    waiting: turn.length,
    notStarted: turn.filter(({ status }) => status === 'not-started').length,
    returned: turn.filter(({ status }) => status === 'returned').length,
    late: turn.filter((sheet) => isSheetLate(sheet, round, today)).length,
    done: on.filter(({ stageIndex, stageKeys }) => stageKeys.indexOf(stageKey) < stageIndex).length,
  };
};

/** Sheets by unit in the order of `unitKeys`, what belongs to none last. `today`: ISO day. */
export const progressOf = (
  sheets: readonly ProgressSheet[],
  stageKeys: readonly string[],
  unitKeys: readonly string[],
  round: Pick<EvaluationRound, 'dueOn' | 'state'>,
  today: string,
): readonly UnitProgress[] => {
  const groups = new Map<string | null, ProgressSheet[]>();
  for (const sheet of sheets) {
    const known = sheet.unitKey !== null && unitKeys.includes(sheet.unitKey) ? sheet.unitKey : null;
    groups.set(known, [...(groups.get(known) ?? []), sheet]);
  }
  return [...unitKeys, null].flatMap((unitKey): readonly UnitProgress[] => {
    const own = groups.get(unitKey);
    if (own === undefined) return [];
    const evaluated = own.filter(({ exemption }) => exemption === '');
    return [
      {
        unitKey,
        all: own.length,
        exempt: own.length - evaluated.length,
        final: evaluated.filter(({ status }) => status === 'final' || status === 'published').length,
        stages: stageKeys.map((stageKey) => stageProgress(stageKey, evaluated, round, today)),
      },
    ];
  });
};
