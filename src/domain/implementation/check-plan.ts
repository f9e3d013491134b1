import { type Problem, warningAt } from '../kernel/problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { ProgrammeType } from '../programme/yearly-cycle.ts';
import { cellOf, type PlanCell } from './cells.ts';
import { type ImplementationPlan, yearsOf } from './implementation-plan.ts';

export type PlannedProgramme = Pick<
  Programme,
  'programmeKey' | 'name' | 'typeKey' | 'unitKey' | 'startFiscalYear' | 'endFiscalYear'
>;

/** Keys of programmes whose money is settled here (ハード事業). */
export const settledHere = (
  programmes: readonly Pick<Programme, 'programmeKey' | 'typeKey'>[],
  types: readonly ProgrammeType[],
): ReadonlySet<string> => {
  const hard = new Set(
    types.filter(({ settledIn }) => settledIn === 'implementation-plan').map(({ key }) => key),
  );
  return new Set(
    programmes
      .filter(({ typeKey }) => typeKey !== null && hard.has(typeKey))
      .map(({ programmeKey }) => programmeKey),
  );
};

const checkProgramme = (
  plan: ImplementationPlan,
  cells: ReadonlyMap<string, PlanCell>,
  programme: PlannedProgramme,
  isHard: boolean,
): readonly Problem[] => {
  const { programmeKey, name, startFiscalYear, endFiscalYear } = programme;
  const own = yearsOf(plan).flatMap((year) => cells.get(cellOf(programmeKey, year)) ?? []);
  const outside = own.filter(
    ({ fiscalYear, amountThousandYen }) =>
      amountThousandYen > 0 &&
      ((endFiscalYear !== null && fiscalYear > endFiscalYear) ||
        (startFiscalYear !== null && fiscalYear < startFiscalYear)),
  );
  const isOver = endFiscalYear !== null && endFiscalYear < plan.startFiscalYear;
  return [
    ...(isHard && own.length === 0 && !isOver
      ? [warningAt('implementation-hard-missing', [programmeKey], { name })]
      : []),
    ...(isHard && own.some(({ generalThousandYen }) => generalThousandYen === null)
      ? [warningAt('implementation-general-missing', [programmeKey], { name })]
      : []),
    ...(own.length > 0 && programme.unitKey === null
      ? [warningAt('implementation-no-unit', [programmeKey], { name })]
      : []),
    ...outside.map(({ fiscalYear }) =>
      warningAt('implementation-outside', [programmeKey], {
        name,
        fiscalYear,
        from: startFiscalYear ?? '',
        to: endFiscalYear ?? '',
      }),
    ),
  ];
};

/** What a planner should look at before it is settled; nothing of it stands in the way. */
export const checkImplementation = (
  plan: ImplementationPlan,
  cells: ReadonlyMap<string, PlanCell>,
  programmes: readonly PlannedProgramme[],
  types: readonly ProgrammeType[],
): readonly Problem[] => {
  const hard = settledHere(programmes, types);
  const known = new Set(programmes.map(({ programmeKey }) => programmeKey));
  const gone = [...new Set([...cells.values()].map(({ programmeKey }) => programmeKey))].filter(
    (key) => !known.has(key),
  );
  return [
    ...programmes.flatMap((each) => checkProgramme(plan, cells, each, hard.has(each.programmeKey))),
    ...gone.map((key) => warningAt('implementation-programme-gone', [key], { key })),
  ];
};
