import { type Logger, pino } from 'pino';
import { secretBox } from '../../src/app/sign-in/secret-box.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/connection.ts';
import type { WebDeps } from '../../src/web/deps.ts';

/** The configuration of a fresh clone, with what a test wants otherwise. */
export const testConfig = (environment: Readonly<Record<string, string>> = {}): Config => {
  const parsed = parseConfig(environment, { home: '/nowhere', directory: '/nowhere' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

/** A real log whose lines the test can read. */
export const testLog = (): { readonly log: Logger; readonly lines: () => readonly string[] } => {
  const lines: string[] = [];
  return {
    log: pino({ base: null }, { write: (line: string) => lines.push(line) }),
    lines: () => lines,
  };
};

/** For createApp: a fixed clock, built files under their own names. */
export const testDeps = (db: Database, change: Partial<WebDeps> = {}): WebDeps => ({
  db,
  now: () => new Date('2026-11-21T03:00:00Z'),
  config: testConfig(),
  log: pino({ level: 'silent' }),
  secrets: secretBox(new Uint8Array(32).fill(1)),
  assets: (name) => `/assets/${name}`,
  ...change,
});
