import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseJudgementScheme } from '../../../app/judgement/read-judgement-scheme.ts';
import type { JudgementScheme } from '../../../domain/indicator/judgement/judgement-scheme.ts';
import { installationFolder } from '../../../installation.ts';

export interface SchemeTemplate {
  /** Name of the file without its ending */
  readonly key: string;
  readonly scheme: JudgementScheme;
}

/** What a town that has no rule yet begins with. */
const first = 'five-grades';

const read = (): readonly SchemeTemplate[] =>
  globSync('*.json', { cwd: join(installationFolder, 'schemes', 'judgement') })
    .filter((file) => !file.endsWith('.schema.json'))
    .toSorted()
    .flatMap((file) => {
      const path = join(installationFolder, 'schemes', 'judgement', file);
      const scheme = parseJudgementScheme(JSON.parse(readFileSync(path, 'utf8')));
      return scheme.ok ? [{ key: basename(file, '.json'), scheme: scheme.value }] : [];
    })
    .toSorted((a, b) => Number(b.key === first) - Number(a.key === first));

let templates: readonly SchemeTemplate[] | undefined;

/** ひな形: the schemes that come with the program, read once. */
export const schemeTemplates = (): readonly SchemeTemplate[] => {
  templates ??= read();
  return templates;
};
