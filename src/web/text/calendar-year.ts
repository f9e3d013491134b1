import { formatFiscalYear, isFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import type { Language } from './text.ts';

/** 令和14年（2032年） / 2032: a calendar year, by its 1 October. One no era is named for: 2032年. */
export const calendarYear = (year: number, language: Language): string => {
  if (language !== 'ja') return String(year);
  return isFiscalYear(year)
    ? `${formatFiscalYear(year, 'wareki').replace(/度$/u, '')}（${year}年）`
    : `${year}年`;
};
