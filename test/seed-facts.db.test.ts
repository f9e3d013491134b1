import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../src/cli/load-demo.ts';
import type { Database } from '../src/db/connection.ts';
import { withPublic } from '../src/db/tenant.ts';
import { parseMunicipalityCode } from '../src/domain/kernel/municipality-code.ts';
import { createApp } from '../src/web/app.tsx';
import { describeEachDatabase } from './factories/database.ts';
import { testDeps } from './factories/web.ts';
import { type SeedFact, seedFacts } from './seed-facts.data.ts';
import { differingFacts, factsOnPage, pageOfFact, readFacts } from './seed-facts.ts';

const towns = ['202151', '153079', '093866', '332143'] as const;
const today = '2026-11-21';
const ofTown = (town: string): readonly SeedFact[] => seedFacts.filter((fact) => fact.town === town);

describe('資料から手で写した事実', () => {
  it('150件以上あり、四つの市町のどれにもある', () => {
    expect(seedFacts.length).toBeGreaterThanOrEqual(150);
    for (const town of towns) expect(ofTown(town).length).toBeGreaterThan(20);
  });

  it('違う値・ない場所は見つけられる', () => {
    const [fact] = ofTown('202151');
    if (fact === undefined) throw new Error('no facts');
    expect(differingFacts([fact], new Map())).toHaveLength(1);
    expect(differingFacts([fact], new Map([[fact.at, '0']]))).toHaveLength(1);
    expect(factsOnPage([fact], '<html><head>2.8</head><td>12.8</td><td>2.85</td></html>')).toHaveLength(1);
    expect(factsOnPage([fact], '<td>2.8</td>')).toEqual([]);
  });
});

describeEachDatabase('見本の市町は資料のとおり', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await loadDemo(db, new Date('2026-11-21T03:00:00Z'));
  });

  it.each(towns)('%s: 公開の役割で読んだ値', async (town) => {
    const code = parseMunicipalityCode(town);
    if (!code.ok) throw new Error(town);
    const found = await withPublic(db, { municipality: code.value, today }, (tx) => readFacts(tx, today));
    expect(differingFacts(ofTown(town), found)).toEqual([]);
  });

  it.each(towns)('%s: 公開ページに見える', async (town) => {
    const app = createApp(testDeps(db));
    const pages = Map.groupBy(ofTown(town), pageOfFact);
    const missing: string[] = [];
    for (const [page, facts] of pages) {
      const response = await app.request(`/m/${town}${page}`);
      expect([page, response.status]).toEqual([page, 200]);
      missing.push(...factsOnPage(facts, await response.text()));
    }
    expect(missing).toEqual([]);
  });
});
