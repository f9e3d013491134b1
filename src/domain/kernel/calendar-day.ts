const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const isPossibleDay = ({ year, month, day }: CalendarDay): boolean =>
  Number.isInteger(year) && year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** ISO date, which sorts as text: '2025-04-01'. */
export const isoDay = ({ year, month, day }: CalendarDay): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** null when it is not an ISO date of a day that exists. */
export const readIsoDay = (iso: string): CalendarDay | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isPossibleDay(day) ? day : null;
};

const required = (iso: string): CalendarDay => {
  const day = readIsoDay(iso);
  if (day === null) throw new Error(`an ISO date of a possible day is required, not ${iso}`);
  return day;
};

/** @throws where `iso` is no possible day: dates are checked where they come in. */
export const dayAfter = (iso: string): string => {
  const { year, month, day } = required(iso);
  if (day < daysInMonth(year, month)) return isoDay({ year, month, day: day + 1 });
  return month === 12
    ? isoDay({ year: year + 1, month: 1, day: 1 })
    : isoDay({ year, month: month + 1, day: 1 });
};

export const dayBefore = (iso: string): string => {
  const { year, month, day } = required(iso);
  if (day > 1) return isoDay({ year, month, day: day - 1 });
  return month === 1
    ? isoDay({ year: year - 1, month: 12, day: 31 })
    : isoDay({ year, month: month - 1, day: daysInMonth(year, month - 1) });
};
