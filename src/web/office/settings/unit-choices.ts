import type { UnitNode } from '../../../domain/organisation/units.ts';
import type { Choice } from '../forms/field.tsx';

export interface UnitChoice extends Choice {
  readonly indent: number;
}

/** The organisation as a list in the town's order, with its depth. */
export const unitChoices = (nodes: readonly UnitNode[], indent = 0): readonly UnitChoice[] =>
  nodes.flatMap(({ unit, children }) => [
    { value: unit.unitKey, label: unit.name, indent },
    ...unitChoices(children, indent + 1),
  ]);

/** A <select> cannot indent: full-width spaces before the name do. */
export const indented = (choices: readonly UnitChoice[]): readonly Choice[] =>
  choices.map(({ value, label, indent }) => ({ value, label: `${'　'.repeat(indent)}${label}` }));
