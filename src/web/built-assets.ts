import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { KeptPage } from './public/page-cache.ts';

export interface BuiltAssets {
  /** Address by the name of the source: 'main.css', 'print-button.js', 'icon.svg'. */
  readonly addressOf: (name: string) => string;
  /** By address: '/assets/main-Ab3d.css'. */
  readonly files: ReadonlyMap<string, KeptPage>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const manifestSchema = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional() }));
const manifestName = 'manifest.json';

/**
 * Reads what `vite build` made into memory, so that a rebuild does not pull files from under a running server.
 * Entries are known by the name of their source; a file copied as it is gets a hash of its content in its address.
 */
export const loadBuiltAssets = (folder: string): BuiltAssets => {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
  const addresses = new Map(
    Object.entries(manifest)
      .filter(([, entry]) => entry.isEntry === true)
      .map(([source, entry]) => [basename(source).replace(/\.tsx?$/, '.js'), `/${entry.file}`]),
  );
  const files = new Map<string, KeptPage>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    const contentType = contentTypes[extname(path)];
    if (!entry.isFile() || path === manifestName || contentType === undefined) continue;
    const body = new Uint8Array(readFileSync(join(folder, path)));
    if (path.startsWith('assets/')) {
      files.set(`/${path}`, new KeptPage(contentType, body));
      continue;
    }
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 8);
    const address = `/assets/${path.slice(0, -extname(path).length)}-${hash}${extname(path)}`;
    addresses.set(path, address);
    files.set(address, new KeptPage(contentType, body));
  }
  return {
    files,
    addressOf: (name) => {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`no built file is called ${name}`);
      return address;
    },
  };
};
