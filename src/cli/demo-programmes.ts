import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acting } from '../app/acting.ts';
import { importProgrammes } from '../app/programme/import-programmes.ts';
import { readProgrammes } from '../documents/programme/read-programmes.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../domain/kernel/result.ts';
import type { StatedDirection } from '../domain/programme/import/plan-import.ts';

export interface DemoProgrammes {
  /** How many programmes the town has of it. */
  readonly programmes: number;
  /** 方向性 as the town's document states it, by programme and year. */
  readonly statedDirections: readonly StatedDirection[];
}

/** Programmes of a demonstration town: `programmes.json` in `folder`, by the command a user has. */
export const loadDemoProgrammes = async (
  acting: Acting,
  folder: string,
): Promise<Result<DemoProgrammes, readonly Problem[]>> => {
  const file = 'programmes.json';
  const read = readProgrammes(file, readFileSync(join(folder, file)), { mapping: {}, fiscalYear: null });
  if (!read.ok) return read;
  const { given, placed } = read.value;
  const done = await importProgrammes(acting, { given, createUnits: false, dryRun: false });
  return done.ok
    ? ok({ programmes: given.programmes.length, statedDirections: done.value.statedDirections })
    : refuse(done.error.map(placed));
};
