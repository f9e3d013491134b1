import { leverRangesFor } from '../../../../domain/population/lever-ranges-for.ts';
import { leverKinds, type ScenarioContent } from '../../../../domain/population/scenario.ts';
import type { LeverField } from '../../../islands/population/lever-field.ts';
import { leverHints } from './scenario-words.data.ts';

/** What fits the panel to a town: its size, and the birth rate it starts from. */
export interface LeverPlace {
  /** Persons at the base; 0 unknown */
  readonly baseTotal: number;
  /** null: unknown */
  readonly birthRateNow: number | null;
}

/** Where nothing is known of the birth rate: that of a country that keeps its number. */
const usualBirthRate = 2.07;

/** The levers of the panel, each where the scenario has it. */
export const leverFields = (
  levers: ScenarioContent['levers'],
  { baseTotal, birthRateNow }: LeverPlace,
): readonly LeverField[] => {
  const ranges = leverRangesFor(baseTotal);
  return leverKinds.map((kind): LeverField => {
    const { neutral, ...range } = ranges[kind];
    const value = levers.find((lever) => lever.kind === kind)?.value ?? null;
    return {
      ...range,
      kind,
      hint: leverHints[kind],
      neutral: neutral ?? birthRateNow ?? usualBirthRate,
      // The slider reaches what is written, beyond its usual range too.
      least: Math.min(range.least, value ?? range.least),
      most: Math.max(range.most, value ?? range.most),
      value,
    };
  });
};
