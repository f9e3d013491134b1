import {
  type LeverField,
  leverName,
  leverText,
  pulledValue,
  typedNumber,
} from '../../islands/population/lever-field.ts';
import type { PopulationExplorerWords } from '../../text/population-explorer.ts';

/** As much of what was asked as a sentence repeats. */
const mostQuoted = 20;

/**
 * What stands against the assumptions asked for, by the name of the field: what is no number, and what lies further
 * than the sliders reach. Nothing typed asks for nothing, and the value that is so anyway is always within.
 */
export const leverProblems = (
  fields: readonly LeverField[],
  query: ReadonlyMap<string, string>,
  words: PopulationExplorerWords,
): ReadonlyMap<string, readonly string[]> => {
  const { notNumber, outOfRange } = words.assumptions;
  return new Map(
    fields.flatMap((field) => {
      const name = leverName(field.kind);
      const text = (query.get(name) ?? '').trim();
      const value = typedNumber(text);
      const isWithin = value !== null && value >= field.least && value <= field.most;
      if (text === '' || isWithin || (value !== null && pulledValue(field, text) === null)) return [];
      const say = value === null ? notNumber : outOfRange;
      const [least, most] = [leverText(field, field.least), leverText(field, field.most)];
      const shown = text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text;
      return [[name, [say(shown, least, most, field.unit)]] as const];
    }),
  );
};
