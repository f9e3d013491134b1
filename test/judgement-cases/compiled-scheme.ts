import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJudgementScheme } from '../../src/app/judgement/read-judgement-scheme.ts';
import { type CompiledScheme, compileScheme } from '../../src/domain/indicator/judgement/compile-scheme.ts';
import { installationFolder } from '../../src/installation.ts';

/** A scheme as its JSON says it. @throws with everything wrong with it. */
export const compiledFrom = (content: unknown): CompiledScheme => {
  const scheme = readJudgementScheme(content);
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error, null, 1));
  const compiled = compileScheme(scheme.value);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 1));
  return compiled.value;
};

/** One of the schemes that come with the product, by the name of its file. */
export const shippedScheme = (name: string): CompiledScheme =>
  compiledFrom(
    JSON.parse(readFileSync(join(installationFolder, 'schemes', 'judgement', `${name}.json`), 'utf8')),
  );
