import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEvaluationScheme } from '../../src/app/evaluation/read-evaluation-scheme.ts';
import type { EvaluationScheme } from '../../src/domain/evaluation/evaluation-scheme.ts';
import { installationFolder } from '../../src/installation.ts';

const folder = join(installationFolder, 'schemes', 'evaluation');

export const shippedFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .toSorted();

export const shippedContent = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** @throws with what is wrong where a shipped file is no scheme. */
export const shippedScheme = (key: string): EvaluationScheme => {
  const scheme = readEvaluationScheme(shippedContent(`${key}.json`));
  if (!scheme.ok) throw new Error(`${key}: ${JSON.stringify(scheme.error, null, 1)}`);
  return scheme.value;
};
