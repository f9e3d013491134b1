import { createConnection, type Socket } from 'node:net';
import type { Beginning, Database, TransactionConnection } from './connection.ts';
import { type ControlReply, type ControlRequest, frame, frameReader, rowsOf } from './control-protocol.ts';
import { ConnectionLost, DatabaseError } from './database-error.ts';
import { takingTurns } from './exclusive.ts';
import { notNested, untilEnded } from './transaction-guards.ts';
import { toParameter } from './value-parsers.ts';

interface Conversation {
  ask(request: ControlRequest): Promise<ControlReply>;
  end(): void;
}

const open = (path: string): Promise<Conversation> =>
  new Promise((opened, failed) => {
    const socket: Socket = createConnection(path);
    const waiting: { resolve: (reply: ControlReply) => void; reject: (error: Error) => void }[] = [];
    let lost: Error | null = null;
    const read = frameReader((message) => waiting.shift()?.resolve(message as ControlReply));
    socket.on('data', read);
    socket.on('error', (error) => {
      lost = new ConnectionLost(error.message, { cause: error });
      failed(lost);
    });
    socket.on('close', () => {
      lost ??= new ConnectionLost('the process that has the database closed the connection');
      for (const { reject } of waiting.splice(0)) reject(lost);
    });
    socket.on('connect', () =>
      opened({
        ask: (request) =>
          new Promise((resolve, reject) => {
            if (lost !== null) {
              reject(lost);
              return;
            }
            waiting.push({ resolve, reject });
            socket.write(frame(request));
          }),
        end: () => socket.end(),
      }),
    );
  });

const must = async <Tell extends ControlReply['tell']>(
  asked: Promise<ControlReply>,
  tell: Tell,
): Promise<ControlReply & { tell: Tell }> => {
  const reply = await asked;
  if (reply.tell === 'error') throw new DatabaseError(reply.error);
  if (reply.tell === 'lost') throw new ConnectionLost(reply.message);
  if (reply.tell !== tell) throw new ConnectionLost(`expected ${tell}, was told ${reply.tell}`);
  return reply as ControlReply & { tell: Tell };
};

/** The embedded database of another process, through its control socket. */
export const connectControl = async (path: string): Promise<Database> => {
  const first = await open(path);
  const { promise } = await must(first.ask({ ask: 'promise' }), 'promise');
  first.end();
  const inTurn = takingTurns();
  const alone = notNested();

  const transaction = async <T>(
    begin: Beginning,
    run: (connection: TransactionConnection) => Promise<T>,
  ): Promise<T> => {
    const conversation = await open(path);
    const { connection, end } = untilEnded(async (sql, params) =>
      rowsOf(await must(conversation.ask({ ask: 'query', sql, params: params.map(toParameter) }), 'rows')),
    );
    try {
      await must(conversation.ask({ ask: 'begin', begin }), 'done');
      const result = await run(connection);
      end();
      await must(conversation.ask({ ask: 'commit' }), 'done');
      return result;
    } catch (error) {
      end();
      await conversation.ask({ ask: 'rollback' }).catch(() => undefined);
      throw error;
    } finally {
      conversation.end();
    }
  };
  return {
    engine: 'embedded',
    promise: `${promise}（動作中のサーバーを通して使います）`,
    transaction: (begin, run) => alone(() => inTurn(() => transaction(begin, run))),
    close: async () => undefined,
  };
};
