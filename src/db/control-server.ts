import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Database, TransactionConnection } from './connection.ts';
import { type ControlReply, type ControlRequest, frame, frameReader, rowsReply } from './control-protocol.ts';
import { databaseErrorOf, errorFields } from './database-error.ts';

/** A command that stops talking in the middle of a transaction must not stop the server for ever. */
const silence = 120_000;

/** The kernel takes about a hundred bytes of path. */
const longestSocketPath = 100;

const failure = (error: unknown): ControlReply => {
  const known = databaseErrorOf(error);
  return known === null
    ? { tell: 'lost', message: error instanceof Error ? error.message : String(error) }
    : { tell: 'error', error: errorFields(known) };
};

class RolledBack extends Error {}

/** One connection: at most one transaction, open from `begin` to `commit`, `rollback` or the end of the connection. */
const serve = (db: Database, socket: Socket): void => {
  let connection: TransactionConnection | null = null;
  let finish: ((how: 'commit' | 'rollback') => void) | null = null;
  let patience: NodeJS.Timeout | undefined;
  const reply = (message: ControlReply): void => {
    if (socket.writable) socket.write(frame(message));
    clearTimeout(patience);
    if (connection !== null) patience = setTimeout(() => socket.destroy(), silence);
  };

  const begin = (request: ControlRequest & { ask: 'begin' }): void => {
    db.transaction(request.begin, async (given) => {
      if (socket.destroyed) throw new RolledBack();
      const ended = new Promise<'commit' | 'rollback'>((resolve) => {
        finish = resolve;
      });
      connection = given;
      reply({ tell: 'done' });
      const how = await ended;
      connection = null;
      finish = null;
      if (how === 'rollback') throw new RolledBack();
    }).then(
      () => reply({ tell: 'done' }),
      (error: unknown) => reply(error instanceof RolledBack ? { tell: 'done' } : failure(error)),
    );
  };

  const receive = async (request: ControlRequest): Promise<void> => {
    clearTimeout(patience);
    switch (request.ask) {
      case 'promise':
        reply({ tell: 'promise', promise: db.promise });
        return;
      case 'begin':
        if (connection === null) begin(request);
        else socket.destroy();
        return;
      case 'query':
        try {
          if (connection === null) throw new Error('no transaction is open on this connection');
          reply(rowsReply(await connection.query(request.sql, request.params)));
        } catch (error) {
          reply(failure(error));
        }
        return;
      case 'commit':
      case 'rollback':
        if (finish === null) reply({ tell: 'lost', message: 'no transaction is open on this connection' });
        else finish(request.ask);
        return;
      default:
        socket.destroy();
    }
  };

  const read = frameReader((message) => void receive(message as ControlRequest));
  socket.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch {
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  // A command that died, or was cut off above: nothing of its transaction stays.
  socket.on('close', () => {
    clearTimeout(patience);
    finish?.('rollback');
  });
};

/** In a folder of its own that only this user may enter, so that the socket is never open to others, not for a moment. */
const placeFor = (dataDir: string): string => {
  const folder = join(dataDir, 'control');
  const path = join(folder, 'socket');
  if (Buffer.byteLength(path) > longestSocketPath)
    return join(mkdtempSync(join(tmpdir(), 'rashin-')), 'socket');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  rmSync(path, { force: true });
  return path;
};

/** Lets commands of the same user work on the embedded database while this process has it. */
export const listenControl = async (
  dataDir: string,
  db: Database,
): Promise<{ readonly path: string; close(): Promise<void> }> => {
  const path = placeFor(dataDir);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(db, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
  chmodSync(path, 0o600);
  return {
    path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          if (!path.startsWith(dataDir)) rmSync(dirname(path), { recursive: true, force: true });
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
};
