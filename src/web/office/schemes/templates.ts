import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Result } from '../../../domain/kernel/result.ts';
import { installationFolder } from '../../../installation.ts';

export interface Template<Scheme> {
  /** Name of the file without its ending */
  readonly key: string;
  readonly scheme: Scheme;
}

/** ひな形: the schemes of a kind that come with the program (schemes/{kind}), read once, in an order. */
export const templatesOf = <Scheme>(
  kind: string,
  parse: (content: unknown) => Result<Scheme, unknown>,
  order: (a: Template<Scheme>, b: Template<Scheme>) => number,
): (() => readonly Template<Scheme>[]) => {
  const folder = join(installationFolder, 'schemes', kind);
  let known: readonly Template<Scheme>[] | undefined;
  return () => {
    known ??= globSync('*.json', { cwd: folder })
      .filter((file) => !file.endsWith('.schema.json'))
      .toSorted()
      .flatMap((file) => {
        const scheme = parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        return scheme.ok ? [{ key: basename(file, '.json'), scheme: scheme.value }] : [];
      })
      .toSorted(order);
    return known;
  };
};
