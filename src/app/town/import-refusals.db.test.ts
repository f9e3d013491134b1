import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEachDatabase } from '../../../test/factories/database.ts';
import {
  actingWith,
  someContent,
  someIndicator,
  someItem,
  somePlan,
  someTown,
  someValue,
} from '../../../test/factories/town.ts';
import type { Database } from '../../db/connection.ts';
import { withMaintenance } from '../../db/maintenance.ts';
import { listMunicipalityCodes, type MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import { type GivenTown, importTown } from './import-town.ts';

const keep = { dryRun: false, publish: true } as const;

const tree = [someItem('a', 'strategy', null), someItem('a-1', 'measure', 'a')];

/** Every row of every table of the data, counted; the trail counts too, since every change leaves one. */
const rows = (db: Database): Promise<readonly (readonly unknown[])[]> =>
  withMaintenance(db, { readOnly: true }, (tx) =>
    tx.query(
      `SELECT (SELECT count(*) FROM municipality), (SELECT count(*) FROM organisation_unit), (SELECT count(*) FROM area),
        (SELECT count(*) FROM plan), (SELECT count(*) FROM plan_revision), (SELECT count(*) FROM plan_item),
        (SELECT count(*) FROM indicator), (SELECT count(*) FROM indicator_value), (SELECT count(*) FROM audit_event),
        (SELECT coalesce(sum(article_counter), 0) FROM municipality)`,
    ),
  );

describeEachDatabase('断られた読み込みは何も変えない', (open) => {
  let db: Database;
  let here: MunicipalityCode;
  let there: MunicipalityCode;
  const planner = (code: MunicipalityCode) => actingWith(db, code, 'planner', 'executive', 'administrator');
  const codesOf = async (code: MunicipalityCode, given: GivenTown) => {
    const result = await importTown(planner(code), given, keep);
    if (result.ok) throw new Error('should be refused');
    return result.error.map((problem) => [problem.code, problem.path.join('/')]);
  };

  beforeAll(async () => {
    db = await open();
  });
  // A town of its own for each test: what one has left behind is nothing to the next.
  const unused = listMunicipalityCodes().map(({ code }) => code);
  beforeEach(() => {
    [here, there] = unused.splice(0, 2) as [MunicipalityCode, MunicipalityCode];
  });

  const withPlan = (content: ReturnType<typeof someContent>) =>
    someTown(there, { plans: [somePlan(content, { effectiveOn: '2024-04-01' })] });
  const at = (rest: string) => `plans/plan/第1版/${rest}`;

  it.each<[string, () => GivenTown, readonly (readonly [string, string])[]]>([
    [
      '輪になった項目',
      () => withPlan(someContent([someItem('x', 'strategy', 'y'), someItem('y', 'measure', 'x')])),
      [
        ['item-cycle', at('items/x/parentKey')],
        ['item-level-under-parent', at('items/x/parentKey')],
      ],
    ],
    [
      '親のない項目',
      () => withPlan(someContent([...tree, someItem('b-1', 'measure', 'nowhere')])),
      [['item-parent-unknown', at('items/b-1/parentKey')]],
    ],
    [
      'ほかの団体の組織',
      () => withPlan(someContent([someItem('a', 'strategy', null, { leadUnitKeys: [`ka-${here}`] })])),
      [['unit-unknown', at('items/a/leadUnitKeys/0')]],
    ],
    [
      'ほかの団体の指標',
      () => withPlan(someContent([someItem('a', 'strategy', null, { indicatorKeys: ['happiness'] })])),
      [['indicator-unknown', at('items/a/indicatorKeys/0')]],
    ],
    [
      'ありえない年度',
      () => withPlan(someContent(tree, { startFiscalYear: 1600, endFiscalYear: 1500 })),
      [
        ['fiscal-year-impossible', at('header/startFiscalYear')],
        ['fiscal-year-impossible', at('header/endFiscalYear')],
      ],
    ],
    [
      '逆さの期間',
      () => withPlan(someContent(tree, { startFiscalYear: 2030, endFiscalYear: 2024 })),
      [['period-reversed', at('header/endFiscalYear')]],
    ],
    [
      'コードの一覧と違う名称',
      () => {
        const town = someTown(there);
        return { ...town, municipality: town.municipality && { ...town.municipality, name: '真庭町' } };
      },
      [['municipality-differs-from-list', 'municipality/name']],
    ],
    [
      'ほかの団体のファイル',
      () => {
        const town = someTown(there);
        return { ...town, municipality: town.municipality && { ...town.municipality, code: here } };
      },
      [['municipality-other', 'municipality/code']],
    ],
    [
      'まだない団体への追加',
      () => ({ ...someTown(there), municipality: null }),
      [['municipality-not-found', 'municipality']],
    ],
    [
      '輪になった組織',
      () => {
        const [bu, ka] = someTown(there).units;
        if (bu === undefined || ka === undefined) throw new Error('two units');
        return someTown(there, { units: [{ ...bu, parentKey: ka.unitKey }, ka] });
      },
      [
        ['unit-cycle', 'units/bu/parentKey'],
        ['unit-cycle', 'units/ka/parentKey'],
      ],
    ],
    [
      '定義のない内訳',
      () =>
        someTown(there, {
          indicators: [
            {
              indicator: someIndicator(),
              referenceSeries: [],
              baseline: null,
              targets: [],
              values: [someValue({ breakdown: 'age:90s' })],
            },
          ],
        }),
      [['breakdown-unknown', 'indicators/happiness/values/2022']],
    ],
    [
      '定義のない系列と、二度書かれた値',
      () =>
        someTown(there, {
          indicators: [
            {
              indicator: someIndicator(),
              referenceSeries: [],
              baseline: null,
              targets: [],
              values: [someValue(), someValue(), someValue({ series: 'projection' })],
            },
          ],
        }),
      [
        ['series-unknown', 'indicators/happiness/values/2022'],
        ['value-twice', 'indicators/happiness/values/2022'],
      ],
    ],
    [
      '互いを上位とする計画',
      () => {
        const [one, two] = ['one', 'two'].map((planKey) => somePlan(someContent(tree), { planKey }));
        if (one === undefined || two === undefined) throw new Error('two plans');
        return someTown(there, {
          plans: [
            { ...one, plan: { ...one.plan, parentPlanKey: 'two' } },
            { ...two, plan: { ...two.plan, parentPlanKey: 'one' } },
          ],
        });
      },
      [['plan-cycle', 'plans/one']],
    ],
    [
      'ほかの団体の計画を上位とする計画',
      () => {
        const plan = somePlan(someContent(tree), { planKey: 'child' });
        return someTown(there, { plans: [{ ...plan, plan: { ...plan.plan, parentPlanKey: 'plan' } }] });
      },
      [['plan-unknown', 'plans/child/parentPlanKey']],
    ],
    [
      '公開する版に理由がない',
      () => {
        const plan = somePlan(someContent(tree), { effectiveOn: '2024-04-01' });
        return someTown(there, {
          plans: [{ ...plan, revisions: plan.revisions.map((each) => ({ ...each, reason: ' ' })) }],
        });
      },
      [['revision-reason-missing', 'plans/plan/第1版/reason']],
    ],
    [
      'いない項目からの系譜',
      () => {
        const plan = somePlan(someContent(tree));
        const from = { planKey: 'plan', itemKey: 'gone' };
        const to = { planKey: 'plan', itemKey: 'a' };
        return someTown(there, {
          plans: [
            {
              ...plan,
              revisions: plan.revisions.map((each) => ({
                ...each,
                lineage: [{ kind: 'rename' as const, from, to, reason: '理由' }],
              })),
            },
          ],
        });
      },
      [['lineage-item-unknown', 'plans/plan/第1版/lineage/0/from']],
    ],
  ])('%s', async (_, given, expected) => {
    // Another town has what is missing here: it must not help.
    const other = someTown(here, {
      indicators: [
        { indicator: someIndicator(), referenceSeries: [], baseline: null, targets: [], values: [] },
      ],
      plans: [somePlan(someContent(tree))],
    });
    expect((await importTown(planner(here), other, keep)).ok).toBe(true);
    const before = await rows(db);
    expect(
      (await codesOf(there, given())).map(([code, path]) => [code, path?.replace(`-${there}`, '')]),
    ).toEqual(expected);
    expect(await rows(db)).toEqual(before);
  });

  it('同じ団体・計画・版の二度目', async () => {
    const given = someTown(here, {
      plans: [somePlan(someContent(tree), { effectiveOn: '2024-04-01' })],
    });
    expect((await importTown(planner(here), given, keep)).ok).toBe(true);
    const before = await rows(db);
    expect(await codesOf(here, given)).toEqual([['municipality-exists', 'municipality/code']]);
    expect(await codesOf(here, { ...given, municipality: null })).toEqual([
      ['label-taken', 'plans/plan/第1版'],
    ]);
    expect(await rows(db)).toEqual(before);
  });

  it('権限のない人', async () => {
    const before = await rows(db);
    const result = await importTown(actingWith(db, here, 'finance'), someTown(here), keep);
    expect(!result.ok && result.error[0].code).toBe('not-allowed');
    expect(await rows(db)).toEqual(before);
  });

  it('確かめるだけ（dryRun）でも', async () => {
    const before = await rows(db);
    const given = someTown(here, {
      plans: [somePlan(someContent(tree), { effectiveOn: '2024-04-01' })],
    });
    expect(await importTown(planner(here), given, { dryRun: true, publish: true })).toEqual({
      ok: true,
      value: [],
    });
    expect(await rows(db)).toEqual(before);
  });
});
