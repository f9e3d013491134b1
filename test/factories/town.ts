import type { Acting } from '../../src/app/acting.ts';
import type { GivenPlan } from '../../src/app/plan/import-plans.ts';
import type { GivenTown } from '../../src/app/town/import-town.ts';
import type { Database } from '../../src/db/connection.ts';
import type { Actor, Role } from '../../src/domain/access/role.ts';
import {
  type Indicator,
  type IndicatorValue,
  plainIndicator,
  plainValue,
} from '../../src/domain/indicator/indicator.ts';
import { type MunicipalityCode, municipalityOfCode } from '../../src/domain/kernel/municipality-code.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { blankItem } from '../../src/domain/plan/blank-item.ts';
import type { PlanItem } from '../../src/domain/plan/item.ts';
import type { LevelDefinition } from '../../src/domain/plan/level.ts';
import type { PlanContent } from '../../src/domain/plan/plan.ts';

export const someLevels: readonly LevelDefinition[] = [
  {
    levelKey: 'strategy',
    name: '戦略',
    parents: ['root'],
    numbering: 'upper-alpha',
    numberingScope: 'parent',
    titleStyle: 'free',
  },
  {
    levelKey: 'measure',
    name: '施策',
    parents: ['strategy'],
    numbering: 'decimal-nested',
    numberingScope: 'parent',
    titleStyle: 'state',
  },
];

export const someItem = (
  itemKey: string,
  levelKey: string,
  parentKey: string | null,
  change: Partial<PlanItem> = {},
): PlanItem => ({ ...blankItem(itemKey, levelKey, `項目${itemKey}`), parentKey, ...change });

export const someContent = (
  items: readonly PlanItem[],
  header: Partial<PlanContent['header']> = {},
): PlanContent => ({
  header: {
    title: '試しの計画',
    subtitle: '',
    kindLabel: '総合計画',
    startFiscalYear: 2024,
    endFiscalYear: 2032,
    updateMode: 'fixed',
    summary: '',
    reviewCalendar: [],
    identity: [],
    situation: [],
    source: null,
    ...header,
  },
  levels: someLevels,
  items,
});

/** A plan of one revision, a draft unless `effectiveOn` is given. */
export const somePlan = (
  content: PlanContent,
  change: { readonly planKey?: string; readonly effectiveOn?: string | null } = {},
): GivenPlan => {
  const planKey = change.planKey ?? 'plan';
  const effectiveOn = change.effectiveOn ?? null;
  return {
    plan: {
      planKey,
      slug: planKey,
      kind: 'comprehensive',
      parentPlanKey: null,
      predecessorPlanKey: null,
      position: 1,
    },
    revisions: [{ label: '第1版', reason: '初めての版', effectiveOn, content, lineage: [] }],
  };
};

/** A town with one division and its unit; name and prefecture as the list of codes has them. */
export const someTown = (code: MunicipalityCode, change: Partial<GivenTown> = {}): GivenTown => {
  const registered = municipalityOfCode(code);
  if (registered === null) throw new Error(`${code} is not in the list`);
  return {
    municipality: {
      code,
      name: registered.name,
      nameKana: 'まち',
      nameEn: 'Town',
      prefecture: registered.prefecture,
      accentColour: '#264af4',
      settings: defaultSettings,
    },
    units: [
      {
        unitKey: `bu-${code}`,
        name: '企画部',
        kind: '部',
        parentKey: null,
        validFrom: '2020-04-01',
        validTo: null,
        position: 1,
      },
      {
        unitKey: `ka-${code}`,
        name: '企画課',
        kind: '課',
        parentKey: `bu-${code}`,
        validFrom: '2020-04-01',
        validTo: null,
        position: 2,
      },
    ],
    successions: [],
    areas: [],
    indicators: [],
    plans: [],
    ...change,
  };
};

export const actorWith = (...roles: readonly Role[]): Actor => ({
  userId: '00000000-0000-4000-8000-000000000001',
  displayName: '試験',
  grants: roles.map((role) => ({ role, unitKey: null })),
});

/** Somebody with these roles for the whole town, at noon in Japan on 2026-11-21. */
export const actingWith = (
  db: Database,
  municipality: MunicipalityCode,
  ...roles: readonly Role[]
): Acting => ({
  db,
  as: { municipality, actor: 'test', origin: 'test' },
  actor: actorWith(...roles),
  now: new Date('2026-11-21T03:00:00Z'),
});

export const someIndicator = (change: Partial<Indicator> = {}): Indicator => ({
  indicatorKey: 'happiness',
  name: '幸福度',
  unit: '点',
  direction: 'keep-at-or-above',
  kind: 'outcome',
  subjective: true,
  timeBehaviour: 'point',
  definition: '',
  formulaText: '',
  source: null,
  frequency: '',
  decimals: 2,
  unitKey: null,
  ...plainIndicator,
  breakdowns: [{ key: 'age', name: '年代', categories: [{ key: '20s', name: '20歳代' }] }],
  position: 1,
  ...change,
});

/** 2022 as a whole unless changed. */
export const someValue = (change: Partial<IndicatorValue> = {}): IndicatorValue => ({
  series: 'actual',
  fiscalYear: 2022,
  asOf: null,
  breakdown: '',
  value: '6.77',
  text: null,
  ...plainValue,
  status: 'final',
  source: null,
  note: '',
  ...change,
});
