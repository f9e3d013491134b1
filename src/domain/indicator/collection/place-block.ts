import { errorAt, type Problem } from '../../kernel/problem.ts';

/** Columns of the sheet a block may be pasted into, in their order. */
export const sheetColumns = ['figure', 'missing', 'status', 'sourceDocument', 'note'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** What the columns are called; a block may bring its own heading line. */
export const columnNames: Readonly<Record<SheetColumn, string>> = {
  figure: '実績値',
  missing: '値がない理由',
  status: '確定の別',
  sourceDocument: '出典',
  note: '備考',
};

export interface PlacedRow {
  /** Line of the block, from 1. */
  readonly line: number;
  readonly indicatorKey: string;
  readonly cells: Partial<Readonly<Record<SheetColumn, string>>>;
}

export interface PlacedBlock {
  /** 'name': by the names or keys in its first column; 'position': downwards from a row. */
  readonly by: 'name' | 'position';
  readonly rows: readonly PlacedRow[];
  /** Paths: ['2行目', column]. Nothing is written while there is one. */
  readonly problems: readonly Problem[];
}

interface Named {
  readonly indicatorKey: string;
  readonly name: string;
}

/** Tab separated as a spreadsheet copies it; a cell in quotes may hold line breaks. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/u, '');
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/uy;
  while (cell.lastIndex <= source.length) {
    const [, quoted, plain, end] = cell.exec(source) ?? [];
    row.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
    if (end !== '\n') break;
  }
  return source === '' ? [] : rows;
};

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');

const columnCalled = (text: string): SheetColumn | undefined =>
  sheetColumns.find((column) => column === text || plain(columnNames[column]) === plain(text));

/** Columns named by a heading line; null: the first line is none. */
const headingOf = (first: readonly string[]): readonly (SheetColumn | null)[] | null => {
  const columns = first.map((cell) => columnCalled(cell) ?? null);
  return columns.some((column) => column !== null) ? columns : null;
};

/** An indicator by its key or its name; several of one name: none. */
const finder = (asked: readonly Named[]): ((text: string) => string | null) => {
  const keys = new Map<string, string | null>();
  for (const { indicatorKey, name } of asked) {
    keys.set(indicatorKey, indicatorKey);
    keys.set(plain(name), keys.has(plain(name)) ? null : indicatorKey);
  }
  return (text) => keys.get(text.trim()) ?? keys.get(plain(text)) ?? null;
};

/**
 * Where each cell of a pasted block goes. With names in its first column the rows find their indicators by
 * themselves; otherwise the block fills rows downwards from `start.indicatorKey` and columns from `start.column`.
 * A cell nobody can place, a line outside the sheet and two figures for one cell are problems.
 */
export const placeBlock = (
  text: string,
  asked: readonly Named[],
  start: { readonly indicatorKey: string; readonly column: SheetColumn },
): PlacedBlock => {
  const lines = readBlock(text);
  const heading = headingOf(lines[0] ?? []);
  const body = lines
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(heading === null ? 0 : 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const find = finder(asked);
  const named = body.some(({ cells }) => cells.length > 1 && find(cells[0] ?? '') !== null);
  const from = sheetColumns.indexOf(start.column);
  const columnAt = (index: number): SheetColumn | null => {
    if (heading !== null) return heading[index] ?? null;
    const at = named ? index - 1 : from + index;
    return sheetColumns[at] ?? null;
  };
  const problems: Problem[] = [];
  const at = (code: string, line: number, column: string, params?: Problem['params']): void => {
    problems.push(errorAt(code, [`${line}行目`, column], params));
  };
  const top = Math.max(
    0,
    asked.findIndex(({ indicatorKey }) => indicatorKey === start.indicatorKey),
  );
  const taken = new Map<string, number>();
  const rows = body.flatMap(({ line, cells }, index): readonly PlacedRow[] => {
    const indicatorKey = named ? find(cells[0] ?? '') : (asked[top + index]?.indicatorKey ?? null);
    if (indicatorKey === null) {
      if (named) at('sheet-name-unknown', line, '指標', { text: (cells[0] ?? '').slice(0, 60) });
      else at('sheet-below-last', line, '指標', { count: asked.length });
      return [];
    }
    const first = taken.get(indicatorKey);
    if (first !== undefined) at('sheet-two-values', line, '指標', { first });
    taken.set(indicatorKey, first ?? line);
    const placed: Partial<Record<SheetColumn, string>> = {};
    cells.forEach((cell, index2) => {
      if (named && index2 === 0) return;
      const column = columnAt(index2);
      if (column !== null) placed[column] = cell;
      else if (cell !== '' && heading === null)
        at('sheet-right-of-last', line, `${index2 + 1}列目`, { text: cell.slice(0, 40) });
    });
    return [{ line, indicatorKey, cells: placed }];
  });
  if (body.length === 0) problems.push(errorAt('sheet-block-empty', ['block']));
  return { by: named ? 'name' : 'position', rows, problems };
};
