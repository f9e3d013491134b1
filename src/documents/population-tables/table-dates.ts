import { daysInMonth, isoDay, isPossibleDay } from '../../domain/kernel/calendar-day.ts';
import { parseJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import type { SheetCell } from './sheet.ts';

const inText =
  /(?:(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2})年|\d{4}年)\d{1,2}月\d{1,2}日|[MTSHR]\.?\d{1,2}[./]\d{1,2}[./]\d{1,2}|\d{4}[./-]\d{1,2}[./-]\d{1,2}/iu;
const monthInText = /((?:明治|大正|昭和|平成|令和)(?:元|\d{1,2})年|\d{4}年)(\d{1,2})月(?:末|(?!\d))/iu;

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** Serial numbers of 1920-01-01 and 2200-12-31: no year, and no day of eight digits, is among them. */
const [firstSerial, lastSerial] = [7306, 109_939];

/** 表計算ソフトの日付の番号: a day whose cell lost its format, 45658 for 2025-01-01. Day 0 is 1899-12-30. */
const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * dayMilliseconds).toISOString().slice(0, 10);

/** 基準日 of a cell: an ISO day; null where it is none. Eight digits are a day too. */
export const dateOfCell = (cell: SheetCell): string | null => {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= firstSerial && cell <= lastSerial)
    return dayOfSerial(cell);
  const text = String(cell)
    .normalize('NFKC')
    .replace(/(?<=\d)\s+0?0:00(:00)?$/u, '')
    .replaceAll(/\s/gu, '')
    .replace(/現在$/u, '');
  const digits = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  const read = parseJapaneseDate(digits === null ? text : digits.slice(1).join('-'));
  return read.ok ? read.value : null;
};

const endOfMonth = (first: string): string => {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return isoDay({ year, month, day: daysInMonth(year, month) });
};

/** 令和7年1月1日現在, 令和7年3月末 and the like within a title. */
export const dateInTitle = (title: string): string | null => {
  const text = title.normalize('NFKC').replaceAll(/\s/gu, '');
  const whole = inText.exec(text)?.[0];
  if (whole !== undefined) return dateOfCell(whole);
  const month = monthInText.exec(text);
  if (month === null) return null;
  const first = dateOfCell(`${month[1]}${month[2]}月1日`);
  return first !== null && month[0].endsWith('末') ? endOfMonth(first) : first;
};

/** 20250101, 2025-01-01, 202501, 令和7年1月1日 in the name of a file. A month alone is its first day. */
export const dateInFileName = (
  name: string,
): { readonly date: string; readonly isMonthOnly: boolean } | null => {
  const titled = dateInTitle(name);
  if (titled !== null) return { date: titled, isMonthOnly: !inText.test(name.normalize('NFKC')) };
  const parts = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)(?:[-_.]?(\d\d))?(?!\d)/u.exec(name);
  if (parts === null) return null;
  const day = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3] ?? '1') };
  return isPossibleDay(day) ? { date: isoDay(day), isMonthOnly: parts[3] === undefined } : null;
};

/** 1月1日, 4/1, 01-01 as 01-01; null: no such day. */
export const monthDayOf = (text: string): string | null => {
  const parts = /^(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/u.exec(text.normalize('NFKC').trim());
  const [month, day] = [Number(parts?.[1]), Number(parts?.[2])];
  // 29 February is a day of some years only.
  return parts !== null && isPossibleDay({ year: 2023, month, day })
    ? `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
};
