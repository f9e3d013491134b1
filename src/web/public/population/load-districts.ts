import { loadEntries, loadPublications, type Publication } from '../../../db/read-publication.ts';
import type { PublicTx } from '../../../db/tenant.ts';
import {
  type DistrictChoice,
  districtChoices,
  hasDistricts,
} from '../../../domain/population/district-choices.ts';
import {
  type DistrictRow,
  districtRows,
  sumOfRows,
  withoutSmallCounts,
} from '../../../domain/population/district-figures.ts';
import type { DistrictDays } from '../../../domain/population/district-tables.ts';
import {
  districtsOfScenario,
  type ProjectedDistricts,
  type TownProjection,
} from '../../../domain/population/scenario-districts.ts';
import type { PopulationSeries, SeriesWithTables } from '../../../domain/population/series.ts';
import {
  asPublished,
  projectionsByAge,
  townOfEdition,
  townOfScenario,
} from '../../../domain/population/town-projections.ts';

/** What districts may be held to in public: published scenarios, then published projections by age. */
export interface TownChoice {
  /** scenario-{key} or series-{key} */
  readonly key: string;
  readonly name: string;
}

export interface PublicDistricts {
  readonly choices: readonly DistrictChoice[];
  readonly towns: readonly TownChoice[];
  readonly series: PopulationSeries;
  readonly days: DistrictDays;
  readonly town: TownChoice;
  readonly years: readonly number[];
  readonly shown: readonly DistrictRow[];
  /** Districts of few people, taken together; null: none */
  readonly together: DistrictRow | null;
  readonly whole: DistrictRow;
  readonly emptyDistricts: readonly string[];
  readonly baseSum: number;
  readonly townAtBase: number | null;
}

/** What was asked for in the address. Anything unknown is taken as not asked. */
export interface DistrictsAsked {
  readonly series: string | undefined;
  readonly base: string | undefined;
  readonly town: string | undefined;
}

export const nothingAsked: DistrictsAsked = { series: undefined, base: undefined, town: undefined };

export type DistrictsAnswer =
  | { readonly kind: 'none' }
  /** Districts are public, but nothing can be projected from them. */
  | { readonly kind: 'unsuited' }
  | { readonly kind: 'districts'; readonly districts: PublicDistricts };

/** Districts that make up less or more of the town than this were counted otherwise: fitted to it they would jump. */
const mostApart = 0.05;

const isApart = ({ baseSum, townAtBase }: ProjectedDistricts): boolean =>
  townAtBase !== null && Math.abs(baseSum - townAtBase) > mostApart * townAtBase;

interface Towns {
  readonly choice: TownChoice;
  readonly load: () => Promise<TownProjection | null>;
}

const townsOf = async (tx: PublicTx, all: readonly SeriesWithTables[]): Promise<readonly Towns[]> => {
  const editions = await loadPublications(tx, 'population-scenario');
  return [
    ...editions.map((edition: Publication<'population-scenario'>) => ({
      choice: { key: `scenario-${edition.key}`, name: edition.title },
      load: async () => townOfEdition(edition.content, await loadEntries(tx, edition)),
    })),
    ...projectionsByAge(all).map((series) => ({
      choice: { key: `series-${series.seriesKey}`, name: series.name },
      load: async () => {
        const town = townOfScenario(asPublished(series), all);
        return town.ok ? town.value : null;
      },
    })),
  ];
};

/**
 * 地区別の人口の見通し from what is published: of the newest two days, held to the first published scenario or projection
 * that reaches beyond them. `all`: every published series. Figures of few people are taken together here already.
 */
export const loadDistricts = async (
  tx: PublicTx,
  all: readonly SeriesWithTables[],
  asked: DistrictsAsked = nothingAsked,
): Promise<DistrictsAnswer> => {
  if (!hasDistricts(all)) return { kind: 'none' };
  const choices = districtChoices(all);
  const choice = choices.find(({ series }) => series.seriesKey === asked.series) ?? choices[0];
  const days = choice?.days.find(({ baseDate }) => baseDate === asked.base) ?? choice?.days[0];
  const found = all.find(({ series }) => series.seriesKey === choice?.series.seriesKey);
  if (choice === undefined || days === undefined || found === undefined) return { kind: 'unsuited' };
  const towns = await townsOf(tx, all);
  const wanted = towns.filter(({ choice: { key } }) => key === asked.town);
  for (const { choice: town, load } of [...wanted, ...towns]) {
    const projection = await load();
    const projected = projection === null ? null : districtsOfScenario(found, days, projection);
    if (projected === null || !projected.ok || isApart(projected.value)) continue;
    const rows = districtRows(projected.value);
    return {
      kind: 'districts',
      districts: {
        choices,
        towns: towns.map((each) => each.choice),
        series: choice.series,
        days,
        town,
        years: projected.value.years,
        ...withoutSmallCounts(rows),
        whole: sumOfRows(rows),
        emptyDistricts: projected.value.emptyDistricts,
        baseSum: projected.value.baseSum,
        townAtBase: projected.value.townAtBase,
      },
    };
  }
  return { kind: 'unsuited' };
};
