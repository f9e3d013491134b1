// Importing 2,261 programmes with their years and measures against writing the same rows one by one; the office's list of
// 700 programmes and the town's total against the office's preview of a plan of 700 items. In process, the product's own
// engine; medians and p99 of turns A B A B.
import { cpus } from 'node:os';
import type { Acting } from '../src/app/acting.ts';
import { importProgrammes } from '../src/app/programme/import-programmes.ts';
import { importTown } from '../src/app/town/import-town.ts';
import { operator } from '../src/cli/operator.ts';
import { loadProgrammes, loadProgrammeYears } from '../src/db/read-programme.ts';
import { loadMeasures } from '../src/db/read-programme-measures.ts';
import {
  measure,
  measureYear,
  programme,
  programmeMeasure,
  programmeYear,
} from '../src/db/schema/programme.ts';
import { withTenant } from '../src/db/tenant.ts';
import { readProgrammes } from '../src/documents/programme/read-programmes.ts';
import { openOffice, shiojiri, wholeTown } from '../test/factories/office.ts';
import { someContent, someItem, somePlan } from '../test/factories/town.ts';
import { median } from './load.ts';

const year = 2024;
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);

/** As the five towns of the collection are on average: two measures each, one of them shared in its place. */
const fileOf = (count: number): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      programmes: Array.from({ length: count }, (_, n) => ({
        number: String(n + 1),
        name: `事業 ${n + 1}`,
        unitKey: n % 3 === 0 ? 'doboku' : 'kodomo',
        statedPlace: `施策 ${n % 40}`,
        means: '窓口で相談を受け、必要な支援につなぐ。',
        years: [{ fiscalYear: year, settled: { totalThousandYen: (n * 37) % 90_000 } }],
        measures: [
          {
            kind: 'output',
            name: `件数 ${n + 1}`,
            unit: '件',
            years: [{ fiscalYear: year, actual: String(n) }],
          },
          {
            kind: 'outcome',
            name: '満足度',
            unit: '％',
            years: [{ fiscalYear: year, actual: String(n % 40) }],
          },
        ],
      })),
    }),
  );

const given = (count: number) => {
  const read = readProgrammes('a.json', fileOf(count), { mapping: {}, fiscalYear: null });
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value.given;
};

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

const p99 = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.99) - 1] ?? 0;

const importing = async (): Promise<void> => {
  const count = 2261;
  const office = await openOffice();
  const acting: Acting = operator(office.db, shiojiri, office.clock.now);
  const load = async () => {
    const done = await importProgrammes(acting, { given: given(count), createUnits: false, dryRun: false });
    if (!done.ok) throw new Error(JSON.stringify(done.error[0]));
  };
  const first = await timed(load);
  const again = await timed(load);
  const rows = await withTenant(office.db, acting.as, async (tx) => ({
    programmes: await loadProgrammes(tx),
    years: await loadProgrammeYears(tx),
    measures: await loadMeasures(tx),
  }));
  await office.db.close();

  const other = await openOffice();
  const naive = await timed(() =>
    withTenant(other.db, operator(other.db, shiojiri, other.clock.now).as, async (tx) => {
      const { municipality } = tx;
      for (const { version: _, ...row } of rows.programmes)
        await tx.q.insert(programme).values({ municipality, ...row });
      for (const { programmeKey, fiscalYear, unitKey, settled, personnelIncluded, note } of rows.years)
        await tx.q.insert(programmeYear).values({
          municipality,
          programmeKey,
          fiscalYear,
          unitKey,
          settled: settled.totalThousandYen,
          personnelIncluded,
          note,
        });
      for (const { measureKey, kind, name, unit, direction, programmes, years } of rows.measures) {
        await tx.q.insert(measure).values({ municipality, measureKey, kind, name, unit, direction });
        for (const each of programmes)
          await tx.q.insert(programmeMeasure).values({ municipality, measureKey, ...each });
        for (const { version: _, ...each } of years)
          await tx.q.insert(measureYear).values({ municipality, ...each });
      }
    }),
  );
  await other.db.close();
  const perSecond = (milliseconds: number) => Math.round((count / milliseconds) * 1000);
  console.log(
    `import of ${count} programmes, read from the file: ${perSecond(first)} programmes/s; row by row ${perSecond(naive)} programmes/s: ratio ${(naive / first).toFixed(1)}; the same file again ${perSecond(again)} programmes/s`,
  );
};

const pages = async (): Promise<void> => {
  const office = await openOffice();
  const acting = operator(office.db, shiojiri, office.clock.now);
  const done = await importProgrammes(acting, { given: given(700), createUnits: false, dryRun: false });
  if (!done.ok) throw new Error(JSON.stringify(done.error[0]));
  const items = Array.from({ length: 70 }, (_, a) => [
    someItem(`a${a}`, 'strategy', null, { position: a }),
    ...Array.from({ length: 9 }, (__, b) => someItem(`a${a}-${b}`, 'measure', `a${a}`, { position: b })),
  ]).flat();
  const planned = await importTown(
    acting,
    {
      municipality: null,
      units: [],
      successions: [],
      areas: [],
      indicators: [],
      plans: [somePlan(someContent(items))],
    },
    { dryRun: false, publish: false },
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.error[0]));
  await office.addUser('kikaku', [wholeTown('planner')]);
  const kikaku = office.browser();
  await kikaku.login('kikaku');
  const addresses = {
    plan: '/plans/plan/revisions/1/preview',
    list: '/programmes',
    total: '/programmes/costs',
  };
  const times: Record<keyof typeof addresses, number[]> = { plan: [], list: [], total: [] };
  for (let round = -5; round < rounds; round++)
    for (const name of Object.keys(addresses) as (keyof typeof addresses)[]) {
      const took = await timed(async () => {
        const { status } = await kikaku.get(addresses[name]);
        if (status !== 200) throw new Error(`${addresses[name]} answered ${status}`);
      });
      if (round >= 0) times[name].push(took);
    }
  for (const name of ['list', 'total'] as const)
    console.log(
      `${name} of 700 programmes against the preview of a plan of 700 items: p99 ratio ${(p99(times[name]) / p99(times.plan)).toFixed(2)}, median ratio ${(median(times[name]) / median(times.plan)).toFixed(2)} (own median ${median(times[name]).toFixed(0)} ms, p99 ${p99(times[name]).toFixed(0)} ms)`,
    );
  await office.db.close();
};

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
// BENCH_PART=import or pages: only that.
const part = process.env.BENCH_PART;
if (part !== 'pages') await importing();
if (part !== 'import') await pages();
