import { beforeAll, describe, expect, it } from 'vitest';
import type { Acting } from '../../src/app/acting.ts';
import { importProgrammes } from '../../src/app/programme/import-programmes.ts';
import { importTown } from '../../src/app/town/import-town.ts';
import type { Database } from '../../src/db/connection.ts';
import { loadProgrammes, loadProgrammeYears } from '../../src/db/read-programme.ts';
import { loadMeasures } from '../../src/db/read-programme-measures.ts';
import { listUnits } from '../../src/db/read-town.ts';
import { withTenant } from '../../src/db/tenant.ts';
import { readProgrammes } from '../../src/documents/programme/read-programmes.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { describeEachDatabase } from '../factories/database.ts';
import { actingWith, someTown } from '../factories/town.ts';
import { caseFile } from '../judgement-cases/case-collection.ts';

/** Counts and sums as the collection itself states them; directions and measures counted in the files by other means. */
const towns = [
  {
    name: 'seiro',
    code: '153079',
    programmes: 224,
    thousandYen: 4_582_433,
    directions: { 現状継続: 183, '改善（手段変更）': 17, 拡大: 14, 廃止方向: 6, 縮小: 4 },
    stated: 516,
    units: 17,
  },
  {
    name: 'kitamoto',
    code: '112330',
    programmes: 451,
    thousandYen: 33_147_721,
    directions: { 現状継続: 423, '改善（手段変更）': 14, 拡大: 12, 縮小: 1, 完了: 1 },
    stated: 618,
    units: null,
  },
  {
    name: 'nishinomiya',
    code: '282049',
    programmes: 450,
    thousandYen: 251_877_796,
    directions: { 現状継続: 367, '改善（手段変更）': 41, 拡大: 19, 廃止方向: 18, 縮小: 5 },
    stated: 1306,
    units: null,
  },
  {
    name: 'shinagawa',
    code: '131091',
    programmes: 652,
    thousandYen: 251_888_339,
    directions: { 現状継続: 339, '改善（手段変更）': 225, 縮小: 53, 拡大: 16, 完了: 11, 廃止方向: 8 },
    stated: 1379,
    units: null,
  },
  {
    name: 'ichinomiya',
    code: '232033',
    programmes: 484,
    thousandYen: 67_305_399,
    directions: { 現状継続: 482, '改善（手段変更）': 2 },
    stated: 1205,
    units: null,
  },
] as const;

interface Extract {
  readonly programmes: readonly {
    readonly no: string;
    readonly dept: string;
    readonly legal_tag_by_tool: string;
    readonly indicators: readonly { readonly name: string; readonly unit: string; readonly actual: string }[];
  }[];
}

const present = caseFile('B_programmes_seiro.json') !== null;

describe.skipIf(!present)('五つの町の事務事業', () => {
  describeEachDatabase('公表資料からの抽出一覧の取込み', (open) => {
    let db: Database;
    const acting = (code: string): Acting =>
      actingWith(db, code as MunicipalityCode, 'planner', 'executive', 'administrator');
    const load = (name: string, code: string, dryRun = false) => {
      const file = `B_programmes_${name}.json`;
      const bytes = new TextEncoder().encode(caseFile(file) ?? '');
      const read = readProgrammes(file, bytes, { mapping: {}, fiscalYear: null });
      if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 5)));
      return importProgrammes(acting(code), { given: read.value.given, createUnits: true, dryRun });
    };

    beforeAll(async () => {
      db = await open();
    });

    it.each(towns)(
      '$name: $programmes 事業が、金額・方向・指標を失わずに入り、二度目は何も変えない',
      async (town) => {
        const made = await importTown(
          acting(town.code),
          { ...someTown(town.code as MunicipalityCode), units: [] },
          { dryRun: false, publish: false },
        );
        expect(made).toMatchObject({ ok: true });
        const done = await load(town.name, town.code);
        if (!done.ok) throw new Error(JSON.stringify(done.error.slice(0, 5)));
        expect([done.value.added.length, done.value.changed.length, done.value.unchanged]).toEqual([
          town.programmes,
          0,
          0,
        ]);
        const counts = new Map<string, number>();
        for (const { text, fiscalYear } of done.value.statedDirections) {
          expect(fiscalYear).toBe(2024);
          counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        expect(Object.fromEntries(counts)).toEqual(town.directions);

        const kept = await withTenant(db, acting(town.code).as, async (tx) => ({
          programmes: await loadProgrammes(tx),
          years: await loadProgrammeYears(tx),
          measures: await loadMeasures(tx),
          units: await listUnits(tx),
        }));
        expect(kept.programmes).toHaveLength(town.programmes);
        const sum = kept.years.reduce((all, year) => all + (year.settled.totalThousandYen ?? Number.NaN), 0);
        expect(sum).toBe(town.thousandYen);
        expect(kept.programmes.filter(({ unitKey }) => unitKey === null)).toEqual([]);
        const names = kept.units.map((unit) => unit.name);
        expect(names.filter((name) => /データなし|^[-－]$/u.test(name))).toEqual([]);
        if (town.units !== null) expect(kept.units).toHaveLength(town.units);

        // Every stated measure of every programme is there, with its figure.
        const file = JSON.parse(caseFile(`B_programmes_${town.name}.json`) ?? '') as Extract;
        const links = kept.measures.flatMap(({ programmes }) => programmes);
        expect(links).toHaveLength(town.stated);
        expect(kept.measures.filter(({ unit }) => ['-', '－', 'データなし'].includes(unit))).toEqual([]);
        const byKey = new Map(kept.programmes.map((each) => [each.programmeKey, each]));
        const cells = kept.measures
          .flatMap(({ name, unit, programmes, years }) =>
            programmes.map(({ programmeKey }) => {
              const [year] = years;
              const figure =
                year?.actual ?? year?.actualText ?? (year?.missing === 'not-stated' ? 'none' : 'lost');
              return [byKey.get(programmeKey)?.number, name, unit, figure].join('|');
            }),
          )
          .sort();
        const none = ['', '-', '－', '―', 'データなし'];
        const stated = file.programmes
          .flatMap(({ no, indicators }) =>
            indicators.map(({ name, unit, actual }) => {
              const wide = /[０-９]/gu;
              const figure = actual
                .trim()
                .replaceAll(',', '')
                .replace(wide, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
              return [
                no,
                name.trim(),
                none.includes(unit.trim()) ? '' : unit.trim(),
                none.includes(figure) ? 'none' : figure,
              ].join('|');
            }),
          )
          .sort();
        expect(cells).toEqual(stated);

        const again = await load(town.name, town.code);
        if (!again.ok) throw new Error(JSON.stringify(again.error.slice(0, 5)));
        expect(again.value.changed).toEqual([]);
        expect([again.value.added.length, again.value.unchanged, again.value.missing.length]).toEqual([
          0,
          town.programmes,
          0,
        ]);
        const later = await withTenant(db, acting(town.code).as, (tx) => loadProgrammes(tx));
        expect(later.every(({ version }) => version === 1)).toBe(true);
      },
    );

    it('北本市: 同じ施策の同じ成果は、事業の間で一つの指標になる', async () => {
      const measures = await withTenant(db, acting('112330').as, (tx) => loadMeasures(tx));
      const shared = measures.filter(({ programmes }) => programmes.length > 1);
      expect(shared).toHaveLength(18);
      const open = shared.find(({ name }) => name === '市が公開している情報にアクセスできる市民の割合');
      expect(open?.programmes).toHaveLength(4);
      expect(open?.years.map(({ actual }) => actual)).toEqual(['98.7']);
    });
  });
});
