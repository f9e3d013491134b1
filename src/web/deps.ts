import type { Logger } from 'pino';
import type { SecretBox } from '../app/sign-in/secret-box.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/connection.ts';

/** All that the pages need from outside. Made in main.ts, and by tests. */
export interface WebDeps {
  readonly db: Database;
  readonly now: () => Date;
  readonly config: Config;
  readonly log: Logger;
  /** Seals what must be readable again: the keys of the second factor. */
  readonly secrets: SecretBox;
  /** Address of a built file under /assets/, by the name of its source: 'main.css', 'item-editor.js'. */
  readonly assets: (name: string) => string;
}
