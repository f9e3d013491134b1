import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJudgementScheme } from '../../../../app/judgement/read-judgement-scheme.ts';
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

describe('道筋のとおりとみなす幅', () => {
  const scheme = schemeOf('schemes/judgement/five-grades.json');
  const typed = (value: string, of = 'of-expected') =>
    readSchemeForm(
      schemeEntries(scheme).map(([name, before]) =>
        name === 'onPath.value' ? [name, value] : name === 'onPath.of' ? [name, of] : [name, before],
      ),
      scheme.schemeKey,
    );
  it.each([
    ['割合', '5%', '0.05'],
    ['全角', '０．０５', '0.05'],
    ['書かなければ、幅はない', '', '0'],
  ])('%s', (_, value, expected) => {
    expect(typed(value).scheme?.onPath).toEqual({ of: 'of-expected', value: expected });
  });
  it.each([
    ['負の幅', '-1', 'of-way', 'tolerance-negative', ['onPath', 'value']],
    ['数でない', '少し', 'of-way', 'scheme-not-a-number', ['onPath', 'value']],
  ])('断る: %s', (_, value, of, code, path) => {
    const errors = typed(value, of).problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
  });
});
