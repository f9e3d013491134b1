import type { ScenarioContent } from '../../src/domain/population/scenario.ts';
import type {
  PopulationSeries,
  SeriesKind,
  SeriesWithTables,
  TableCounts,
} from '../../src/domain/population/series.ts';
import { referenceJson } from '../demography/reference-folder.ts';

interface Half {
  readonly total: number;
  readonly byAge: readonly number[];
  readonly unknown: number;
}
type Years = Readonly<Record<string, { readonly male: Half; readonly female: Half }>>;
interface TownFile {
  readonly ageGroups: readonly string[];
  readonly census: Years;
  readonly ipssH30: Years;
}

export const seriesOf = (seriesKey: string, kind: SeriesKind, name = seriesKey): PopulationSeries => ({
  seriesKey,
  kind,
  name,
  publisher: '発行者',
  source: '出典',
  publishedOn: '2018-03-30',
  baseYear: 2015,
  terms: '',
  note: '',
  state: 'published',
  version: 1,
});

const countsOf = (
  ages: readonly string[],
  { male, female }: { readonly male: Half; readonly female: Half },
): TableCounts => ({
  ages,
  male: male.byAge,
  female: female.byAge,
  both: null,
  unknownAge: male.unknown + female.unknown === 0 ? null : { male: male.unknown, female: female.unknown },
  total: male.total + female.total,
  totalMale: male.total,
  totalFemale: female.total,
  households: null,
});

const tablesOf = (seriesKey: string, ages: readonly string[], years: Years): SeriesWithTables['tables'] =>
  Object.entries(years).map(([year, both]) => ({
    seriesKey,
    areaKey: '',
    areaName: '',
    date: `${year}-10-01`,
    counts: countsOf(ages, both),
  }));

/** 塩尻市の国勢調査 1980–2015 and 社人研 平成30年推計 2015–2045, as series. */
export const shiojiriSeries = (code = '20215'): readonly [SeriesWithTables, SeriesWithTables] => {
  const file: TownFile = referenceJson('data', 'ipss_h30', `${code}.json`);
  return [
    { series: seriesOf('census', 'census'), tables: tablesOf('census', file.ageGroups, file.census) },
    { series: seriesOf('ipss', 'projection'), tables: tablesOf('ipss', file.ageGroups, file.ipssH30) },
  ];
};

/** A scenario that changes nothing. */
export const quietContent: ScenarioContent = {
  baseline: { kind: 'projection', seriesKey: 'ipss' },
  birthRateNow: null,
  levers: [],
  estates: [],
  interpolation: 'linear',
  aim: null,
  errors: 'ipss',
};
