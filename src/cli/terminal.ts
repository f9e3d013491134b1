import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CliIo } from './command.ts';

/** Echoes nothing while a secret is typed. */
const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks at the terminal; null when nobody sits there, or the input ended. */
export const askAtTerminal: CliIo['ask'] = async (question, options) => {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const reader = createInterface({
    input: process.stdin,
    output: options?.hidden ? silent() : process.stderr,
    terminal: true,
  });
  const ended = new Promise<null>((resolve) => reader.once('close', () => resolve(null)));
  const answer = await Promise.race([reader.question(''), ended]);
  reader.close();
  if (options?.hidden) process.stderr.write('\n');
  return answer;
};
