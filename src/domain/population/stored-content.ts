import { checkScenario } from './check-scenario.ts';
import { fieldsOf } from './read-fields.ts';
import type { PublishedScenario, ScenarioContent } from './scenario.ts';
import type { TableCounts } from './series.ts';

/** Stands where a content could not be read. Begins with a colon, which no series' key does. */
const unreadableKey = ':unreadable';

const unreadable: ScenarioContent = {
  baseline: { kind: 'projection', seriesKey: unreadableKey },
  birthRateNow: null,
  levers: [],
  estates: [],
  interpolation: 'linear',
  aim: null,
  errors: 'ipss',
};

/** Whether a scenario is the stand-in of one that could not be read: it is not computed, saved over or published. */
export const isUnreadable = ({ baseline }: Pick<ScenarioContent, 'baseline'>): boolean =>
  baseline.seriesKey === unreadableKey;

/**
 * A scenario's content as the database holds it. What another version of the program wrote, or what is broken, comes as
 * a stand-in that `assumptionsOf` refuses by name, so that one such row does not take the other scenarios' pages away.
 */
export const storedContent = (content: unknown): ScenarioContent => {
  const read = checkScenario(content);
  return read.ok ? read.value : unreadable;
};

const areNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number' && Number.isFinite(one));
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

/** Whether this program can read a stored table of counts; that its numbers add up was checked when it was written. */
export const areReadableCounts = (counts: unknown): counts is TableCounts => {
  const fields = fieldsOf(counts);
  if (fields === null || !Array.isArray(fields.ages)) return false;
  const { ages, unknownAge } = fields;
  const unknown = unknownAge === null ? { male: 0, female: 0 } : fieldsOf(unknownAge);
  return (
    ages.every((age) => typeof age === 'string') &&
    [fields.male, fields.female, fields.both].every(
      (side) => side === null || (areNumbers(side) && side.length === ages.length),
    ) &&
    unknown !== null &&
    isNumber(unknown.male) &&
    isNumber(unknown.female) &&
    isNumber(fields.total) &&
    [fields.totalMale, fields.totalFemale, fields.households].every((one) => one === null || isNumber(one))
  );
};

const isPath = (value: unknown): boolean => {
  const path = fieldsOf(value);
  return (
    path !== null &&
    areNumbers(path.years) &&
    areNumbers(path.total) &&
    path.years.length === path.total.length
  );
};

const isBand = (value: unknown): boolean => {
  const band = fieldsOf(value);
  const areEnds = (ends: unknown): boolean => areNumbers(ends) && ends.length === 2;
  return (
    band !== null &&
    isNumber(band.year) &&
    isNumber(band.median) &&
    [band.half, band.eighty, band.ninety].every(areEnds)
  );
};

/** Whether this program can read the head of a published edition. */
export const isReadableEdition = (content: unknown): content is PublishedScenario => {
  const head = fieldsOf(content);
  const result = fieldsOf(head?.result);
  if (head === null || result === null || !checkScenario(head.content).ok) return false;
  const aim = result.aim === null ? { total: 0, probability: 0 } : fieldsOf(result.aim);
  return (
    typeof head.scenarioKey === 'string' &&
    typeof head.description === 'string' &&
    Array.isArray(head.sources) &&
    head.sources.every((source) => fieldsOf(source) !== null) &&
    Array.isArray(result.ages) &&
    areNumbers(result.years) &&
    isPath(result.annual) &&
    isPath(result.baselineAnnual) &&
    Array.isArray(result.bands) &&
    result.bands.every(isBand) &&
    aim !== null &&
    isNumber(aim.total) &&
    isNumber(aim.probability) &&
    isNumber(result.birthRateNow)
  );
};
