import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJudgementScheme } from '../../../../app/read-judgement-scheme.ts';
import { installationFolder } from '../../../../installation.ts';
import { readSchemeForm, schemeEntries } from './scheme-form.ts';

const files = globSync('schemes/judgement/*.json', { cwd: installationFolder })
  .filter((path) => !path.endsWith('.schema.json'))
  .toSorted();

const schemeOf = (path: string) => {
  const parsed = parseJudgementScheme(JSON.parse(readFileSync(join(installationFolder, path), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('判定基準は、フォームにして読み戻すと同じになる', () => {
  it.each(files.map((path) => [basename(path), path] as const))('%s', (_, path) => {
    const scheme = schemeOf(path);
    const read = readSchemeForm(schemeEntries(scheme), scheme.schemeKey);
    expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.scheme).toEqual(scheme);
  });
});
