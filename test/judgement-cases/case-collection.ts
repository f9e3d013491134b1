import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installationFolder } from '../../src/installation.ts';

/**
 * A file of the collection of municipal cases, which lies beside the project on the developers' machines and is no
 * part of it; null where it is not there.
 */
export const caseFile = (name: string): string | null => {
  const path = join(dirname(installationFolder), 'shared', 'cases', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};
