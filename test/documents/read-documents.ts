import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { installationFolder } from '../../src/installation.ts';

export interface Document {
  /** From the top of the project, with slashes: 'docs/manual/README.md'. */
  readonly path: string;
  readonly text: string;
}

const below = (folder: string): readonly string[] =>
  readdirSync(join(installationFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });

export const filesIn = below;

export const readDocument = (path: string): Document => ({
  path,
  text: readFileSync(join(installationFolder, path), 'utf8'),
});

/** Every document a person is meant to read. */
export const readDocuments = (): readonly Document[] =>
  [
    ...readdirSync(installationFolder).filter((name) => name.endsWith('.md')),
    'demo/README.md',
    ...below('docs').filter((path) => path.endsWith('.md')),
  ].map(readDocument);

const withoutCode = (text: string): string => text.replaceAll(/```.*?```|`[^`\n]*`/gs, '');

export interface Reference {
  readonly kind: 'image' | 'link';
  /** Words in square brackets. */
  readonly words: string;
  readonly target: string;
}

export const referencesOf = ({ text }: Document): readonly Reference[] =>
  [...withoutCode(text).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, mark, words = '', target = '']) => ({ kind: mark === '!' ? 'image' : 'link', words, target }),
  );

const isElsewhere = (target: string): boolean => /^(?:[a-z]+:|#)/.test(target);

/** The file of the project a reference leads to; null: an address elsewhere, or a place on the same page. */
export const fileOf = (document: Document, { target }: Reference): string | null =>
  isElsewhere(target)
    ? null
    : normalize(join(dirname(document.path), target.replace(/#.*$/, '')))
        .split('\\')
        .join('/');

export const exists = (path: string): boolean => existsSync(join(installationFolder, path));

/** Levels of the headings in order: [1, 2, 3, 2]. */
export const headingLevels = ({ text }: Document): readonly number[] =>
  [...text.replaceAll(/```.*?```/gs, '').matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length);

/** Cells of the table that follows a mark such as <!-- variables -->, without head and rule. */
export const tableAfter = ({ path, text }: Document, mark: string): readonly (readonly string[])[] => {
  const [, rest] = text.split(`<!-- ${mark} -->\n`);
  if (rest === undefined) throw new Error(`${path} has no table marked ${mark}`);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
