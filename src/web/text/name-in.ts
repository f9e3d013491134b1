import type { Language } from './text.ts';

interface Named {
  readonly name: string;
  readonly nameEn?: string | undefined;
}

/** The name in the reader's language; the Japanese one where there is no other. */
export const nameIn = ({ name, nameEn }: Named, language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name;

/** lang attribute of that name: a Japanese name on an English page says that it is Japanese. */
export const nameLang = ({ nameEn }: Named, language: Language): 'ja' | undefined =>
  language === 'en' && nameEn !== undefined ? undefined : 'ja';
