// Run as a program by kill.db.test.ts: opens the database in the folder given, says what it finds, then writes without
// end, one line on its output for each write that was acknowledged.
import { writeSync } from 'node:fs';
import { count, eq } from 'drizzle-orm';
import { verifyAudit } from '../../src/db/audit-verify.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { area, municipalityTable } from '../../src/db/schema/index.ts';
import { withTenant } from '../../src/db/tenant.ts';
import { townA } from '../factories/every-table.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);
const as = { municipality: townA, actor: 'writer', origin: 'test' };

const db = await openDatabase(
  { databaseUrl: null, dataDir: process.argv[2] ?? '' },
  { program: 'writer', shared: false },
);
await migrate(db);

const written = await withTenant(db, as, async (tx) => {
  await tx.q
    .insert(municipalityTable)
    .values({
      municipality: townA,
      name: '町',
      nameKana: 'まち',
      nameEn: 'Town',
      prefecture: '県',
      accentColour: '#123456',
    })
    .onConflictDoNothing();
  const [row] = await tx.q.select({ rows: count() }).from(area).where(eq(area.municipality, tx.municipality));
  return Number(row?.rows);
});
const findings = (await verifyAudit(db)).flatMap((chain) => chain.findings);
say(`found ${written} ${JSON.stringify(findings)}`);

for (let next = written; ; next += 1) {
  await withTenant(db, as, (tx) =>
    tx.q.insert(area).values({
      municipality: tx.municipality,
      areaKey: `key-${next}`,
      name: '文'.repeat(next % 500),
      layer: 'district',
      position: next,
    }),
  );
  say(`wrote ${next + 1}`);
}
