import type { Language } from './text.ts';

/** Name of the frame a table scrolls in: told apart from the section of the same name that it stands in. */
export const tableLabel = (name: string, language: Language): string =>
  language === 'ja' ? `${name}（表）` : `${name} (table)`;
