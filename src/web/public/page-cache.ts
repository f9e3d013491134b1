import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** A rendered page or a built file, compressed once in each encoding somebody asked for. */
export class KeptPage {
  readonly contentType: string;
  readonly #bodies = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(contentType: string, body: string | Uint8Array<ArrayBuffer>) {
    this.contentType = contentType;
    const bytes = typeof body === 'string' ? new Uint8Array(Buffer.from(body, 'utf8')) : body;
    this.#bodies.set('identity', Promise.resolve(bytes));
  }

  async body(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const plain = this.#bodies.get('identity');
    if (plain === undefined) throw new Error('KeptPage always holds its plain body');
    const kept = this.#bodies.get(encoding);
    if (kept !== undefined) return kept;
    // Stored before it is done: simultaneous requests compress once.
    const made = plain.then(async (bytes) =>
      encoding === 'br'
        ? new Uint8Array(await compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }))
        : new Uint8Array(await compressGzip(bytes)),
    );
    this.#bodies.set(encoding, made);
    return made;
  }

  /** Characters counted as bytes, three encodings: an estimate that errs to the high side for compressed text. */
  async weight(): Promise<number> {
    return (await this.body('identity')).byteLength * 1.5;
  }
}

/**
 * Least recently used pages leave when the budget is full. The key carries the version of the database, so a
 * page kept here is never stale, in however many processes.
 */
export class PageCache {
  readonly #budget: number;
  readonly #pages = new Map<string, { readonly page: KeptPage; readonly weight: number }>();
  #weight = 0;

  constructor(budgetBytes: number) {
    this.#budget = budgetBytes;
  }

  get(key: string): KeptPage | undefined {
    const kept = this.#pages.get(key);
    if (kept === undefined) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, kept);
    return kept.page;
  }

  async keep(key: string, page: KeptPage): Promise<void> {
    const weight = await page.weight();
    if (weight > this.#budget || this.#pages.has(key)) return;
    this.#pages.set(key, { page, weight });
    this.#weight += weight;
    for (const [oldest, kept] of this.#pages) {
      if (this.#weight <= this.#budget) break;
      this.#pages.delete(oldest);
      this.#weight -= kept.weight;
    }
  }

  get size(): number {
    return this.#pages.size;
  }
}
