import type { Area } from '../../../domain/organisation/area.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';

interface Placed {
  readonly value: string;
  readonly label: string;
  readonly indent: number;
  readonly note?: string;
}

interface Node {
  readonly key: string;
  readonly parentKey: string | null;
  readonly name: string;
  readonly note?: string;
}

/** Parents before their children, with how deep each stands; what has no known parent stands at the top. */
const inOrder = (nodes: readonly Node[]): readonly Placed[] => {
  const keys = new Set(nodes.map((node) => node.key));
  const below = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const parent = node.parentKey !== null && keys.has(node.parentKey) ? node.parentKey : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const walk = (parent: string | null, indent: number): readonly Placed[] =>
    (below.get(parent) ?? []).flatMap(({ key, name, note }) => [
      { value: key, label: name, indent, ...(note === undefined ? {} : { note }) },
      ...walk(key, indent + 1),
    ]);
  return walk(null, 0);
};

/** Units that exist today, and those already chosen although they do not (組織改編). */
export const unitChoices = (
  units: readonly OrganisationUnit[],
  chosen: readonly string[],
  today: string,
): readonly Placed[] =>
  inOrder(
    units
      .filter(
        (unit) =>
          (unit.validFrom <= today && (unit.validTo === null || unit.validTo >= today)) ||
          chosen.includes(unit.unitKey),
      )
      .map((unit) => ({
        key: unit.unitKey,
        parentKey: unit.parentKey,
        name: unit.name,
        ...(unit.validTo !== null && unit.validTo < today ? { note: `（${unit.validTo}まで）` } : {}),
      })),
  );

export const areaChoices = (areas: readonly Area[]): readonly Placed[] =>
  inOrder(areas.map(({ areaKey, parentKey, name }) => ({ key: areaKey, parentKey, name })));
