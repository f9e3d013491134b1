import { posix } from 'node:path';
import type { SourceModule } from './read-module.ts';

export interface Violation {
  readonly path: string;
  readonly what: string;
}

/** What each domain module may import besides itself, `kernel`, `organisation` and `access`. */
const domainEdges: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  organisation: [],
  access: [],
  plan: [],
  indicator: ['plan'],
  'logic-model': ['plan'],
  programme: ['plan'],
  evaluation: ['plan', 'indicator', 'programme'],
  implementation: ['programme'],
  budget: ['plan', 'programme', 'evaluation'],
  demography: [],
  population: ['demography'],
  survey: [],
  participation: [],
  governance: [],
};
/** These run unchanged in the browser, on the server and as a library, with nothing but the kernel. */
const kernelOnly = ['kernel', 'demography', 'population', 'survey'];

/** Folders of src a folder may import besides itself: kernel ← domain ← db ← app ← web, cli; domain ← documents, charts. */
const layerEdges: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ['domain'],
  app: ['db', 'domain'],
  documents: ['domain'],
  charts: ['domain'],
  /** Asks e-Stat and reads what it answers. */
  estat: ['domain'],
  web: ['app', 'db', 'documents', 'charts', 'estat', 'domain'],
  cli: ['app', 'db', 'documents', 'charts', 'domain'],
  /** Gives messages away: to a mail server, or as files. Put together in main. */
  mail: ['app', 'db', 'domain'],
};

/** Files beside the folders: the environment and where the program lies may be asked for at the edges. */
const knownAtTheEdges = ['src/config.ts', 'src/installation.ts', 'src/log.ts'];
/** `bin/rashin serve` is the server itself. */
const exceptions: Readonly<Record<string, string>> = { 'src/cli/serve.ts': 'src/run-server.ts' };

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/');
const isData = (path: string): boolean => /\.data\.tsx?$/.test(path);
const folderOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
const domainModuleOf = (path: string): string | null => /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? null;

const domainMayImport = (from: string, to: string): boolean =>
  from === to ||
  to === 'kernel' ||
  (!kernelOnly.includes(from) && ['organisation', 'access'].includes(to)) ||
  (domainEdges[from] ?? []).includes(to);

const layerMayImport = (path: string, target: string): boolean => {
  const from = folderOf(path);
  const to = folderOf(target);
  if (from === null || exceptions[path] === target) return true;
  if (to === null) return ['web', 'cli'].includes(from) && knownAtTheEdges.includes(target);
  return from === to || (layerEdges[from] ?? []).includes(to);
};

/** Islands run in the browser: nothing of the server may be pulled into them. */
const islandMayImport = (target: string): boolean =>
  /^src\/(domain|charts|web\/(islands|text))\//.test(target);

export const edgeViolations = (modules: readonly SourceModule[]): readonly Violation[] =>
  modules
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, imports, impurities }) => {
      const domain = domainModuleOf(path);
      const island = path.startsWith('src/web/islands/');
      const found = imports.flatMap(({ target, own, typeOnly }) => {
        if (!own) {
          const pure =
            domain !== null || path.startsWith('src/charts/') || (island && target.startsWith('node:'));
          return pure ? [`imports ${target}`] : [];
        }
        const other = domainModuleOf(target);
        const allowed =
          target.startsWith('src/') &&
          layerMayImport(path, target) &&
          (domain === null || other === null || domainMayImport(domain, other)) &&
          (!island || typeOnly || islandMayImport(target));
        return allowed ? [] : [`imports ${target}`];
      });
      return [...found, ...impurities.map((name) => `uses ${name}`)].map((what) => ({ path, what }));
    });

const bannedName = /^(utils?|helpers?|common|misc|stuff)$/;

export const nameViolations = (paths: readonly string[]): readonly Violation[] =>
  paths.flatMap((path) =>
    path
      .split('/')
      .map((part) => part.replace(/\..*$/, ''))
      .filter((part) => bannedName.test(part))
      .map((part) => ({ path, what: `is named ${part}: name it for its one idea` })),
  );

export const longest = 400;

export const sizeViolations = (modules: readonly SourceModule[]): readonly Violation[] =>
  modules
    .filter(({ path }) => !isData(path))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => ({ path, what: `has ${lines} lines` }));

/** Lines below which the given share (0.5: half) of the product's files stay. */
export const linesAt = (modules: readonly SourceModule[], share: number): number => {
  const lines = modules
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && !isData(path))
    .map((module) => module.lines)
    .toSorted((a, b) => a - b);
  return lines[Math.ceil(lines.length * share) - 1] ?? 0;
};

/** Modules that need each other at run time, as 'a → b → a'. Types are gone by then. */
export const cycles = (modules: readonly SourceModule[]): readonly string[] => {
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((i) => i.own && !i.typeOnly).map((i) => posix.normalize(i.target)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
};
