import type { z } from 'zod';
import { readJsonFile } from '../../../documents/town-file/read-json-file.ts';
import { errorAt, hasErrors, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Form } from '../../middleware/form.ts';

interface SchemeFile<File, Scheme> {
  readonly schema: z.ZodType<File>;
  /** File name of its JSON Schema. */
  readonly schemaName: string;
  readonly parse: (content: unknown) => Result<Scheme, readonly Problem[]>;
  readonly check: (scheme: Scheme) => readonly Problem[];
}

/** A scheme sent as a file. Refused with every error, each with line, column and path. */
export const schemeFileReader =
  <File, Scheme>({ schema, schemaName, parse, check }: SchemeFile<File, Scheme>) =>
  async (form: Form): Promise<Result<Scheme, readonly Problem[]>> => {
    const file = form.file('file');
    if (file === null || file.size === 0) return refuse([errorAt('scheme-file-missing', ['file'])]);
    const read = readJsonFile(file.name, new Uint8Array(await file.arrayBuffer()), schema, { schemaName });
    if (!read.ok) return read;
    // Once more for the type of the domain: the same schema, without what only the file carries.
    const scheme = parse(read.value.value);
    if (!scheme.ok) return scheme;
    const problems = check(scheme.value);
    return hasErrors(problems)
      ? refuse(problems.filter(({ severity }) => severity === 'error').map(read.value.placed))
      : ok(scheme.value);
  };
