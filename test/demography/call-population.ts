import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliCommand, CliIo } from '../../src/cli/command.ts';
import { dispatch } from '../../src/cli/dispatch.ts';

/** Calls a command with a file of this content, as an operator does. */
export const callWith = async (command: CliCommand, content: unknown) => {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-population-'));
  const file = join(folder, 'F.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    return await callOn(command, '--input', file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const callOn = async (command: CliCommand, ...words: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: CliIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => null,
    config: () => {
      throw new Error('needs no configuration');
    },
    now: () => new Date('2026-11-21T00:00:00Z'),
  };
  const code = await dispatch([command], [...command.name.split(' '), ...words], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
};
