import { isoDateInJapan } from '../../app/japan-date.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import type { Language } from './text.ts';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });

/** ISO date or instant (then the day in Japan). 令和7年4月1日 / 1 April 2025 */
export const formatDate = (iso: string, language: Language): string => {
  const day = iso.length > 10 ? isoDateInJapan(new Date(iso)) : iso;
  return language === 'ja' ? formatJapaneseDate(day) : english.format(new Date(`${day}T00:00:00Z`));
};

/** 令和6年度 / FY2024 */
export const formatYear = (fiscalYear: number, language: Language): string =>
  language === 'ja' ? formatFiscalYear(fiscalYear, 'wareki') : `FY${fiscalYear}`;

/** 令和6年度〜令和14年度 / FY2024–FY2032 */
export const formatPeriod = (start: number, end: number, language: Language): string => {
  if (start === end) return formatYear(start, language);
  return language === 'ja'
    ? `${formatYear(start, 'ja')}〜${formatYear(end, 'ja')}`
    : `${formatYear(start, 'en')}–${formatYear(end, 'en')}`;
};
