import type { BaselineOffer } from '../baseline-offers.ts';
import { errorChoices, interpolationChoices, shapeChoices } from '../scenario-words.data.ts';
import type { Shown } from './scenario-parts.ts';

const labelOf = (
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string => choices.find((choice) => choice.value === value)?.label ?? value;

/** Values of choices by their labels. */
export const shownValue =
  (offers: readonly BaselineOffer[]): Shown =>
  (name, value) => {
    if (name === 'baseline') return offers.find(({ choice }) => choice === value)?.label ?? value;
    if (name === 'interpolation') return labelOf(interpolationChoices, value);
    if (name === 'errors') return labelOf(errorChoices, value);
    return name.endsWith('.shape') ? labelOf(shapeChoices, value) : value;
  };
