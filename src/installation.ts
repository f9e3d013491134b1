import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folderOf = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('no package.json above the program');
  return folderOf(dirname(from));
};

/** Folder this program is installed in: the same from the sources (src) and from the build (dist/server). */
export const installationFolder = folderOf(import.meta.dirname);

const readVersion = (): string => {
  const description: unknown = JSON.parse(readFileSync(join(installationFolder, 'package.json'), 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : '';
};

export const installedVersion = readVersion();
