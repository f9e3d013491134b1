import type { Measure, MeasureYear } from '../programme.ts';
import type { GivenMeasure, GivenMeasureYear } from './given-programme.ts';
import type { MatchedProgramme } from './match-programmes.ts';
import { plainText } from './read-figure.ts';

export interface KnownMeasure extends Measure {
  readonly programmes: readonly { readonly programmeKey: string; readonly position: number }[];
  readonly years: readonly MeasureYear[];
}

/** A measure of one programme of the file, and which measure of the town it is. */
export interface MatchedMeasure {
  readonly programmeKey: string;
  readonly given: GivenMeasure;
  /** Null: a new one. */
  readonly stored: KnownMeasure | null;
  readonly measureKey: string;
}

interface Member {
  readonly of: MatchedProgramme;
  readonly given: GivenMeasure;
  /** Which of those with the same name in the same programme, from 0. */
  readonly nth: number;
}

const nameOf = ({ kind, name, unit }: Pick<Measure, 'kind' | 'name' | 'unit'>): string =>
  [kind, plainText(name), plainText(unit)].join('\n');

const figures = (years: readonly GivenMeasureYear[]): string =>
  JSON.stringify(
    years.map(({ fiscalYear, target, figure }) => [
      fiscalYear,
      target ?? null,
      figure?.actual ?? null,
      figure?.actualText ?? null,
      figure?.missing ?? null,
    ]),
  );

const membersOf = (matched: readonly MatchedProgramme[]): readonly Member[] =>
  matched.flatMap((of) => {
    const seen = new Map<string, number>();
    return (of.given.measures ?? []).map((given): Member => {
      const name = nameOf(given);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return { of, given, nth };
    });
  });

/**
 * What makes measures of several programmes one: the same key, or (北本市) the same outcome with the same figures
 * within the same place of the source. Everything else is its programme's own.
 */
const groupOf = ({ of, given, nth }: Member): string => {
  if (given.key !== undefined) return `key ${given.key}`;
  const place = of.given.fields.statedPlace ?? of.stored?.statedPlace ?? '';
  const own = `own ${of.programmeKey}\n${nameOf(given)}\n${nth}`;
  return given.kind === 'outcome' && place !== '' && nth === 0
    ? `shared ${plainText(place)}\n${nameOf(given)}\n${figures(given.years)}`
    : own;
};

const storedOf = (measures: readonly KnownMeasure[]) => {
  const byKey = new Map(measures.map((measure) => [measure.measureKey, measure]));
  const byProgramme = new Map<string, { readonly measure: KnownMeasure; readonly position: number }[]>();
  for (const measure of measures)
    for (const { programmeKey, position } of measure.programmes) {
      const id = `${programmeKey}\n${nameOf(measure)}`;
      byProgramme.set(id, [...(byProgramme.get(id) ?? []), { measure, position }]);
    }
  for (const list of byProgramme.values()) list.sort((a, b) => a.position - b.position);
  return ({ of, given, nth }: Member): KnownMeasure | null =>
    (given.key === undefined ? undefined : byKey.get(given.key)) ??
    byProgramme.get(`${of.programmeKey}\n${nameOf(given)}`)?.[nth]?.measure ??
    null;
};

/**
 * Which measure of the town each one of the file is. A measure the programme has keeps being that; one that several
 * programmes share is parted where the file gives them different figures.
 */
export const matchMeasures = (
  matched: readonly MatchedProgramme[],
  measures: readonly KnownMeasure[],
  newKey: () => string,
): readonly MatchedMeasure[] => {
  const find = storedOf(measures);
  const members = membersOf(matched).map((member) => ({
    member,
    known: find(member),
    group: groupOf(member),
  }));
  // A programme that is new to the group takes the measure the others have.
  const ofGroup = new Map<string, KnownMeasure>();
  for (const { known, group } of members)
    if (known !== null && !ofGroup.has(group)) ofGroup.set(group, known);
  const claimed = new Map<string, string>();
  const fresh = new Map<string, string>();
  return members.map(({ member: { of, given }, known, group }): MatchedMeasure => {
    const stored = known ?? ofGroup.get(group) ?? null;
    const said = figures(given.years);
    if (
      stored !== null &&
      (stored.indicatorKey !== null || (claimed.get(stored.measureKey) ?? said) === said)
    ) {
      claimed.set(stored.measureKey, said);
      return { programmeKey: of.programmeKey, given, stored, measureKey: stored.measureKey };
    }
    const measureKey = fresh.get(group) ?? (stored === null ? given.key : undefined) ?? newKey();
    fresh.set(group, measureKey);
    return { programmeKey: of.programmeKey, given, stored: null, measureKey };
  });
};
