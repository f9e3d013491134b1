/** Kept tokens, then what was removed and added after them. */
export interface TokenRun {
  readonly same: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How well a reader accepts a cut between two tokens. */
const cutQuality = (before: string | undefined, after: string | undefined): number => {
  if (before === undefined || after === undefined || before.endsWith('\n')) return 4;
  if (/[。！？!?]$/.test(before)) return 3;
  if (/[、，,・：:\s）」』]$/.test(before) || /^[（「『\s]/.test(after)) return 2;
  return 0;
};

/**
 * A pure insertion or removal often fits at several places: in 「です。また…です。」 the added sentence may begin at
 * 「また」 or at the 「です。」 before it. Moved to where the cuts stand at ends of sentences or phrases.
 */
const slide = (before: readonly string[], change: readonly string[], after: readonly string[]) => {
  const line = [...before, ...change, ...after];
  const size = change.length;
  const place = before.length;
  let [earliest, latest] = [place, place];
  while (earliest > 0 && line[earliest - 1] === line[earliest - 1 + size]) earliest--;
  while (latest < line.length - size && line[latest] === line[latest + size]) latest++;
  let best = place;
  let quality = -1;
  for (let at = earliest; at <= latest; at++) {
    const here = cutQuality(line[at - 1], line[at]) + cutQuality(line[at + size - 1], line[at + size]);
    // Of equal places the last: a reader expects the repeated words to be the old ones.
    if (here >= quality) [best, quality] = [at, here];
  }
  return {
    before: line.slice(0, best),
    change: line.slice(best, best + size),
    after: line.slice(best + size),
  };
};

export const slideChanges = (runs: readonly TokenRun[]): TokenRun[] => {
  const answer = runs.map((run) => ({ ...run }));
  for (let at = 0; at < answer.length; at++) {
    const run = answer[at];
    if (run === undefined || run.removed.length > 0 === run.added.length > 0) continue;
    const next = answer[at + 1];
    const added = run.added.length > 0;
    const slid = slide(run.same, added ? run.added : run.removed, next?.same ?? []);
    run.same = slid.before;
    if (added) run.added = slid.change;
    else run.removed = slid.change;
    if (next !== undefined) next.same = slid.after;
  }
  return answer;
};
