import { globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installationFolder } from '../../src/installation.ts';
import { readDocument } from './read-documents.ts';

interface NamedFolder {
  readonly path: string;
  readonly purpose: string;
}

/** Folders the tree of docs/architecture.md names: `src/app/  …` at the margin, `  plan/  …` below it. */
const namedFolders = (text: string): readonly NamedFolder[] => {
  const [, tree] = /```\n(src\/.*?)```/s.exec(text) ?? [];
  if (tree === undefined) throw new Error('the document has no tree of folders');
  let above = '';
  return tree.split('\n').flatMap((line) => {
    const [, margin, name = '', purpose = ''] = /^( {2})?([a-z][a-z/-]*)\/(?: +(.*))?$/.exec(line) ?? [];
    if (name === '') return [];
    if (margin === undefined) above = name;
    return [{ path: margin === undefined ? name : `${above}/${name}`, purpose }];
  });
};

const folders = globSync('src/{*,*/*}', { cwd: installationFolder })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => statSync(join(installationFolder, path)).isDirectory())
  .sort();

describe('設計の文書が言うフォルダー', () => {
  const named = namedFolders(readDocument('docs/architecture.md').text);

  it('src の二段までのフォルダーがすべてあり、ないものはない', () => {
    expect(folders.length).toBeGreaterThan(40);
    expect(named.map(({ path }) => path).sort()).toEqual(folders);
  });

  it('何のためのものかを言っている', () => {
    expect(named.filter(({ purpose }) => purpose === '')).toEqual([]);
  });

  it('書き忘れと消し忘れがわかる', () => {
    expect(namedFolders('```\nsrc/app/  commands\n          and queries\n  plan/\n```\n')).toEqual([
      { path: 'src/app', purpose: 'commands' },
      { path: 'src/app/plan', purpose: '' },
    ]);
  });
});
