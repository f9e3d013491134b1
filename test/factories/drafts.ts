import type { Acting } from '../../src/app/acting.ts';
import { startDraft } from '../../src/app/plan/start-draft.ts';
import type { Refusal } from '../../src/app/refusal.ts';
import { type GivenTown, importTown } from '../../src/app/town/import-town.ts';
import { listLineage } from '../../src/db/read-plan.ts';
import { type LoadedRevision, loadRevision } from '../../src/db/read-revision.ts';
import type { RevisionReference } from '../../src/db/write-item.ts';
import type { MunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import type { Result } from '../../src/domain/kernel/result.ts';
import type { PlanItem } from '../../src/domain/plan/item.ts';
import type { LineageLink } from '../../src/domain/plan/lineage.ts';
import { type Office, ofUnit, openOffice, shiojiri, wholeTown } from './office.ts';
import { someContent, someIndicator, someItem, somePlan } from './town.ts';

/** Two strategies, the first with two measures; the unit こども未来課 owns the first measure. */
export const draftItems: readonly PlanItem[] = [
  someItem('a', 'strategy', null, { title: '子育て' }),
  someItem('a-1', 'measure', 'a', {
    title: '子どもが健やかに育っている',
    desiredState: '子どもと家族が応援されている。',
    currentState: '相談が増えている。',
    leadUnitKeys: ['kodomo'],
    span: 'long',
    voices: [{ body: '公園がほしい', origin: '集い', heardOn: '2023-05-01', consent: false }],
    indicatorKeys: ['happiness'],
  }),
  someItem('a-2', 'measure', 'a', {
    position: 1,
    title: '学びが続いている',
    leadUnitKeys: ['kodomo'],
    span: 'short',
  }),
  someItem('b', 'strategy', null, {
    position: 1,
    title: '暮らし',
    leadUnitKeys: ['doboku'],
    voices: [{ body: '道が暗い', origin: '', heardOn: null, consent: true }],
  }),
];

type Who = 'kikaku' | 'kodomo-tanto' | 'shicho' | 'kansa';

/** One plan: published since 2024, and a draft of its next revision. */
export interface Drafts {
  readonly office: Office;
  readonly planKey: string;
  readonly published: RevisionReference;
  readonly draft: RevisionReference;
  readonly as: (who: Who, town?: MunicipalityCode) => Acting;
  readonly load: (revision?: number) => Promise<LoadedRevision>;
  readonly item: (itemKey: string) => Promise<PlanItem>;
  readonly versionOf: (itemKey: string) => Promise<number>;
  readonly lineage: () => Promise<readonly LineageLink[]>;
  /** Everything the draft holds, to see that a refusal changed nothing. */
  readonly snapshot: () => Promise<string>;
}

/** An office with its people, in which each test begins a plan of its own. */
export interface Desk {
  readonly office: Office;
  readonly as: Drafts['as'];
  readonly newDraft: (items?: readonly PlanItem[]) => Promise<Drafts>;
}

const content = someContent(draftItems, {
  situation: [
    {
      entryKey: 'kodomo-gensho',
      kind: 'risk',
      scope: null,
      theme: '人口',
      text: '子どもが減っている',
      isNew: false,
      source: null,
    },
  ],
});

const grants = {
  kikaku: [wholeTown('planner')],
  'kodomo-tanto': [ofUnit('unit-staff', 'kodomo')],
  shicho: [wholeTown('executive')],
  kansa: [wholeTown('auditor')],
};

const everything = (['planner', 'executive', 'administrator'] as const).map((role) => ({
  role,
  unitKey: null,
}));

const nothing = { municipality: null, units: [], successions: [], areas: [], indicators: [], plans: [] };

const succeed = async <T>(done: Promise<Result<T, Refusal>>): Promise<T> => {
  const result = await done;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const draftsOf = (office: Office, as: Drafts['as'], planKey: string): Drafts => {
  const load = async (revision = 2): Promise<LoadedRevision> => {
    const loaded = await office.read((tx) => loadRevision(tx, planKey, revision));
    if (loaded === null) throw new Error(`there is no revision ${revision}`);
    return loaded;
  };
  const lineage = async () =>
    (await office.read((tx) => listLineage(tx, [planKey])))
      .filter((link) => link.revision === 2)
      .map(({ kind, from, to, reason }) => ({ kind, from, to, reason }));
  return {
    office,
    planKey,
    published: { planKey, revision: 1 },
    draft: { planKey, revision: 2 },
    as,
    load,
    item: async (itemKey) => {
      const found = (await load()).content.items.find((each) => each.itemKey === itemKey);
      if (found === undefined) throw new Error(`there is no item ${itemKey}`);
      return found;
    },
    versionOf: async (itemKey) => (await load()).records.get(itemKey)?.version ?? 0,
    lineage,
    snapshot: async () => {
      const { content: stored, records } = await load();
      return JSON.stringify([stored, [...records], await lineage()]);
    },
  };
};

export const openDesk = async (): Promise<Desk> => {
  const office = await openOffice();
  const ids = new Map<string, string>();
  for (const [login, list] of Object.entries(grants)) ids.set(login, await office.addUser(login, list));
  const operator: Acting = {
    db: office.db,
    as: { municipality: shiojiri, actor: 'cli', origin: 'cli' },
    actor: { userId: 'cli', displayName: 'cli', grants: everything },
    now: office.clock.now,
  };
  const load = (given: Partial<GivenTown>) =>
    succeed(importTown(operator, { ...nothing, ...given }, { dryRun: false, publish: true }));
  await load({
    areas: [{ areaKey: 'city', name: '塩尻市', layer: 'municipality', parentKey: null, position: 0 }],
    indicators: [
      {
        indicator: someIndicator({ unitKey: 'kodomo', breakdowns: [] }),
        referenceSeries: [],
        baseline: null,
        targets: [],
        values: [],
      },
    ],
  });
  const as: Drafts['as'] = (who, town = shiojiri) => {
    const userId = ids.get(who) ?? '';
    return {
      db: office.db,
      as: { municipality: town, actor: userId, origin: 'test', today: '2026-11-21' },
      actor: {
        userId,
        displayName: `職員 ${who}`,
        grants: grants[who].map(({ role, unitKey }) => ({ role, unitKey })),
      },
      now: office.clock.now,
    };
  };
  let plans = 0;
  return {
    office,
    as,
    newDraft: async (items = draftItems) => {
      plans += 1;
      const planKey = `plan-${plans}`;
      await load({ plans: [somePlan({ ...content, items }, { planKey, effectiveOn: '2024-04-01' })] });
      await succeed(startDraft(as('kikaku'), planKey, '令和8年度改定'));
      return draftsOf(office, as, planKey);
    },
  };
};
