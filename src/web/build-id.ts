import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the pages are made by. The build leaves a stamp of its sources beside the server (dist/stamp), the same
 * for every process of one build. Run from the sources there is none, and nothing outlives the process.
 */
const stamp = join(import.meta.dirname, '..', 'stamp');

export const buildId = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : randomUUID();
