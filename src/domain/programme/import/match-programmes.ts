import { errorAt, type Problem } from '../../kernel/problem.ts';
import type { Programme } from '../programme.ts';
import type { GivenProgramme } from './given-programme.ts';
import { plainText } from './read-figure.ts';

export interface MatchedProgramme {
  readonly given: GivenProgramme;
  /** Null: the town does not have it yet. */
  readonly stored: Programme | null;
  readonly programmeKey: string;
}

const placeText = (place: Problem['path']): string =>
  place.map((step) => (typeof step === 'number' ? `${step + 1}番目` : step)).join(' ');

/** Without a number a programme is known by its name and where it stands. */
const nameOf = ({ name, place }: { readonly name: string; readonly place: string }): string =>
  `${plainText(place)}\n${plainText(name)}`;

const gather = <T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
};

/** Words that stand where a key does in addresses of pages. */
const reserved = new Set(['new', 'bulk', 'costs', 'import', 'settlement']);

/** 'p-2002' for 2002, so that the address of a page can be read; '' where the number cannot stand in one. */
const keyOfNumber = (number: string): string => {
  const plain = plainText(number).toLowerCase();
  return /^[a-z0-9]+([-. _/][a-z0-9]+)*$/u.test(plain) && plain.length <= 40
    ? `p-${plain.replace(/[^a-z0-9]/gu, '-')}`
    : '';
};

/**
 * Which programme of the town each one of the file is: by key, by number, without a number by name and place.
 * Problems: the same one twice in the file, or a number that several of the town's programmes have.
 */
export const matchProgrammes = (
  given: readonly GivenProgramme[],
  stored: readonly Programme[],
  newKey: () => string,
): { readonly matched: readonly MatchedProgramme[]; readonly problems: readonly Problem[] } => {
  const byKey = new Map(stored.map((each) => [each.programmeKey, each]));
  const byNumber = gather(stored, ({ number }) => plainText(number));
  const byName = gather(stored, ({ number, name, statedPlace }) =>
    number === '' ? nameOf({ name, place: statedPlace }) : '',
  );
  const taken = new Set(byKey.keys());
  const first = new Map<string, GivenProgramme>();
  const problems: Problem[] = [];
  const matched = given.map((each): MatchedProgramme => {
    const number = plainText(each.number);
    const identity =
      number === '' ? nameOf({ name: each.name, place: each.fields.statedPlace ?? '' }) : number;
    const column = typeof each.place[0] === 'string' && each.place.length === 1 ? ['事業番号'] : ['number'];
    const twin = first.get(identity) ?? (each.key === undefined ? undefined : first.get(`key ${each.key}`));
    if (twin !== undefined)
      problems.push(
        errorAt('programme-twice', [...each.place, ...column], {
          number: number === '' ? each.name : each.number,
          first: placeText(twin.place),
        }),
      );
    first.set(identity, twin ?? each);
    if (each.key !== undefined) first.set(`key ${each.key}`, twin ?? each);
    const known = number === '' ? (byName.get(identity) ?? []) : (byNumber.get(number) ?? []);
    const own = each.key === undefined ? undefined : byKey.get(each.key);
    if (own === undefined && known.length > 1)
      problems.push(
        errorAt('programme-number-ambiguous', [...each.place, ...column], {
          number: each.number === '' ? each.name : each.number,
          count: known.length,
        }),
      );
    const found = own ?? known[0];
    if (found !== undefined) return { given: each, stored: found, programmeKey: found.programmeKey };
    const wished = each.key ?? keyOfNumber(each.number);
    const programmeKey = wished === '' || taken.has(wished) || reserved.has(wished) ? newKey() : wished;
    taken.add(programmeKey);
    return { given: each, stored: null, programmeKey };
  });
  const twice = new Map<string, GivenProgramme>();
  for (const { given: each, stored: of } of matched) {
    if (of === null) continue;
    const before = twice.get(of.programmeKey);
    if (before !== undefined && problems.length === 0)
      problems.push(
        errorAt('programme-twice', each.place, {
          number: of.number || of.name,
          first: placeText(before.place),
        }),
      );
    twice.set(of.programmeKey, each);
  }
  return { matched, problems };
};
