import type { Fraction } from '../../kernel/fraction.ts';
import type { Reason } from './judgement.ts';

/** A number, exact, or why there is none. */
export type Figure = Fraction | Reason;

export const isReason = (figure: Figure): figure is Reason => typeof figure === 'string';
