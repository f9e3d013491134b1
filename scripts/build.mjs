import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stampOf } from './stamp.mjs';

/** What a build is made of. Packages are named by the lock file. */
const sources = ['src', 'vite.config.ts', 'scripts/vite-run-time-files.ts', 'package-lock.json'];

export const stampFile = (root) => join(root, 'dist', 'stamp');

export const isBuilt = (root) =>
  existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stampOf(root, sources);

/** Runs under the new Node: `node scripts/build.mjs`. Makes dist.new and puts it in place at once. */
const build = async (root) => {
  const stamp = stampOf(root, sources);
  const fresh = join(root, 'dist.new');
  rmSync(fresh, { recursive: true, force: true });
  // Whoever calls us, a test runner too: a build is for production, or JSX is compiled for React's other half.
  process.env.NODE_ENV = 'production';
  const vite = await import('vite');
  const settings = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' };
  await vite.build({ ...settings, build: { outDir: join(fresh, 'client'), emptyOutDir: true } });
  await vite.build({ ...settings, build: { ssr: true, outDir: join(fresh, 'server'), emptyOutDir: true } });
  writeFileSync(join(fresh, 'stamp'), stamp);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist'));
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build(join(import.meta.dirname, '..'));
}
