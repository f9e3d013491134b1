import { cpSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const runTimeFile = /new URL\(\s*'(\.\.?\/[^'\n]+)'\s*,\s*import\.meta\.url\s*\)/g;

/**
 * Server sources name files beside them as `new URL('./x', import.meta.url)`: worker scripts and SQL folders.
 * The bundle keeps those addresses true: a script becomes a chunk, a folder or other file is copied.
 */
export const runTimeFiles = (): Plugin => {
  /** name in the bundle → path of the source */
  const copies = new Map<string, string>();
  return {
    name: 'rashin:run-time-files',
    apply: 'build',
    // Before TypeScript is taken away and quotes change.
    enforce: 'pre',
    buildStart() {
      copies.clear();
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('import.meta.url')) return null;
      const replaced = code.replace(runTimeFile, (whole: string, path: string) => {
        const file = resolve(dirname(id), path);
        if (/\.tsx?$/.test(path)) {
          const name = basename(path).replace(/\.tsx?$/, '.js');
          this.emitFile({ type: 'chunk', id: file, fileName: name });
          return `new URL('./${name}', import.meta.url)`;
        }
        const name = basename(file);
        const known = copies.get(name);
        if (known !== undefined && known !== file) this.error(`two run-time files are called ${name}`);
        if (statSync(file, { throwIfNoEntry: false }) === undefined)
          this.error(`${path} of ${id} does not exist`);
        copies.set(name, file);
        return whole.replace(path, `./${name}${path.endsWith('/') ? '/' : ''}`);
      });
      return replaced === code ? null : { code: replaced, map: null };
    },
    writeBundle({ dir = '' }) {
      for (const [name, file] of copies) cpSync(file, join(dir, name), { recursive: true });
    },
  };
};
