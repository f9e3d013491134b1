import fs from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { parserOf } from './value-parsers.ts';

/** Major version of the PostgreSQL inside PGlite; its files cannot be read by another. */
export const embeddedMajor = '18';

/** Emscripten's number for an input/output error: PostgreSQL must not take the write for done. */
const ioError = 29;

const noFsync = '-F';

const everyStart = [
  '-c',
  'timezone=UTC',
  '-c',
  'datestyle=ISO, YMD',
  '-c',
  'intervalstyle=postgres',
  '-c',
  'bytea_output=hex',
];

interface NodeStream {
  readonly nfd?: number;
}
interface NodeModule {
  onAbort?: (what: unknown) => void;
  readonly NODEFS?: { readonly stream_ops?: { fsync?: (stream: NodeStream) => number } };
}

/**
 * PGlite's own file system of Node has no fsync, so that "saved" would mean "in the cache of the operating system".
 * This one has it, and counts, so that `openDurable` can see that it is really called.
 */
class DurableNodeFS extends NodeFS {
  fsyncs = 0;
  private readonly onAbort: () => void;

  constructor(folder: string, onAbort: () => void) {
    super(folder);
    this.onAbort = onAbort;
  }

  override async init(...[pg, given]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, given);
    const install = (module: NodeModule): void => {
      const operations = module.NODEFS?.stream_ops;
      if (operations === undefined) throw new Error('PGlite no longer has NODEFS.stream_ops');
      module.onAbort = this.onAbort;
      operations.fsync = ({ nfd }) => {
        if (nfd === undefined) return ioError;
        try {
          fs.fsyncSync(nfd);
        } catch {
          return ioError;
        }
        this.fsyncs += 1;
        return 0;
      };
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install as never] },
    };
  }
}

const create = async (options: PGliteOptions): Promise<PGlite> => {
  const pg = await PGlite.create(options);
  // Parameters arrive as text or null, and results leave as `parserOf` says: the same as on a server.
  pg.serializers = {};
  pg.parsers = new Proxy(
    {},
    { get: (_, oid) => (typeof oid === 'string' ? parserOf(Number(oid)) : undefined) },
  );
  return pg;
};

/** In memory: for tests and for `--dry-run`, gone when closed. */
export const openInMemory = (copy?: Blob): Promise<PGlite> =>
  create({
    startParams: [...PGlite.defaultStartParams, ...everyStart],
    ...(copy === undefined ? {} : { loadDataDir: copy }),
  });

/** What must be so for "saved" to mean "on the disk". */
const expectedSettings = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/**
 * On the disk, with every commit flushed before it is acknowledged; refuses to open when that cannot be seen to work.
 * When PostgreSQL gives up (it could not write or flush its log: a full or failing disk), `onAbort` must not return
 * control to PGlite, which would go round in circles for ever.
 */
export const openDurable = async (folder: string, onAbort: () => void): Promise<PGlite> => {
  if (!PGlite.defaultStartParams.includes(noFsync))
    throw new Error('PGlite no longer starts with -F; read again how it flushes');
  const files = new DurableNodeFS(folder, onAbort);
  const pg = await create({
    fs: files,
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== noFsync),
      '-c',
      'wal_sync_method=fsync',
      ...everyStart,
    ],
  });
  for (const [name, expected] of Object.entries(expectedSettings)) {
    const { rows } = await pg.query<unknown[]>('SELECT current_setting($1)', [name], { rowMode: 'array' });
    if (rows[0]?.[0] !== expected) throw new Error(`${name} is ${String(rows[0]?.[0])}, not ${expected}`);
  }
  const before = files.fsyncs;
  // Writes to the log and nowhere else.
  await pg.query("SELECT pg_logical_emit_message(true, 'rashin', 'probe')");
  if (files.fsyncs === before) throw new Error('a commit made no fsync');
  return pg;
};
