import { errorAt, type Problem } from '../kernel/problem.ts';
import { readThousandYen } from './typed-cells.ts';

export interface BlockTarget {
  readonly programmeKey: string;
  readonly number: string;
  readonly name: string;
}

/** Cells of a pasted row, by programme: amounts in the order of the years, as typed. */
export interface PlacedRow {
  readonly programmeKey: string;
  readonly amounts: readonly string[];
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');

/** The first line of a copied table: its first amount is none (令和9年度). */
const isHeader = (cells: readonly string[], line: number): boolean =>
  line === 1 && readThousandYen(cells[1] ?? '') === undefined;

/**
 * A block of a spreadsheet: number or name of the programme, then an amount for each year. Rows of programmes that are
 * not in the table are refused by their line; an empty cell empties nothing and stays as it is.
 */
export const placeBlock = (
  block: string,
  targets: readonly BlockTarget[],
  years: number,
): { readonly rows: readonly PlacedRow[]; readonly problems: readonly Problem[] } => {
  const byWord = new Map<string, string>();
  for (const { programmeKey, number, name } of targets) {
    // A number is surer than a name that may stand twice.
    if (!byWord.has(plain(name))) byWord.set(plain(name), programmeKey);
    if (number !== '') byWord.set(plain(number), programmeKey);
  }
  const rows: PlacedRow[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const lines = block.replaceAll('\r\n', '\n').split('\n');
  for (const [at, text] of lines.entries()) {
    const cells = text.split('\t').map((cell) => cell.trim());
    const [word = ''] = cells;
    if (cells.every((cell) => cell === '')) continue;
    const key = byWord.get(plain(word));
    const line = at + 1;
    if (key === undefined) {
      if (!isHeader(cells, line))
        problems.push(errorAt('implementation-block-row', ['block'], { line, name: word }));
    } else if (taken.has(key)) {
      problems.push(errorAt('implementation-block-twice', ['block'], { line, name: word }));
    } else {
      taken.add(key);
      rows.push({ programmeKey: key, amounts: cells.slice(1, 1 + years) });
    }
  }
  return rows.length + problems.length === 0
    ? { rows, problems: [errorAt('implementation-block-empty', ['block'])] }
    : { rows, problems };
};
