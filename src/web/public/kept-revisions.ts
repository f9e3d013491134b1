import type { LoadedRevision } from '../../db/read-revision.ts';

/** Reads the text of a revision, or gives the one read before; null: there is none to be seen. */
export type ReadRevision = (planKey: string, revision: number) => Promise<LoadedRevision | null>;

/**
 * Texts of public revisions, so that a thousand pages of one plan read it once. Under the town's public version, as
 * rendered pages are: nothing here is ever stale. The least recently used leave when there are too many items.
 */
export class KeptRevisions {
  readonly #mostItems: number;
  readonly #kept = new Map<string, LoadedRevision>();
  #items = 0;

  constructor(mostItems: number) {
    this.#mostItems = mostItems;
  }

  /** `read` is what is asked where nothing is kept. */
  reader(municipality: string, publicVersion: string, read: ReadRevision): ReadRevision {
    return async (planKey, revision) => {
      const key = JSON.stringify([municipality, publicVersion, planKey, revision]);
      const known = this.#kept.get(key);
      if (known !== undefined) {
        this.#kept.delete(key);
        this.#kept.set(key, known);
        return known;
      }
      const found = await read(planKey, revision);
      if (found !== null) this.#keep(key, found);
      return found;
    };
  }

  #keep(key: string, revision: LoadedRevision): void {
    const weight = weightOf(revision);
    if (weight > this.#mostItems || this.#kept.has(key)) return;
    this.#kept.set(key, revision);
    this.#items += weight;
    for (const [oldest, kept] of this.#kept) {
      if (this.#items <= this.#mostItems) break;
      this.#kept.delete(oldest);
      this.#items -= weightOf(kept);
    }
  }

  get size(): number {
    return this.#kept.size;
  }
}

/** A revision without items has its header. */
const weightOf = ({ content }: LoadedRevision): number => content.items.length + 1;
