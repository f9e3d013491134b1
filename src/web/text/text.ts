import { en } from './en.data.ts';
import { ja, type PublicText } from './ja.data.ts';

export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];
export type { PublicText };

const texts: Readonly<Record<Language, PublicText>> = { ja, en };

export const textOf = (language: Language): PublicText => texts[language];
