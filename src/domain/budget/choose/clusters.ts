import type { Candidate, ChoiceModel } from './choice-model.ts';

/** One way to decide the candidates of a cluster. */
export interface ClusterOption {
  readonly amountThousandYen: number;
  /** Hundredths */
  readonly worth: number;
  /** Level of each member, in the order of `members`; null: not taken */
  readonly levels: readonly (number | null)[];
}

/** Candidates that compete or depend on each other, all of one frame; most are alone. */
export interface Cluster {
  readonly frame: number;
  /** Indices of candidates */
  readonly members: readonly number[];
  /** At most one option for each set of what has a worth: the one that takes the least of the frame. */
  readonly options: readonly ClusterOption[];
}

/** More ways than these are not listed one by one. */
const mostWays = 5000;

const connected = ({ candidates }: ChoiceModel): readonly (readonly number[])[] => {
  const root = candidates.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] ?? top;
    root[at] = top;
    return top;
  };
  const places = new Map(candidates.map(({ key }, at) => [key, at]));
  const firstOf = new Map<string, number>();
  for (const [at, { group, needs }] of candidates.entries()) {
    if (group !== '') {
      root[find(at)] = find(firstOf.get(group) ?? at);
      firstOf.set(group, firstOf.get(group) ?? at);
    }
    for (const need of needs) root[find(at)] = find(places.get(need) ?? at);
  }
  return [...Map.groupBy(candidates.keys(), find).values()];
};

type Ways = readonly (readonly (number | null)[])[];

const takenOf = (members: readonly Candidate[], way: Ways[number]): readonly Candidate[] =>
  members.filter((_, at) => (way[at] ?? null) !== null);

/** Also of a way that is only begun: what competes is not taken twice. */
const isOneOfEach = (members: readonly Candidate[], way: Ways[number]): boolean => {
  const groups = takenOf(members, way).flatMap(({ group }) => (group === '' ? [] : [group]));
  return new Set(groups).size === groups.length;
};

const hasWhatItNeeds = (members: readonly Candidate[], way: Ways[number]): boolean => {
  const taken = takenOf(members, way);
  const keys = new Set(taken.map(({ key }) => key));
  return taken.every(({ needs }) => needs.every((need) => keys.has(need)));
};

const optionsOf = (members: readonly Candidate[]): readonly ClusterOption[] | null => {
  let ways: Ways = [[]];
  for (const { levels, obligatory } of members) {
    const own = [...(obligatory ? [] : [null]), ...levels.keys()];
    ways = ways
      .flatMap((before) => own.map((level) => [...before, level]))
      .filter((way) => isOneOfEach(members, way));
    if (ways.length > mostWays) return null;
  }
  const least = new Map<string, ClusterOption>();
  for (const levels of ways) {
    if (!hasWhatItNeeds(members, levels)) continue;
    let [amountThousandYen, worth] = [0, 0];
    const valued = members.map((member, at) => {
      const found = member.levels[levels[at] ?? -1];
      amountThousandYen += found?.amountThousandYen ?? 0;
      worth += found?.worth ?? 0;
      return found !== undefined && found.worth !== 0 ? levels[at] : null;
    });
    const name = valued.join(' ');
    if (amountThousandYen < (least.get(name)?.amountThousandYen ?? Number.POSITIVE_INFINITY))
      least.set(name, { amountThousandYen, worth, levels });
  }
  return [...least.values()];
};

/** null: candidates of several frames hang together, or too many of one do; another way of solving is needed. */
export const clustersOf = (model: ChoiceModel): readonly Cluster[] | null => {
  const clusters: Cluster[] = [];
  for (const members of connected(model)) {
    const own = members.flatMap((at) => model.candidates[at] ?? []);
    const frame = own[0]?.frame ?? 0;
    const options = own.every((each) => each.frame === frame) ? optionsOf(own) : null;
    if (options === null) return null;
    clusters.push({ frame, members, options });
  }
  return clusters;
};
