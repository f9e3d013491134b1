import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { comparedClasses, type TownEvaluation } from '../../../domain/evaluation/compare-towns.ts';
import { installationFolder } from '../../../installation.ts';

/** reference/evaluations/{code}.json: sums of what a town has published elsewhere. */
export const referenceTownSchema = z.strictObject({
  municipality: z.string().regex(/^\d{6}$/),
  name: z.string(),
  nameEn: z.string(),
  fiscalYear: z.int(),
  amountBasis: z.string(),
  basis: z.enum(['settled', 'total-cost', 'budget']),
  personnelIncluded: z.enum(['yes', 'no', 'unknown', 'mixed']),
  population: z.strictObject({ persons: z.int().positive(), source: z.string() }).nullable(),
  evaluatedUnit: z.enum(['programme', 'group']),
  words: z.int().positive(),
  classedBy: z.enum(['town', 'extractor']),
  /** As the source states them; the lines add up to them. */
  programmes: z.int(),
  amountThousandYen: z.int(),
  lines: z.array(
    z.strictObject({
      class: z.enum(comparedClasses),
      count: z.int(),
      amountThousandYen: z.int(),
      withoutAmount: z.int(),
    }),
  ),
  notes: z.array(z.string()),
  source: z.strictObject({ document: z.string(), url: z.url() }),
});

const folder = join(installationFolder, 'reference', 'evaluations');

export const referenceFiles = (): readonly string[] =>
  globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file) => join(folder, file));

const read = (file: string): TownEvaluation => {
  const { programmes, amountThousandYen, ...town } = referenceTownSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const sum = (pick: (line: (typeof town.lines)[number]) => number): number =>
    town.lines.reduce((total, line) => total + pick(line), 0);
  return {
    ...town,
    unclassed: {
      count: programmes - sum(({ count }) => count),
      amountThousandYen: amountThousandYen - sum((line) => line.amountThousandYen),
    },
    origin: 'reference',
  };
};

let towns: readonly TownEvaluation[] | undefined;

/** Towns known from public papers, read once. */
export const referenceTowns = (): readonly TownEvaluation[] => {
  towns ??= referenceFiles().map(read);
  return towns;
};
