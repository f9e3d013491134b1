import type { Acting } from '../../src/app/acting.ts';
import { importProgrammes } from '../../src/app/programme/import-programmes.ts';
import { readProgrammes } from '../../src/documents/programme/read-programmes.ts';

/** One programme with the mark in everything it says, of a year that is nobody's but the office's. */
export const plantProgramme = async (acting: Acting, mark: string, unitKey: string | null): Promise<void> => {
  const file = JSON.stringify({
    programmes: [
      {
        number: '1',
        name: `事業 ${mark}`,
        unitKey,
        legalBasis: mark,
        targetGroup: mark,
        means: mark,
        intent: mark,
        statedPlace: mark,
        note: mark,
        source: { document: mark },
        years: [
          {
            fiscalYear: 2025,
            note: mark,
            settled: {
              totalThousandYen: 73_100,
              funding: { national: 0, prefecture: 0, bond: 0, other: 0, general: 73_100 },
            },
            budgetCodes: [{ account: mark }],
          },
        ],
        measures: [{ kind: 'outcome', name: `率 ${mark}`, years: [{ fiscalYear: 2025, actualText: mark }] }],
      },
    ],
  });
  const read = readProgrammes('a.json', new TextEncoder().encode(file), { mapping: {}, fiscalYear: null });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const done = await importProgrammes(acting, { given: read.value.given, createUnits: false, dryRun: false });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};
