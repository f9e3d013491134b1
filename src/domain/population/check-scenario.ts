import { readIsoDay } from '../kernel/calendar-day.ts';
import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { FieldReader, fieldsOf, type NumberRule } from './read-fields.ts';
import {
  type Baseline,
  leverKinds,
  type ScenarioContent,
  type ScenarioEstate,
  type ScenarioLever,
  type ScenarioLeverKind,
} from './scenario.ts';

type Path = Problem['path'];

const [longestKey, longestName, longestText] = [200, 200, 2000];
const [mostLevers, mostEstates] = [30, 30];
const year: NumberRule = { least: 1900, most: 2200, isWhole: true };
const persons: NumberRule = { least: -100_000, most: 100_000 };
/** What an answer could possibly mean; beyond it a figure is a slip of the keys. */
const values: Readonly<Record<ScenarioLeverKind, NumberRule>> = {
  'birth-rate': { least: 0, most: 8 },
  'life-expectancy': { least: -20, most: 20 },
  'migration-scale': { least: 0, most: 20 },
  'young-migration-scale': { least: 0, most: 20 },
  'families-per-year': persons,
  'young-adults-per-year': persons,
  'working-rate': { least: -1, most: 5 },
};

const readDay = (reader: FieldReader, value: unknown, path: Path): string => {
  const text = reader.text(value, path, 10);
  if (typeof value === 'string' && readIsoDay(text) === null)
    reader.problems.push(errorAt('field-form', path, { form: 'YYYY-MM-DD' }));
  return text;
};

const readBaseline = (reader: FieldReader, value: unknown): Baseline => {
  const path = ['baseline'];
  const kind = reader.choice(fieldsOf(value)?.kind, [...path, 'kind'], ['projection', 'recent-change']);
  const known = kind === 'projection' ? [] : ['earlierDate', 'baseDate', 'untilYear'];
  const fields = reader.object(value, path, ['kind', 'seriesKey', ...known]);
  const seriesKey = reader.text(fields.seriesKey, [...path, 'seriesKey'], longestKey);
  if (kind === 'projection') return { kind, seriesKey };
  const earlierDate = readDay(reader, fields.earlierDate, [...path, 'earlierDate']);
  const baseDate = readDay(reader, fields.baseDate, [...path, 'baseDate']);
  const untilYear = reader.number(fields.untilYear, [...path, 'untilYear'], year);
  return { kind, seriesKey, earlierDate, baseDate, untilYear };
};

const readLever = (reader: FieldReader, value: unknown, path: Path): ScenarioLever => {
  const fields = reader.object(value, path, [
    'kind',
    'value',
    'fromYear',
    'byYear',
    'shape',
    'reason',
    'source',
  ]);
  const kind = reader.choice(fields.kind, [...path, 'kind'], leverKinds);
  const yearOrNull = (field: 'fromYear' | 'byYear'): number | null =>
    fields[field] === null ? null : reader.number(fields[field], [...path, field], year);
  const [fromYear, byYear] = [yearOrNull('fromYear'), yearOrNull('byYear')];
  if (fromYear !== null && byYear !== null && byYear <= fromYear)
    reader.problems.push(errorAt('population-lever-path', [...path, 'byYear'], { byYear, fromYear }));
  return {
    kind,
    value: reader.number(fields.value, [...path, 'value'], values[kind]),
    fromYear,
    byYear,
    shape: reader.choice(fields.shape, [...path, 'shape'], ['linear', 'logistic']),
    reason: reader.text(fields.reason, [...path, 'reason'], longestText),
    source: reader.text(fields.source, [...path, 'source'], longestText),
  };
};

const readEstate = (reader: FieldReader, value: unknown, path: Path): ScenarioEstate => {
  const fields = reader.object(value, path, ['year', 'persons', 'name', 'source']);
  return {
    year: reader.number(fields.year, [...path, 'year'], year),
    persons: reader.number(fields.persons, [...path, 'persons'], { least: 1, most: 100_000 }),
    name: reader.text(fields.name, [...path, 'name'], longestName),
    source: reader.text(fields.source, [...path, 'source'], longestText),
  };
};

const readAim = (reader: FieldReader, value: unknown): ScenarioContent['aim'] => {
  if (value === null) return null;
  const fields = reader.object(value, ['aim'], ['year', 'total', 'source']);
  return {
    year: reader.number(fields.year, ['aim', 'year'], year),
    total: reader.number(fields.total, ['aim', 'total'], { least: 1, most: 100_000_000 }),
    source: reader.text(fields.source, ['aim', 'source'], longestText),
  };
};

const readBirthRate = (reader: FieldReader, value: unknown): ScenarioContent['birthRateNow'] => {
  if (value === null) return null;
  const path = ['birthRateNow'];
  const fields = reader.object(value, path, ['value', 'source']);
  return {
    value: reader.number(fields.value, [...path, 'value'], { least: 0.1, most: 8 }),
    source: reader.text(fields.source, [...path, 'source'], longestText),
  };
};

/** Two levers of a kind would be one path too many of the same assumption. */
const twice = (levers: readonly ScenarioLever[]): readonly Problem[] =>
  levers.flatMap(({ kind }, index) =>
    levers.findIndex((lever) => lever.kind === kind) === index
      ? []
      : [errorAt('population-lever-twice', ['levers', index, 'kind'])],
  );

/**
 * シナリオの内容を読む, whoever wrote it: shape, numbers and texts. Whether its series are there and its levers leave
 * anybody in the town is asked by `runScenario`. Paths from the content: ['levers', 0, 'value'].
 */
export const checkScenario = (content: unknown): Result<ScenarioContent, readonly Problem[]> => {
  const reader = new FieldReader();
  const fields = reader.object(
    content,
    [],
    ['baseline', 'birthRateNow', 'levers', 'estates', 'interpolation', 'aim', 'errors'],
  );
  const levers = reader
    .list(fields.levers, ['levers'], mostLevers)
    .map((lever, index) => readLever(reader, lever, ['levers', index]));
  const read: ScenarioContent = {
    baseline: readBaseline(reader, fields.baseline),
    birthRateNow: readBirthRate(reader, fields.birthRateNow),
    levers,
    estates: reader
      .list(fields.estates, ['estates'], mostEstates)
      .map((estate, index) => readEstate(reader, estate, ['estates', index])),
    interpolation: reader.choice(
      fields.interpolation,
      ['interpolation'],
      ['linear', 'geometric', 'monotone', 'natural', 'forsythe'],
    ),
    aim: readAim(reader, fields.aim),
    errors: reader.choice(fields.errors, ['errors'], ['cohort-change', 'ipss']),
  };
  const problems = [...reader.problems, ...twice(levers)];
  return problems.length > 0 ? refuse(problems) : ok(read);
};
