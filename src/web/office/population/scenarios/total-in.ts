import type { ScenarioContent, ScenarioResult } from '../../../../domain/population/scenario.ts';

/** Total of one year; null outside the scenario. */
export const totalIn = ({ years, total }: ScenarioResult['annual'], year: number): number | null =>
  total[years.indexOf(year)] ?? null;

/** The year a scenario is looked at in: that of its aim, else its last. */
export const yearLookedAt = ({
  content,
  result,
}: {
  readonly content: Pick<ScenarioContent, 'aim'>;
  readonly result: ScenarioResult;
}): number => {
  const aim = content.aim?.year;
  return aim !== undefined && totalIn(result.annual, aim) !== null ? aim : (result.years.at(-1) ?? 0);
};
