import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseEvaluationScheme } from '../../../../app/evaluation/read-evaluation-scheme.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { installationFolder } from '../../../../installation.ts';

export interface EvaluationTemplate {
  /** Name of the file without its ending */
  readonly key: string;
  readonly scheme: EvaluationScheme;
}

const folder = join(installationFolder, 'schemes', 'evaluation');

const read = (): readonly EvaluationTemplate[] =>
  globSync('*.json', { cwd: folder })
    .filter((file) => !file.endsWith('.schema.json'))
    .flatMap((file) => {
      const scheme = parseEvaluationScheme(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      return scheme.ok ? [{ key: basename(file, '.json'), scheme: scheme.value }] : [];
    })
    .toSorted((a, b) => a.scheme.name.localeCompare(b.scheme.name, 'ja'));

let templates: readonly EvaluationTemplate[] | undefined;

/** ひな形: the towns' schemes that come with the program, read once. */
export const evaluationTemplates = (): readonly EvaluationTemplate[] => {
  templates ??= read();
  return templates;
};
