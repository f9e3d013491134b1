import type { PopulationDesk } from '../../../app/population/read-population.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { type Result, refuse } from '../../../domain/kernel/result.ts';
import { type DistrictChoice, districtChoices } from '../../../domain/population/district-choices.ts';
import type { DistrictDays } from '../../../domain/population/district-tables.ts';
import type { ScenarioContent } from '../../../domain/population/scenario.ts';
import {
  districtsOfScenario,
  type ProjectedDistricts,
  usualKappa,
} from '../../../domain/population/scenario-districts.ts';
import {
  asPublished,
  projectionsByAge,
  townOfScenario,
} from '../../../domain/population/town-projections.ts';

/** What the districts are held to: a scenario, published or not, or a projection as it was published. */
export interface HeldTo {
  /** scenario-{key} or series-{key} */
  readonly key: string;
  readonly name: string;
  readonly content: ScenarioContent;
}

export interface DistrictsQuestion {
  readonly choices: readonly DistrictChoice[];
  readonly towns: readonly HeldTo[];
  readonly choice: DistrictChoice | null;
  readonly days: DistrictDays | null;
  readonly town: HeldTo | null;
  /** As typed */
  readonly kappaText: string;
  /** 縮約の強さ, persons; null: what was typed is no such number */
  readonly kappa: number | null;
}

const mostKappa = 100_000;

const readKappa = (text: string): number | null => {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return usualKappa;
  return /^\d{1,6}$/u.test(plain) && Number(plain) >= 1 && Number(plain) <= mostKappa ? Number(plain) : null;
};

/** What can be chosen, and what is: anything the address does not name, or names wrongly, is the first there is. */
export const districtsQuestion = (
  { series, scenarios }: Pick<PopulationDesk, 'series' | 'scenarios'>,
  asked: (name: string) => string,
): DistrictsQuestion => {
  const choices = districtChoices(series);
  const towns: readonly HeldTo[] = [
    ...scenarios.map(({ scenarioKey, name, content, publishedEdition }) => ({
      key: `scenario-${scenarioKey}`,
      name: publishedEdition === null ? `${name}（公開前のシナリオ）` : `${name}（シナリオ）`,
      content,
    })),
    ...projectionsByAge(series).map((each) => ({
      key: `series-${each.seriesKey}`,
      name: each.name,
      content: asPublished(each),
    })),
  ];
  const choice = choices.find((each) => each.series.seriesKey === asked('series')) ?? choices[0] ?? null;
  return {
    choices,
    towns,
    choice,
    days: choice?.days.find(({ baseDate }) => baseDate === asked('base')) ?? choice?.days[0] ?? null,
    town: towns.find(({ key }) => key === asked('town')) ?? towns[0] ?? null,
    kappaText: asked('kappa'),
    kappa: readKappa(asked('kappa')),
  };
};

/** Null: there is nothing to project yet. */
export const projectChosen = (
  { series }: Pick<PopulationDesk, 'series'>,
  { choice, days, town, kappa }: DistrictsQuestion,
): Result<ProjectedDistricts, readonly Problem[]> | null => {
  const found = series.find((each) => each.series.seriesKey === choice?.series.seriesKey);
  if (found === undefined || days === null || town === null) return null;
  if (kappa === null) return refuse([errorAt('population-kappa', ['kappa'], { most: mostKappa })]);
  const projected = townOfScenario(town.content, series);
  return projected.ok ? districtsOfScenario(found, days, projected.value, kappa) : projected;
};
