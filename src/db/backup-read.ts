import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  type BackupHead,
  backupEnd,
  backupFormat,
  backupHead,
  lineDigest,
  type TableSummary,
  tableBegin,
  tableEnd,
  tableRow,
} from './backup-format.ts';
import { DatabaseRefusal } from './database-refusal.ts';

/** Lines by LF only: other ends of line may stand inside the text of a plan. */
async function* lines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<Uint8Array>) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } finally {
    source.destroy();
  }
}

export interface BackupContent {
  readonly head: BackupHead;
  readonly summaries: ReadonlyMap<string, TableSummary>;
}

type Row = readonly (string | null)[];

/** Takes the lines in their order; any that is not what must come now makes the file a damaged one. */
class BackupReader {
  private head: BackupHead | null = null;
  private readonly summaries = new Map<string, TableSummary>();
  private open: {
    readonly name: string;
    readonly width: number;
    readonly digest: ReturnType<typeof lineDigest>;
  } | null = null;
  private complete = false;
  private readonly all = lineDigest();
  private line = 0;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  damaged(what: string): DatabaseRefusal {
    return new DatabaseRefusal({ code: 'backup-damaged', file: this.file, line: this.line, what });
  }

  /** The row of data in this line, if it is one. */
  take(text: string): { readonly table: string; readonly row: Row } | null {
    this.line += 1;
    if (this.complete) throw this.damaged('something stands after the end');
    const value = this.parse(text);
    const found = this.accept(value, text);
    this.all.add(text);
    return found;
  }

  finish(): BackupContent {
    if (this.head === null || !this.complete) throw this.damaged('the end is missing');
    return { head: this.head, summaries: this.summaries };
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw this.damaged('not JSON');
    }
  }

  private accept(value: unknown, text: string): { readonly table: string; readonly row: Row } | null {
    if (this.head === null) {
      this.head = this.readHead(value);
      return null;
    }
    if (this.open !== null) {
      const row = tableRow.safeParse(value);
      if (row.success) {
        if (row.data.length !== this.open.width) throw this.damaged('a row has another number of columns');
        this.open.digest.add(text);
        return { table: this.open.name, row: row.data };
      }
      this.close(value, this.open);
      return null;
    }
    const begin = tableBegin.safeParse(value);
    if (begin.success) this.begin(begin.data.table, this.head);
    else this.end(value, this.head);
    return null;
  }

  private readHead(value: unknown): BackupHead {
    const head = backupHead.safeParse(value);
    const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
    if (typeof version === 'number' && version > backupFormat)
      throw new DatabaseRefusal({ code: 'backup-newer-format', file: this.file, found: version });
    if (!head.success) throw this.damaged('not the head of a backup');
    return head.data;
  }

  private begin(name: string, head: BackupHead): void {
    const next = head.tables[this.summaries.size];
    if (next?.name !== name) throw this.damaged(`table ${name} is not the one announced`);
    this.open = { name, width: next.columns.length, digest: lineDigest() };
  }

  private close(value: unknown, open: NonNullable<BackupReader['open']>): void {
    const end = tableEnd.safeParse(value);
    if (!end.success || end.data.end !== open.name)
      throw this.damaged('neither a row nor the end of a table');
    const found = open.digest.result();
    if (end.data.rows !== found.rows || end.data.sha256 !== found.sha256)
      throw this.damaged(`the rows of ${open.name} do not match their checksum`);
    this.summaries.set(open.name, found);
    this.open = null;
  }

  private end(value: unknown, head: BackupHead): void {
    const end = backupEnd.safeParse(value);
    if (!end.success) throw this.damaged('neither a table nor the end');
    if (this.summaries.size !== head.tables.length) throw this.damaged('tables are missing');
    if (end.data.sha256 !== this.all.result().sha256)
      throw this.damaged('the file does not match its checksum');
    this.complete = true;
  }
}

const readingErrors = new Set(['ENOENT', 'EACCES', 'EISDIR', 'EIO', 'EPERM']);

/**
 * Reads a backup to its end and checks all of it; `onRow` is given each row of data. Refuses (`DatabaseRefusal`) a file
 * that is not whole.
 */
export const readBackup = async (
  file: string,
  onRow?: (table: string, row: Row) => Promise<void> | void,
): Promise<BackupContent> => {
  const reader = new BackupReader(file);
  try {
    for await (const text of lines(file)) {
      const found = reader.take(text);
      if (found !== null && onRow !== undefined) await onRow(found.table, found.row);
    }
  } catch (error) {
    if (error instanceof DatabaseRefusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (readingErrors.has(code)) throw new DatabaseRefusal({ code: 'file-unreadable', file, cause: code });
    // zlib (Z_DATA_ERROR, Z_BUF_ERROR) and the decoder of UTF-8.
    if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw reader.damaged(code);
    throw error;
  }
  return reader.finish();
};
