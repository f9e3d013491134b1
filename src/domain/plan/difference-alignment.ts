import { wordWeight } from './difference-words.ts';

/** Positions (in the old, in the new sequence) of tokens that are kept; both rise strictly. */
export type Match = readonly [number, number];

/** Cells of the table below: 1,000 words against 1,000. About 10 ms. */
export const ALIGNMENT_LIMIT = 1_000_000;

/**
 * What a change costs, in tenths of a word's weight: a kept run must be worth more than the cut it makes.
 * After the end of a sentence a cut hardly disturbs.
 */
const CHANGE_COST = 17;
const CHANGE_COST_AT_SENTENCE = 5;

// How a cell of the table was reached, as bits.
/** into "kept": the token before was changed */
const FROM_CHANGE = 1;
/** into "changed": the new token was added (else the old one was removed) */
const SKIP_NEW = 2;
/** into "changed": the token before was kept */
const OPENS = 4;

/**
 * The common subsequence that reads best: each kept token earns its weight, each change costs once however
 * long it is (Gotoh 1982, affine gaps). Plain LCS would keep single particles and tear sentences apart.
 */
export const alignTokens = (old: readonly string[], now: readonly string[]): Match[] => {
  const columns = now.length + 1;
  const ids = new Map<string, number>();
  const idOf = (token: string): number => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, ids.size);
    return ids.size - 1;
  };
  const oldIds = Int32Array.from(old, idOf);
  const newIds = Int32Array.from(now, idOf);
  const weights = Int32Array.from(old, wordWeight);
  const impossible = -1_000_000_000;
  // Cost of a change that begins after the first n old tokens.
  const costAfter = Int32Array.from([undefined, ...old], (token) =>
    token === undefined || /[。！？!?\n]$/.test(token) ? CHANGE_COST_AT_SENTENCE : CHANGE_COST,
  );

  const trace = new Uint8Array((old.length + 1) * columns);
  // Scores of the row above and of this row, ending in a kept token or in a change.
  let keptAbove = new Int32Array(columns).fill(impossible);
  let changedAbove = new Int32Array(columns).fill(-CHANGE_COST_AT_SENTENCE);
  let kept = new Int32Array(columns);
  let changed = new Int32Array(columns);
  keptAbove[0] = 0; // nothing before the first token counts as kept, so a change at the start costs too
  changedAbove[0] = impossible;
  for (let j = 1; j < columns; j++) trace[j] = SKIP_NEW | (j === 1 ? OPENS : 0);

  for (let i = 1; i <= old.length; i++) {
    const row = i * columns;
    kept[0] = impossible;
    changed[0] = -CHANGE_COST_AT_SENTENCE;
    trace[row] = i === 1 ? OPENS : 0;
    const oldId = oldIds[i - 1] ?? 0;
    const weight = weights[i - 1] ?? 0;
    for (let j = 1; j < columns; j++) {
      let from = 0;
      if (oldId === newIds[j - 1]) {
        const afterKept = keptAbove[j - 1] ?? impossible;
        const afterChange = changedAbove[j - 1] ?? impossible;
        kept[j] = weight + Math.max(afterKept, afterChange);
        if (afterChange > afterKept) from |= FROM_CHANGE;
      } else {
        kept[j] = impossible;
      }
      let best = changedAbove[j] ?? impossible;
      let way = 0;
      const skipNew = changed[j - 1] ?? impossible;
      if (skipNew > best) {
        best = skipNew;
        way = SKIP_NEW;
      }
      const openByRemoving = (keptAbove[j] ?? impossible) - (costAfter[i - 1] ?? 0);
      if (openByRemoving > best) {
        best = openByRemoving;
        way = OPENS;
      }
      const openByAdding = (kept[j - 1] ?? impossible) - (costAfter[i] ?? 0);
      if (openByAdding > best) {
        best = openByAdding;
        way = OPENS | SKIP_NEW;
      }
      changed[j] = best;
      trace[row + j] = from | way;
    }
    [keptAbove, kept] = [kept, keptAbove];
    [changedAbove, changed] = [changed, changedAbove];
  }

  const matches: Match[] = [];
  let i = old.length;
  let j = now.length;
  let inKept = (keptAbove[j] ?? impossible) >= (changedAbove[j] ?? impossible);
  while (i > 0 || j > 0) {
    const came = trace[i * columns + j] ?? 0;
    if (inKept) {
      matches.push([i - 1, j - 1]);
      inKept = (came & FROM_CHANGE) === 0;
      i--;
      j--;
    } else {
      inKept = (came & OPENS) !== 0;
      if ((came & SKIP_NEW) !== 0) j--;
      else i--;
    }
  }
  return matches.reverse();
};
