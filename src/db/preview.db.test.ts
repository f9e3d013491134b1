import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from '../../test/factories/database.ts';
import { actingWith, someContent, someItem, somePlan, someTown } from '../../test/factories/town.ts';
import type { Acting } from '../app/acting.ts';
import { startDraft } from '../app/plan/start-draft.ts';
import { importTown } from '../app/town/import-town.ts';
import type { MunicipalityCode } from '../domain/kernel/municipality-code.ts';
import type { Database } from './connection.ts';
import { lockRevision } from './lock-revision.ts';
import { previewAsPublic } from './preview.ts';
import { listPlans, listRevisions } from './read-plan.ts';
import { withTenant } from './tenant.ts';

const town = '202151' as MunicipalityCode;

describeEachDatabase('下書きの見え方', (open) => {
  let db: Database;
  let acting: Acting;
  let planKey = '';
  beforeAll(async () => {
    db = await open();
    acting = actingWith(db, town, 'planner', 'administrator', 'executive');
    const content = someContent([someItem('a', 'strategy', null, { title: '子育て' })]);
    const plans = [somePlan(content, { effectiveOn: '2024-04-01' })];
    const made = await importTown(acting, someTown(town, { plans }), { dryRun: false, publish: true });
    expect(made.ok).toBe(true);
    planKey = (await withTenant(db, acting.as, listPlans))[0]?.planKey ?? '';
    expect((await startDraft(acting, planKey, '次の改定')).ok).toBe(true);
  });

  it('項目を保存している人と、互いに待ち合わない', async () => {
    const at = { planKey, revision: 2 };
    let begun = (): void => undefined;
    const saving = new Promise<void>((resolve) => {
      begun = resolve;
    });
    // As save-item.ts does: the revision is held, then something is written.
    const save = withTenant(db, acting.as, async (tx) => {
      await lockRevision(tx, planKey, 2, 'share');
      begun();
      await wait(400);
      await tx.q.execute(
        sql`UPDATE plan_item SET issue = '新しい課題' WHERE municipality = ${town} AND plan_key = ${planKey} AND revision = 2`,
      );
    });
    await saving;
    const preview = previewAsPublic(db, acting.as, at, '2026-11-21', (tx) => listRevisions(tx, planKey));
    await expect(save).resolves.toBeUndefined();
    expect((await preview).map(({ revision, state }) => [revision, state])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
  });
});
