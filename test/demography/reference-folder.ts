import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { installationFolder } from '../../src/installation.ts';

/** Public statistics and reference results kept beside the project, not in it. Null: not on this machine. */
const folder = (() => {
  const beside = process.env.RASHIN_REFERENCE ?? join(installationFolder, '..', 'shared');
  return existsSync(join(beside, 'reference', 'demography')) ? beside : null;
})();

export const hasReference = folder !== null;
/** In the title of every group of tests that needs the folder, so that a run without it says so. */
export const where = hasReference ? '' : '（参照資料がないため省く）';

export const referenceText = (...place: readonly string[]): string => {
  if (folder === null) throw new Error('referenceText requires the reference folder');
  const bytes = readFileSync(join(folder, ...place));
  return (place.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

export const referenceJson = <T>(...place: readonly string[]): T => JSON.parse(referenceText(...place)) as T;
