import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ComparedClass, compareTowns } from '../../../domain/evaluation/compare-towns.ts';
import { municipalityOfCode, parseMunicipalityCode } from '../../../domain/kernel/municipality-code.ts';
import { installationFolder } from '../../../installation.ts';
import { referenceFiles, referenceTowns } from './reference-towns.ts';

const cases: readonly (readonly [code: string, file: string])[] = [
  ['112330', 'kitamoto'],
  ['131091', 'shinagawa'],
  ['232033', 'ichinomiya'],
  ['282049', 'nishinomiya'],
];
const classes: Readonly<Record<string, ComparedClass>> = {
  拡大: 'expand',
  現状継続: 'continue',
  '改善（手段変更）': 'improve',
  縮小: 'reduce',
  廃止方向: 'end',
  完了: 'complete',
};
const caseSchema = z.object({
  population: z.number(),
  programmes: z.array(
    z.object({ settled_thousand_yen: z.number().nullable(), direction_normalised_by_tool: z.string() }),
  ),
});

describe('公表資料から集計した市区', () => {
  it('四つの市区があり、名前は団体コードのもの', () => {
    expect(referenceTowns().map(({ municipality }) => municipality)).toEqual(cases.map(([code]) => code));
    expect(referenceFiles().map((file) => basename(file, '.json'))).toEqual(cases.map(([code]) => code));
    for (const { municipality, name } of referenceTowns()) {
      const code = parseMunicipalityCode(municipality);
      expect(code.ok && municipalityOfCode(code.value)?.name).toBe(name);
    }
  });

  it('行の合計は、資料の事業数と金額', () => {
    for (const { unclassed } of referenceTowns())
      expect(unclassed).toEqual({ count: 0, amountThousandYen: 0 });
  });

  it.each(cases)('%s はもとの事例の集計と同じ', (code, file) => {
    const path = join(installationFolder, '..', 'shared', 'cases', `B_programmes_${file}.json`);
    if (!existsSync(path)) return;
    const { population, programmes } = caseSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const town = referenceTowns().find(({ municipality }) => municipality === code);
    expect(town?.population?.persons).toBe(population);
    for (const [word, ofClass] of Object.entries(classes)) {
      const own = programmes.filter((each) => each.direction_normalised_by_tool === word);
      const line = town?.lines.find((each) => each.class === ofClass);
      expect([word, line?.count ?? 0, line?.amountThousandYen ?? 0]).toEqual([
        word,
        own.length,
        own.reduce((sum, each) => sum + (each.settled_thousand_yen ?? 0), 0),
      ]);
    }
  });

  it('くらべるときの注意が、みなに付く', () => {
    const compared = new Map(
      compareTowns(referenceTowns()).map(({ town, differences }) => [town.municipality, differences]),
    );
    expect(compared.get('232033')).toEqual([
      'personnel-unknown',
      'other-unit',
      'coarse-words',
      'classes-by-extractor',
    ]);
    expect(compared.get('282049')).toEqual(['personnel-included', 'other-basis', 'classes-by-extractor']);
  });
});
