import { arithmeticWords } from '../../domain/indicator/judgement/arithmetic-words.data.ts';
import type { MissingReason } from '../../domain/indicator/missing-reason.ts';
import type { Language } from './text.ts';

/** One sign a reason, as statistical tables use them; it never stands without its words. */
const symbols: Readonly<Record<MissingReason, string>> = {
  'not-yet-due': '…',
  'not-surveyed': '・',
  'not-measurable': '－',
  discontinued: '／',
  'definition-changed': '≠',
  suppressed: 'X',
  'approximate-only': '約',
};

/** 値がない理由, sign and words: X 秘匿 / X suppressed */
export const missingText = (reason: MissingReason, language: Language): string =>
  `${symbols[reason]} ${arithmeticWords[language].reasons[reason]}`;
