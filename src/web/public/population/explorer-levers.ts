import { birthRateNow } from '../../../domain/population/birth-rate-now.ts';
import { leverRangesFor } from '../../../domain/population/lever-ranges-for.ts';
import {
  leverKinds,
  type ScenarioContent,
  type ScenarioLeverKind,
} from '../../../domain/population/scenario.ts';
import { contentOfForm } from '../../islands/population/form-content.ts';
import { type LeverField, leverName } from '../../islands/population/lever-field.ts';
import type { PopulationExplorerWords } from '../../text/population-explorer.ts';
import type { StartingPoint } from './explorer-baseline.ts';

/** Assumptions a reader is offered; others only where the scenario they start from has pulled them. */
const offered: readonly ScenarioLeverKind[] = [
  'birth-rate',
  'families-per-year',
  'young-adults-per-year',
  'young-migration-scale',
  'life-expectancy',
];

/** Keys of the address, for every assumption there is. */
export const leverKeys: readonly string[] = leverKinds.map((kind) => leverName(kind));

/** Levers take effect after this year: from the newest count on, not in the past. */
export const movesAfter = ({ assumptions }: StartingPoint, lastCounted: number | null): number => {
  const { baseYear, steps } = assumptions;
  const last = steps.at(-1)?.toYear ?? baseYear;
  return lastCounted === null || lastCounted < baseYear || lastCounted >= last ? baseYear : lastCounted;
};

export const leverFieldsOf = (
  start: StartingPoint,
  content: ScenarioContent,
  words: PopulationExplorerWords,
): readonly LeverField[] => {
  const ranges = leverRangesFor(start.baseTotal);
  const kinds = leverKinds.filter(
    (kind) => offered.includes(kind) || content.levers.some((lever) => lever.kind === kind),
  );
  const birthRate = birthRateNow(content, start.assumptions).value;
  return kinds.flatMap((kind): LeverField[] => {
    const { least, most, step, decimals, neutral } = ranges[kind];
    // Nobody was born in the base year: no birth rate can be moved.
    if (kind === 'birth-rate' && birthRate <= 0) return [];
    return [
      {
        kind,
        ...words.levers[kind],
        least,
        most,
        step,
        decimals,
        neutral: neutral ?? Number(birthRate.toFixed(decimals)),
        value: content.levers.find((lever) => lever.kind === kind)?.value ?? null,
      },
    ];
  });
};

/** The assumptions as the address has them, no further than the sliders reach. */
export const contentAsked = (
  start: ScenarioContent,
  fields: readonly LeverField[],
  query: ReadonlyMap<string, string>,
  after: number,
): ScenarioContent => {
  const content = contentOfForm(start, fields, (name) => {
    const asked = query.get(name);
    if (asked !== undefined) return asked;
    const field = fields.find(({ kind }) => leverName(kind) === name);
    // Not asked about: as the start has it.
    if (field !== undefined) return field.value === null ? null : String(field.value);
    const moved = fields.find(({ kind }) => leverName(kind, 'fromYear') === name);
    return moved === undefined || start.levers.some(({ kind }) => kind === moved.kind) ? null : String(after);
  });
  return {
    ...content,
    levers: content.levers.map((lever) => {
      const field = fields.find(({ kind }) => kind === lever.kind);
      return field === undefined
        ? lever
        : { ...lever, value: Math.min(Math.max(lever.value, field.least), field.most) };
    }),
  };
};
