import { parseAgeGroup } from '../demography/age-groups.ts';
import { readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { isProjected, type PopulationSeries, type PopulationTable, type SeriesKind } from './series.ts';

/** What a person says about a series; the tables and its state are changed by themselves. */
export type SeriesFacts = Omit<PopulationSeries, 'seriesKey' | 'state' | 'version'>;

const textLimits = { name: 100, publisher: 200, source: 1000, terms: 1000, note: 2000 } as const;

/** 2018, 2018-03 or 2018-03-30: a day that exists; '' where it is not known. */
const isPublishedOn = (text: string): boolean =>
  text === '' ||
  (/^\d{4}(?:-\d{2}){0,2}$/u.test(text) &&
    readIsoDay(`${text}${'-01'.repeat((10 - text.length) / 3)}`) !== null);

/** Paths: [field]. A series without a source is refused: every figure of the pages names one. */
export const checkSeriesFacts = (facts: SeriesFacts): readonly Problem[] => [
  ...(['name', 'publisher', 'source'] as const).flatMap((field) =>
    facts[field].trim() === '' ? [errorAt('population-series-text-missing', [field])] : [],
  ),
  ...Object.entries(textLimits).flatMap(([field, limit]) => {
    const { length } = facts[field as keyof typeof textLimits];
    return length > limit ? [errorAt('text-too-long', [field], { limit, length })] : [];
  }),
  ...(isPublishedOn(facts.publishedOn)
    ? []
    : [errorAt('population-published-on', ['publishedOn'], { text: facts.publishedOn.slice(0, 40) })]),
  ...(facts.baseYear !== null &&
  (!Number.isInteger(facts.baseYear) || facts.baseYear < 1868 || facts.baseYear > 2200)
    ? [errorAt('population-base-year', ['baseYear'], { year: facts.baseYear })]
    : []),
];

/** From age 0 without a gap, the last group open; the widths may differ (0-14, 15-64, 65+). */
const areAges = (labels: readonly string[]): boolean => {
  const groups = labels.map(parseAgeGroup);
  return groups.every((group, at) => {
    if (group === null) return false;
    const before = groups[at - 1];
    const from = at === 0 ? 0 : (before?.to ?? Number.NaN) + 1;
    return group.from === from && (group.to === null) === (at === groups.length - 1);
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

type Counts = PopulationTable['counts'];

/** Every number that stands in a table, with its place. */
const numbersOf = (counts: Counts): readonly (readonly [Problem['path'], number])[] => [
  ...(['male', 'female', 'both'] as const).flatMap((side) =>
    (counts[side] ?? []).map((value, at) => [[side, counts.ages[at] ?? at], value] as const),
  ),
  ...(counts.unknownAge === null
    ? []
    : ([
        [['unknownAge', 'male'], counts.unknownAge.male],
        [['unknownAge', 'female'], counts.unknownAge.female],
      ] as const)),
  ...(['total', 'totalMale', 'totalFemale', 'households'] as const).flatMap((field) => {
    const value = counts[field];
    return value === null ? [] : [[[field], value] as const];
  }),
];

const shapeProblems = (counts: Counts, at: Problem['path']): readonly Problem[] => {
  const { ages, male, female, both } = counts;
  const sides = [male, female, both].filter((side) => side !== null);
  const wrongLength = sides.find((side) => side.length !== ages.length);
  return [
    ...(areAges(ages) ? [] : [errorAt('population-ages-unreadable', at, { ages: ages.slice(0, 30) })]),
    ...((male === null) === (female === null) ? [] : [errorAt('population-one-sex', at)]),
    ...(ages.length > 0 && sides.length === 0 ? [errorAt('population-ages-empty', at)] : []),
    ...(wrongLength === undefined
      ? []
      : [errorAt('population-length', at, { actual: wrongLength.length, expected: ages.length })]),
  ];
};

/**
 * Ages and unknown ages make up the total. Counted figures exactly; of a projection each cell may be rounded by
 * itself, so that the sum may be off by half a person a cell.
 */
const sumProblems = (counts: Counts, kind: SeriesKind, at: Problem['path']): readonly Problem[] => {
  const { ages, male, female, both, unknownAge } = counts;
  if (ages.length === 0) return [];
  const slack = isProjected(kind) ? ages.length + 1 : 0;
  const differs = (field: string, total: number | null, counted: number): readonly Problem[] =>
    total === null || Math.abs(total - counted) <= slack
      ? []
      : [errorAt('population-total-differs', [...at, field], { total, counted })];
  const unknown = unknownAge ?? { male: 0, female: 0 };
  return [
    ...(male === null || female === null
      ? []
      : [
          ...differs('total', counts.total, sum(male) + sum(female) + unknown.male + unknown.female),
          ...differs('totalMale', counts.totalMale, sum(male) + unknown.male),
          ...differs('totalFemale', counts.totalFemale, sum(female) + unknown.female),
        ]),
    ...(both === null ? [] : differs('total', counts.total, sum(both) + unknown.male + unknown.female)),
  ];
};

const tableProblems = (
  { areaKey, areaName, date, counts }: Omit<PopulationTable, 'seriesKey'>,
  kind: SeriesKind,
): readonly Problem[] => {
  const at = [...(areaKey === '' ? [] : [areaName === '' ? areaKey : areaName]), date];
  const shape = [
    ...(readIsoDay(date) === null ? [errorAt('population-day', at, { text: date.slice(0, 40) })] : []),
    ...(areaKey.length > 60 || areaName.length > 100 ? [errorAt('population-area-long', at)] : []),
    ...shapeProblems(counts, at),
    ...numbersOf(counts).flatMap(([path, value]) => {
      const [, age] = path;
      const place = [...at, ...path];
      if (!Number.isFinite(value)) return [errorAt('population-not-a-number', place)];
      if (value < 0) return [errorAt('population-negative', place, { value, age: age ?? '' })];
      return isProjected(kind) || Number.isSafeInteger(value)
        ? []
        : [errorAt('population-not-whole', place, { value })];
    }),
  ];
  return shape.length > 0 ? shape : sumProblems(counts, kind, at);
};

/** Tables one series may have: areas times days. */
export const mostTables = 5000;

/**
 * Tables of one series as they are saved. Paths: [area name (none for the whole town), day, field, age].
 * The last guard, whichever way they came in.
 */
export const checkTables = (
  tables: readonly Omit<PopulationTable, 'seriesKey'>[],
  kind: SeriesKind,
): readonly Problem[] => {
  const seen = new Set<string>();
  return [
    ...(tables.length === 0 ? [errorAt('population-tables-missing', [])] : []),
    ...(tables.length > mostTables ? [errorAt('population-tables-many', [], { limit: mostTables })] : []),
    ...tables.flatMap(({ areaKey, areaName, date }) => {
      const place = JSON.stringify([areaKey, date]);
      const isTwice = seen.has(place);
      seen.add(place);
      return isTwice
        ? [errorAt('population-table-twice', [...(areaName === '' ? [] : [areaName]), date])]
        : [];
    }),
    ...tables.flatMap((table) => tableProblems(table, kind)),
  ];
};
