import { beforeAll, beforeEach, expect, it } from 'vitest';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
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
import { loadIndicators } from '../../db/read-indicator.ts';
import { listLineage, listPlans, listRevisions } from '../../db/read-plan.ts';
import { loadRevision } from '../../db/read-revision.ts';
import { listAreas, listUnits } from '../../db/read-town.ts';
import { withPublic, withTenant } from '../../db/tenant.ts';
import { listMunicipalityCodes, type MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { GivenPlan } from '../plan/import-plans.ts';
import { importTown } from './import-town.ts';

const keep = { dryRun: false, publish: true } as const;

const tree = [someItem('a', 'strategy', null), someItem('a-1', 'measure', 'a')];

describeEachDatabase('団体の読み込み', (open) => {
  let db: Database;
  let here: MunicipalityCode;
  let there: MunicipalityCode;
  const planner = (code: MunicipalityCode) => actingWith(db, code, 'planner', 'executive', 'administrator');

  beforeAll(async () => {
    db = await open();
  });
  // A town of its own for each test: what one has left behind is nothing to the next.
  const unused = listMunicipalityCodes().map(({ code }) => code);
  beforeEach(() => {
    [here, there] = unused.splice(0, 2) as [MunicipalityCode, MunicipalityCode];
  });

  it('組織・エリア・指標・計画を、読んだとおりに返す', async () => {
    const content = someContent([
      someItem('a', 'strategy', null, {
        leadUnitKeys: [`ka-${here}`],
        sdgGoals: [4, 11],
        areaKeys: ['city'],
      }),
      someItem('a-1', 'measure', 'a', {
        position: 1,
        span: 'long',
        investmentKinds: ['funds', 'time'],
        lifeStages: ['子ども', '「引用」, \\ と "'],
        partners: [{ kind: 'npo', name: '団体', role: '担い手' }],
        voices: [
          { body: '公園がほしい', origin: 'ワークショップ', heardOn: '2023-01-02', consent: true },
          { body: '内緒の話', origin: '面談', heardOn: null, consent: false },
        ],
        indicatorKeys: ['happiness'],
      }),
    ]);
    const area = {
      areaKey: 'city',
      name: '塩尻市',
      layer: 'municipality',
      parentKey: null,
      position: 1,
    } as const;
    const given = someTown(here, {
      areas: [area],
      indicators: [
        {
          indicator: someIndicator(),
          referenceSeries: [],
          baseline: { fiscalYear: 2022, value: '6.77', behaviour: null, note: '', source: null },
          targets: [
            {
              fiscalYear: 2032,
              value: null,
              text: null,
              comparison: 'at-least',
              setOn: null,
              reason: '',
              source: null,
            },
          ],
          values: [someValue(), someValue({ breakdown: 'age:20s', value: '6.44' })],
        },
      ],
      plans: [somePlan(content, { effectiveOn: '2024-04-01' })],
    });
    expect(await importTown(planner(here), given, keep)).toEqual({ ok: true, value: [] });

    await withTenant(db, planner(here).as, async (tx) => {
      expect(await listUnits(tx)).toEqual(given.units);
      expect(await listAreas(tx)).toEqual([area]);
      expect((await loadRevision(tx, 'plan', 1))?.content).toEqual(content);
      const [loaded] = await loadIndicators(tx);
      expect(loaded?.indicator).toEqual(someIndicator());
      expect(loaded?.baseline?.value).toBe('6.77');
      expect(loaded?.targets[0]?.value).toBeNull();
      expect(loaded?.values.map((each) => [each.breakdown, each.value])).toEqual([
        ['', '6.77'],
        ['age:20s', '6.44'],
      ]);
      // 記事番号: one for the indicator, one for the plan, one for each item; none twice.
      const numbers = [...((await loadRevision(tx, 'plan', 1))?.records.values() ?? [])].map(
        (r) => r.articleNumber,
      );
      const all = [
        loaded?.articleNumber,
        ...(await listPlans(tx)).map((plan) => plan.articleNumber),
        ...numbers,
      ];
      expect(all).toEqual([1, 2, 3, 4]);
    });

    await withPublic(db, { municipality: here }, async (tx) => {
      const seen = await loadRevision(tx, 'plan', 1);
      expect(seen?.content.items[1]?.voices.map((voice) => voice.body)).toEqual(['公園がほしい']);
      expect(seen?.content.items[1]?.lifeStages).toEqual(['子ども', '「引用」, \\ と "']);
    });
  });

  it('施行日のない版は下書きになり、公開の役割からは見えない', async () => {
    await importTown(planner(here), someTown(here, { plans: [somePlan(someContent(tree))] }), keep);
    await withTenant(db, planner(here).as, async (tx) => {
      expect((await listRevisions(tx)).map(({ state }) => state)).toEqual(['draft']);
    });
    await withPublic(db, { municipality: here }, async (tx) => {
      expect(await listPlans(tx)).toEqual([]);
      expect(await loadRevision(tx, 'plan', 1)).toBeNull();
    });
  });

  it('公開しない読み込みでは、指標も団体も公開されない', async () => {
    const given = someTown(here, {
      indicators: [
        {
          indicator: someIndicator(),
          referenceSeries: [],
          baseline: null,
          targets: [],
          values: [someValue()],
        },
      ],
    });
    await importTown(planner(here), given, { dryRun: false, publish: false });
    await withPublic(db, { municipality: here }, async (tx) => expect(await loadIndicators(tx)).toEqual([]));
    await withTenant(db, planner(here).as, async (tx) => {
      const [loaded] = await loadIndicators(tx);
      expect([loaded?.publishedAt, loaded?.values[0]?.stage]).toEqual([null, 'draft']);
    });
  });

  it('次の版を足すと、続く項目は記事番号を保ち、系譜が残る', async () => {
    await importTown(
      planner(here),
      someTown(here, { plans: [somePlan(someContent(tree), { effectiveOn: '2024-04-01' })] }),
      keep,
    );
    const next: GivenPlan = {
      plan: somePlan(someContent([])).plan,
      revisions: [
        {
          label: '第2版',
          reason: '見直し',
          effectiveOn: '2025-04-01',
          content: someContent([someItem('a', 'strategy', null), someItem('a-2', 'measure', 'a')]),
          lineage: [
            {
              kind: 'rename',
              from: { planKey: 'plan', itemKey: 'a-1' },
              to: { planKey: 'plan', itemKey: 'a-2' },
              reason: '名称変更',
            },
          ],
        },
      ],
    };
    const added = { ...someTown(here), municipality: null, plans: [next] };
    expect(await importTown(planner(here), added, keep)).toEqual({ ok: true, value: [] });
    await withTenant(db, planner(here).as, async (tx) => {
      const [first, second] = [await loadRevision(tx, 'plan', 1), await loadRevision(tx, 'plan', 2)];
      expect(second?.records.get('a')?.articleNumber).toBe(first?.records.get('a')?.articleNumber);
      expect(second?.records.get('a-2')?.articleNumber).not.toBe(first?.records.get('a-1')?.articleNumber);
      expect((await listLineage(tx, ['plan'])).map(({ kind, revision }) => [kind, revision])).toEqual([
        ['rename', 2],
      ]);
      expect((await listRevisions(tx, 'plan')).map(({ basedOnRevision }) => basedOnRevision)).toEqual([
        1,
        null,
      ]);
    });
  });

  it('問い合わせの数は、項目や指標の数によらない', async () => {
    const countReading = async (code: MunicipalityCode): Promise<number> => {
      const counted = countingDatabase(db);
      await withTenant(counted.db, planner(code).as, async (tx) => {
        await loadRevision(tx, 'plan', 1);
        await loadIndicators(tx);
        await listLineage(tx, ['plan']);
        await listRevisions(tx);
      });
      return counted.asked();
    };
    const many = Array.from({ length: 1500 }, (_, n) =>
      someItem(`m-${n}`, 'measure', 'a', { indicatorKeys: ['happiness'] }),
    );
    const indicators = [
      { indicator: someIndicator(), referenceSeries: [], baseline: null, targets: [], values: [someValue()] },
    ];
    const plans = [somePlan(someContent([...tree, ...many]))];
    expect((await importTown(planner(here), someTown(here, { indicators, plans }), keep)).ok).toBe(true);
    await importTown(planner(there), someTown(there, { plans: [somePlan(someContent(tree))] }), keep);
    await withTenant(db, planner(here).as, async (tx) =>
      expect((await loadRevision(tx, 'plan', 1))?.content.items).toHaveLength(1502),
    );
    expect([await countReading(here), await countReading(there)]).toEqual([9, 9]);
  });

  it('団体の決まりからの注意は、読み込みを止めない', async () => {
    const content = someContent([
      someItem('a', 'strategy', null),
      someItem('a-1', 'measure', 'a', { title: '子育て環境の整備' }),
    ]);
    const result = await importTown(planner(here), someTown(here, { plans: [somePlan(content)] }), keep);
    expect(result.ok && result.value.map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['title-names-means', 'plans/plan/第1版/items/a-1/title'],
    ]);
  });
});
