import type { Beginning, Cell, Parameter, QueryAnswer } from './connection.ts';
import type { ErrorFields } from './database-error.ts';

/** What a command asks of the process that has the database. One transaction a connection. */
export type ControlRequest =
  | { readonly ask: 'promise' }
  | { readonly ask: 'begin'; readonly begin: Beginning }
  | { readonly ask: 'query'; readonly sql: string; readonly params: readonly Parameter[] }
  | { readonly ask: 'commit' }
  | { readonly ask: 'rollback' };

export type ControlReply =
  | { readonly tell: 'promise'; readonly promise: string }
  | { readonly tell: 'done' }
  | { readonly tell: 'rows'; readonly rows: readonly (readonly WireCell[])[]; readonly rowCount: number }
  | { readonly tell: 'error'; readonly error: ErrorFields }
  | { readonly tell: 'lost'; readonly message: string };

/** JSON has no NaN, Infinity or -0. */
export type WireCell = Cell | { readonly number: string };

const toWire = (cell: Cell): WireCell =>
  typeof cell === 'number' && (!Number.isFinite(cell) || Object.is(cell, -0))
    ? { number: Object.is(cell, -0) ? '-0' : String(cell) }
    : cell;
const fromWire = (cell: WireCell): Cell =>
  typeof cell === 'object' && cell !== null ? Number(cell.number) : cell;

export const rowsReply = (answer: QueryAnswer): ControlReply => ({
  tell: 'rows',
  rows: answer.rows.map((row) => row.map(toWire)),
  rowCount: answer.rowCount,
});
export const rowsOf = (reply: ControlReply & { tell: 'rows' }): QueryAnswer => ({
  rows: reply.rows.map((row) => row.map(fromWire)),
  rowCount: reply.rowCount,
});

/** A frame is its length in four bytes, then that many bytes of JSON. */
export const frame = (message: ControlRequest | ControlReply): Buffer => {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
};

const longest = 256 * 1024 * 1024;

/** Puts frames together again from however the socket cut them; calls `receive` for each. */
export const frameReader = (receive: (message: unknown) => void): ((chunk: Buffer) => void) => {
  let held: Buffer[] = [];
  let size = 0;
  let needed = 4;
  let body = false;
  return (chunk) => {
    held.push(chunk);
    size += chunk.length;
    while (size >= needed) {
      const all = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held, size);
      const part = all.subarray(0, needed);
      const rest = all.subarray(needed);
      held = rest.length > 0 ? [rest] : [];
      size = rest.length;
      if (body) receive(JSON.parse(part.toString('utf8')));
      else if (part.readUInt32BE() > longest) throw new Error('frame too long');
      needed = body ? 4 : part.readUInt32BE();
      body = !body;
    }
  };
};
