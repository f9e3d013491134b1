import type { ScenarioContent, ScenarioResult } from './scenario.ts';

/** Total of one calendar year, persons; null outside the scenario. */
export const totalIn = ({ years, total }: ScenarioResult['annual'], year: number): number | null =>
  total[years.indexOf(year)] ?? null;

/** The year a scenario is spoken of: that of its aim where it reaches that far, else its last. `years` ascend. */
export const yearSpokenOf = (aim: ScenarioContent['aim'], years: readonly number[]): number => {
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return aim !== null && aim.year >= first && aim.year <= last ? aim.year : last;
};
