import { isoDay, isPossibleDay, readIsoDay } from './calendar-day.ts';
import { eraOf, eraOnDay, eraPattern, formatEraYear, readEraCount } from './era.ts';
import { errorAt, type Problem } from './problem.ts';
import { ok, type Result, refuse } from './result.ts';

/** 明治6年1月1日: the solar calendar begins. Earlier Japanese dates are of another calendar. */
const firstSolarDay = '1873-01-01';

/** ISO date in, 令和7年4月1日 out. @throws where it is no day since 1873-01-01. */
export const formatJapaneseDate = (iso: string): string => {
  const day = readIsoDay(iso);
  const era = eraOnDay(iso);
  if (day === null || era === null || iso < firstSolarDay) {
    throw new Error(`formatJapaneseDate requires an ISO date since ${firstSolarDay}, not ${iso}`);
  }
  return `${formatEraYear(era, day.year)}${day.month}月${day.day}日`;
};

const eraDatePattern = new RegExp(
  `^(${eraPattern})\\.?(元|\\d+)(?:年(\\d{1,2})月(\\d{1,2})日|[./-](\\d{1,2})[./-](\\d{1,2}))$`,
);
const westernDatePattern = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|[./-](\d{1,2})[./-](\d{1,2}))$/;

/**
 * Reads 令和7年4月1日, 令和元年5月1日, R7.4.1, 令7/4/1, 2025年4月1日, 2025-04-01, 2025/4/1; gives the ISO date.
 * An era is good for its days only: 平成31年5月1日 is refused with 令和元年5月1日 as suggestion.
 * Refusals: `date-format`, `date-impossible`, `date-outside-era`, `date-before-solar-calendar`.
 */
export const parseJapaneseDate = (text: string): Result<string, Problem> => {
  const input = text.normalize('NFKC').replace(/\s+/g, '');
  const match = eraDatePattern.exec(input);
  const western = match === null ? westernDatePattern.exec(input) : null;
  if (match === null && western === null) {
    return refuse(errorAt('date-format', [], { input: input.slice(0, 40) }));
  }
  const era = match === null ? null : eraOf(match[1] ?? '');
  const count = match === null ? null : readEraCount(match[2] ?? '');
  if (match !== null && (era === null || count === null))
    return refuse(errorAt('date-impossible', [], { input }));
  const year = era === null || count === null ? Number(western?.[1]) : era.firstYear + count - 1;
  const parts = match === null ? western?.slice(2) : match.slice(3);
  const [month = 0, day = 0] = (parts ?? []).filter((part) => part !== undefined).map(Number);
  if (!isPossibleDay({ year, month, day })) return refuse(errorAt('date-impossible', [], { input }));
  const iso = isoDay({ year, month, day });
  if (iso < firstSolarDay) return refuse(errorAt('date-before-solar-calendar', [], { input }));
  if (era !== null && eraOnDay(iso) !== era) {
    return refuse(
      errorAt('date-outside-era', [], { input, era: era.name, suggestion: formatJapaneseDate(iso) }),
    );
  }
  return ok(iso);
};
