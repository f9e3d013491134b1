import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CycleFile, cycleSchema } from '../../../app/cycle/cycle-schema.ts';
import { installationFolder } from '../../../installation.ts';

export interface CycleTemplate {
  /** Name of the file without its ending */
  readonly key: string;
  readonly file: CycleFile;
}

/** What a town that has nothing yet begins with. */
const first = 'plain';

const read = (): readonly CycleTemplate[] => {
  const folder = join(installationFolder, 'schemes', 'cycle');
  return globSync('*.json', { cwd: folder })
    .filter((file) => !file.endsWith('.schema.json'))
    .toSorted()
    .map((file) => ({
      key: basename(file, '.json'),
      file: cycleSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    }))
    .toSorted((a, b) => Number(b.key === first) - Number(a.key === first));
};

let templates: readonly CycleTemplate[] | undefined;

/** ひな形: the cycles that come with the program, read once. */
export const cycleTemplates = (): readonly CycleTemplate[] => {
  templates ??= read();
  return templates;
};
