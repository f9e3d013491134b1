import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acting } from '../app/acting.ts';
import { importProgrammes } from '../app/programme/import-programmes.ts';
import { readProgrammes } from '../documents/programme/read-programmes.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';

/**
 * The programmes of `programmes.json` in a further year: who has them, and no amounts, for none are known. Measures and
 * links stay as they are.
 */
export const copyProgrammesForward = async (
  acting: Acting,
  folder: string,
  fiscalYear: number,
): Promise<Result<null, readonly Problem[]>> => {
  const file = 'programmes.json';
  const read = readProgrammes(file, readFileSync(join(folder, file)), { mapping: {}, fiscalYear: null });
  if (!read.ok) return read;
  const given = {
    ...read.value.given,
    programmes: read.value.given.programmes.map(({ measures: _, ...programme }) => ({
      ...programme,
      years: [{ fiscalYear, note: '見本: 決算の額は、まだ入っていません。' }],
    })),
  };
  const done = await importProgrammes(acting, { given, createUnits: false, dryRun: false });
  return done.ok ? ok(null) : done;
};
