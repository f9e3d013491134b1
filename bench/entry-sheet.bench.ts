// Saving one cell of a sheet of 400 rows against the same of a sheet with one row: the ratio says what the other
// 399 rows cost. The engine is the product's own, in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Acting } from '../src/app/acting.ts';
import { openCollection } from '../src/app/collection/open-collection.ts';
import { readSheet } from '../src/app/collection/read-sheet.ts';
import { saveSheetRows } from '../src/app/collection/save-sheet-rows.ts';
import { rowMark } from '../src/app/collection/sheet-mark.ts';
import { defineIndicators } from '../src/app/indicator/define-indicators.ts';
import type { Refusal } from '../src/app/refusal.ts';
import { operator } from '../src/cli/operator.ts';
import type { Database } from '../src/db/connection.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { withTenant } from '../src/db/tenant.ts';
import { insertMunicipality, insertUnits } from '../src/db/write-town.ts';
import { plainIndicator, plainValue } from '../src/domain/indicator/indicator.ts';
import type { MunicipalityCode } from '../src/domain/kernel/municipality-code.ts';
import type { Result } from '../src/domain/kernel/result.ts';
import { defaultSettings } from '../src/domain/kernel/settings.ts';
import { median } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-bench-'));
const rounds = Number(process.env.BENCH_ROUNDS ?? 200);
const sizes = { large: 400, small: 1 } as const;
const year = 2025;

const succeed = async <T>(done: Promise<Result<T, Refusal>>): Promise<T> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const makeTown = async (db: Database, acting: Acting): Promise<void> => {
  const unit = { kind: '課', parentKey: null, validFrom: '2020-04-01', validTo: null };
  await withTenant(db, acting.as, async (tx) => {
    const town = {
      name: '町',
      nameKana: 'まち',
      nameEn: 'Town',
      prefecture: '長野県',
      accentColour: '#00558d',
    };
    await insertMunicipality(tx, { ...town, settings: defaultSettings }, acting.now.toISOString());
    const units = Object.keys(sizes).map((unitKey, position) => ({
      ...unit,
      unitKey,
      name: unitKey,
      position,
    }));
    await insertUnits(tx, units, acting.now.toISOString());
    const definitions = Object.entries(sizes).flatMap(([unitKey, count]) =>
      Array.from({ length: count }, (_, n) => ({
        indicator: {
          ...plainIndicator,
          indicatorKey: `${unitKey}-${n}`,
          name: `指標${n}`,
          unit: '人',
          direction: 'up' as const,
          kind: 'outcome' as const,
          subjective: false,
          timeBehaviour: 'point' as const,
          definition: '',
          formulaText: '',
          source: null,
          frequency: '毎年',
          decimals: 0,
          unitKey,
          breakdowns: [],
          position: n,
        },
        referenceSeries: [],
        baseline: null,
        targets: [],
        values: Array.from({ length: 9 }, (__, y) => ({
          ...plainValue,
          series: 'actual',
          fiscalYear: 2016 + y,
          asOf: null,
          breakdown: '',
          value: String(100 + n + y),
          text: null,
          status: 'final' as const,
          source: { document: '統計書' },
          note: '',
        })),
      })),
    );
    await succeed(defineIndicators(tx, acting, definitions, 'published'));
  });
  const unitKeys = Object.keys(sizes);
  await succeed(openCollection(acting, { fiscalYear: year, dueOn: '2026-12-18', note: '', unitKeys }));
};

const seenOf = async (acting: Acting, unitKey: string): Promise<string> => {
  const view = await readSheet(acting, { fiscalYear: year, unitKey });
  const record = view?.records[0];
  if (record === undefined) throw new Error(`${unitKey} has no rows`);
  return rowMark(record, year);
};

/** Milliseconds of one save of the first row. */
const saveOnce = async (acting: Acting, unitKey: string, figure: string, seen: string) => {
  const row = {
    indicatorKey: `${unitKey}-0`,
    figure,
    missing: '',
    status: 'final',
    sourceDocument: '統計書',
    note: '',
    seen,
  };
  const start = performance.now();
  const saved = await succeed(saveSheetRows(acting, { fiscalYear: year, unitKey }, [row]));
  const milliseconds = performance.now() - start;
  const [record] = saved.records;
  if (record === undefined || saved.changed.length !== 1) throw new Error('nothing was saved');
  return { milliseconds, seen: rowMark(record, year) };
};

const db = await openDatabase(
  { databaseUrl: null, dataDir: join(folder, 'data') },
  { program: 'bench', shared: false },
);
try {
  await migrate(db);
  const acting = operator(db, '202151' as MunicipalityCode, new Date('2026-11-21T03:00:00Z'));
  await makeTown(db, acting);
  const times = { large: [] as number[], small: [] as number[] };
  const seen = { large: await seenOf(acting, 'large'), small: await seenOf(acting, 'small') };
  for (let round = 0; round < rounds; round += 1)
    for (const unitKey of ['large', 'small'] as const) {
      const saved = await saveOnce(acting, unitKey, String(200 + round), seen[unitKey]);
      seen[unitKey] = saved.seen;
      // The first tenth warms up.
      if (round >= rounds / 10) times[unitKey].push(saved.milliseconds);
    }
  const start = performance.now();
  await readSheet(acting, { fiscalYear: year, unitKey: 'large' });
  const read = performance.now() - start;
  const [large, small] = [median(times.large), median(times.small)];
  console.log(
    `one cell of a sheet of ${sizes.large} rows saved: ${large.toFixed(1)} ms; of a sheet of one row: ${small.toFixed(1)} ms; ratio ${(large / small).toFixed(2)} (${rounds} rounds, ${cpus().length} CPU, Node ${process.versions.node})`,
  );
  console.log(`the sheet of ${sizes.large} rows read: ${read.toFixed(0)} ms`);
} finally {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
}
