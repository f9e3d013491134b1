import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import { actingWith, someContent, someItem, somePlan, someTown } from '../../../test/factories/town.ts';
import type { Database } from '../../db/connection.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { type ActingAs, withPublic, withTenant } from '../../db/tenant.ts';
import type { Role } from '../../domain/access/role.ts';
import { listMunicipalityCodes, type MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import type { Acting } from '../acting.ts';
import { importTown } from '../town/import-town.ts';
import { approveRevision } from './approve-revision.ts';
import { publishRevision } from './publish-revision.ts';

const at = { planKey: 'plan', revision: 1 } as const;
const good = someContent([
  someItem('a', 'strategy', null),
  someItem('a-1', 'measure', 'a', { title: '道路の整備' }),
]);
const publication = { reason: '初めての公開', effectiveOn: '2026-12-01' } as const;

describeEachDatabase('承認と公開', (open) => {
  let db: Database;
  let town: MunicipalityCode;
  const unused = listMunicipalityCodes().map(({ code }) => code);
  const by = (...roles: readonly Role[]): Acting => actingWith(db, town, ...roles);
  const state = (as?: Partial<ActingAs>) =>
    withTenant(db, { ...by().as, ...as }, async (tx) => {
      const [row] = await listRevisions(tx, 'plan');
      return [row?.state, row?.effectiveOn, row?.version];
    });
  const code = (result: Awaited<ReturnType<typeof approveRevision | typeof publishRevision>>) =>
    result.ok ? 'done' : result.error[0].code;

  const draft = async (content: PlanContent): Promise<void> => {
    const given = someTown(town, { plans: [somePlan(content)] });
    const done = await importTown(by('planner', 'executive', 'administrator'), given, {
      dryRun: false,
      publish: true,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };

  beforeAll(async () => {
    db = await open();
  });
  beforeEach(() => {
    town = unused.shift() as MunicipalityCode;
  });

  it('承認し、公開すると、施行日から公開の役割に見える', async () => {
    await draft(good);
    const approved = await approveRevision(by('executive'), at, 1);
    // 手段を表す名称は注意であり、承認を止めない。
    expect(approved.ok && approved.value.warnings.map((problem) => problem.code)).toEqual([
      'title-names-means',
    ]);
    expect(await state()).toEqual(['approved', null, 2]);
    expect(code(await publishRevision(by('planner'), at, publication, 2))).toBe('done');
    expect(await state()).toEqual(['published', '2026-12-01', 3]);
    const seen = (today: string) =>
      withPublic(db, { municipality: town, today }, async (tx) => (await listRevisions(tx)).length);
    expect([await seen('2026-11-30'), await seen('2026-12-01')]).toEqual([0, 1]);
  });

  it.each<[string, (acting: typeof by) => Promise<string>, string]>([
    [
      '企画担当は承認できない',
      async (who) => code(await approveRevision(who('planner'), at, 1)),
      'not-allowed',
    ],
    [
      '課の担当は公開できない',
      async (who) => code(await publishRevision(who('unit-staff'), at, publication, 1)),
      'not-allowed',
    ],
    [
      '承認していないものは公開できない',
      async (who) => code(await publishRevision(who('planner'), at, publication, 1)),
      'revision-not-approved',
    ],
    [
      '見ていない変更があれば承認しない',
      async (who) => code(await approveRevision(who('executive'), at, 7)),
      'changed-meanwhile',
    ],
    [
      'ない版',
      async (who) => code(await approveRevision(who('executive'), { planKey: 'plan', revision: 9 }, 1)),
      'revision-not-found',
    ],
    [
      'ない計画',
      async (who) =>
        code(await publishRevision(who('planner'), { planKey: 'none', revision: 1 }, publication, 1)),
      'plan-not-found',
    ],
  ])('%s。何も変わらない', async (_, command, expected) => {
    await draft(good);
    expect(await command(by)).toBe(expected);
    expect(await state()).toEqual(['draft', null, 1]);
  });

  it.each([
    ['理由が空', { ...publication, reason: '  ' }, 'revision-reason-missing'],
    ['ない日', { ...publication, effectiveOn: '2027-02-30' }, 'date-impossible'],
    ['遠すぎる日', { ...publication, effectiveOn: '2088-04-01' }, 'revision-effective-too-far'],
  ])('公開: %s。何も変わらない', async (_, wrong, expected) => {
    await draft(good);
    await approveRevision(by('executive'), at, 1);
    expect(code(await publishRevision(by('planner'), at, wrong, 2))).toBe(expected);
    expect(await state()).toEqual(['approved', null, 2]);
  });

  it('公開した版は、もう承認も公開もできない', async () => {
    await draft(good);
    await approveRevision(by('executive'), at, 1);
    await publishRevision(by('planner'), at, publication, 2);
    expect(code(await approveRevision(by('executive'), at, 3))).toBe('revision-not-draft');
    expect(code(await publishRevision(by('planner'), at, publication, 3))).toBe('revision-not-approved');
    expect(await state()).toEqual(['published', '2026-12-01', 3]);
  });

  it('下書きに誤りがあれば、場所を挙げて承認しない', async () => {
    await draft(good);
    // 承認の前に、系譜に先のない行が加わった。
    await withTenant(db, by().as, (tx) =>
      tx.q.execute(
        `INSERT INTO lineage (municipality, plan_key, revision, seq, kind, reason) VALUES ('${town}', 'plan', 1, 1, 'rename', '')`,
      ),
    );
    const refused = await approveRevision(by('executive'), at, 1);
    expect(!refused.ok && refused.error.map((problem) => [problem.code, problem.path.join('/')])).toEqual([
      ['lineage-end-missing', 'lineage/0/from'],
      ['lineage-end-missing', 'lineage/0/to'],
      ['lineage-reason-missing', 'lineage/0/reason'],
    ]);
    expect(await state()).toEqual(['draft', null, 1]);
  });
});
