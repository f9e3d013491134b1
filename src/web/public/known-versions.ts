import type { Database } from '../../db/connection.ts';

/**
 * The public version of each town, remembered for as long as it is certain that nobody has written. Where other
 * processes write too (a PostgreSQL server), nothing is ever remembered and every reading asks the database.
 */
export class KnownVersions {
  readonly #writesEnded: (() => number) | undefined;
  readonly #versions = new Map<string, string>();
  #readAt = -1;

  constructor(db: Pick<Database, 'writesEnded'>) {
    this.#writesEnded = db.writesEnded;
  }

  /** null: not certain, ask the database. */
  find(municipality: string): string | null {
    if (this.#writesEnded === undefined || this.#writesEnded() !== this.#readAt) return null;
    return this.#versions.get(municipality) ?? null;
  }

  /** To be called inside the transaction that read it: transactions of the embedded engine never overlap. */
  remember(municipality: string, version: string): void {
    if (this.#writesEnded === undefined) return;
    const now = this.#writesEnded();
    if (now !== this.#readAt) this.#versions.clear();
    this.#readAt = now;
    this.#versions.set(municipality, version);
  }
}
