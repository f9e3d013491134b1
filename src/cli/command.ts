import type { Config } from '../config.ts';

/** 0 done, 1 refused (a message said what and where), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the process. */
export interface CliIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Asks a person at the terminal. Null when nobody sits there (a script, a timer). */
  readonly ask: (question: string, options?: { readonly hidden: boolean }) => Promise<string | null>;
  /** The environment, parsed; a command that needs no configuration does not call it. */
  readonly config: () => Config;
  readonly now: () => Date;
}

/** One file in src/cli per command, listed in index.ts. */
export interface CliCommand {
  /** As typed after bin/rashin; may be two words: 'audit verify'. */
  readonly name: string;
  /** One Japanese line for the list of commands. */
  readonly summary: string;
  /** Japanese text of --help: form of the call, options, an example. */
  readonly usage: string;
  /** `args` are the words after the name, without --help. Throw `UsageError` for a wrong call. */
  readonly run: (args: readonly string[], io: CliIo) => Promise<ExitCode>;
}

/** A call that cannot be understood: the message and how to ask for help are printed, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
