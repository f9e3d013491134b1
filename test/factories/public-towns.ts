import { type GivenTown, importTown } from '../../src/app/town/import-town.ts';
import { operator } from '../../src/cli/operator.ts';
import type { Database } from '../../src/db/connection.ts';
import { plainIndicator, plainValue } from '../../src/domain/indicator/indicator.ts';
import { parseMunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import type { PlanItem } from '../../src/domain/plan/item.ts';
import type { PlanContent } from '../../src/domain/plan/plan.ts';
import { plainScheme } from './plain-scheme.ts';

/** Stands in every text of `openTowns` that no citizen may read. */
export const secretMark = '非公開の印';
/** Stands in every public text of the second town, and in none of the first. */
export const otherTownMark = '隣町の印';

const item = (
  itemKey: string,
  parentKey: string | null,
  position: number,
  rest: Partial<PlanItem>,
): PlanItem => ({
  itemKey,
  levelKey: parentKey === null ? 'strategy' : 'field',
  parentKey,
  position,
  code: null,
  title: itemKey,
  desiredState: '',
  currentState: '',
  issue: '',
  approach: '',
  span: null,
  investmentKinds: [],
  lifeStages: [],
  areaKeys: [],
  sdgGoals: [],
  leadUnitKeys: [],
  supportUnitKeys: [],
  partners: [],
  voices: [],
  alsoUnder: [],
  crossCutting: false,
  reasonKeys: [],
  indicatorKeys: [],
  source: null,
  ...rest,
});

const content = (title: string, items: readonly PlanItem[]): PlanContent => ({
  header: {
    title,
    subtitle: '',
    kindLabel: '総合計画',
    startFiscalYear: 2024,
    endFiscalYear: 2032,
    updateMode: 'fixed',
    summary: '',
    reviewCalendar: [
      { group: 'evaluation', label: '行政評価', periods: [], marks: [{ fiscalYear: 2024, mark: 'yearly' }] },
    ],
    identity: [
      {
        entryKey: 'vision',
        kind: 'vision',
        label: '都市像',
        text: '多彩な暮らし、叶えるまち。',
        explanation: '',
        source: null,
      },
    ],
    situation: [],
    source: { document: '長期戦略', date: '2023-12' },
  },
  levels: [
    {
      levelKey: 'strategy',
      name: '基本戦略',
      parents: ['root'],
      numbering: 'upper-alpha',
      numberingScope: 'global',
      titleStyle: 'free',
    },
    {
      levelKey: 'field',
      name: '戦略分野',
      parents: ['strategy'],
      numbering: 'circled',
      numberingScope: 'global',
      titleStyle: 'free',
    },
  ],
  items,
});

const indicator = (indicatorKey: string, name: string) => ({
  indicator: {
    indicatorKey,
    name,
    unit: '点',
    direction: 'keep-at-or-above' as const,
    kind: 'outcome' as const,
    subjective: true,
    timeBehaviour: 'point' as const,
    definition: '',
    formulaText: '',
    source: null,
    frequency: '毎年',
    decimals: 2,
    unitKey: null,
    ...plainIndicator,
    // Drafts and towns that are not open have it too, and are not compared.
    commonKey: 'happiness',
    breakdowns: [{ key: 'age', name: '年代', categories: [{ key: '20s', name: '20歳代' }] }],
    position: 1,
  },
  referenceSeries: [],
  baseline: { fiscalYear: 2022, value: '6.77', behaviour: null, note: '', source: null },
  targets: [
    {
      fiscalYear: 2032,
      value: '6.77',
      text: null,
      comparison: 'at-least' as const,
      setOn: null,
      reason: '',
      source: null,
    },
  ],
  values: [
    {
      series: 'actual',
      fiscalYear: 2022,
      asOf: null,
      breakdown: 'age:20s',
      value: '6.44',
      text: null,
      ...plainValue,
      status: 'final' as const,
      source: null,
      note: '',
    },
    {
      series: 'actual',
      fiscalYear: 2022,
      asOf: null,
      breakdown: '',
      value: '6.77',
      text: null,
      ...plainValue,
      status: 'final' as const,
      source: null,
      note: '',
    },
  ],
});

const lineageFree = { lineage: [] } as const;

const plan = (planKey: string, position: number, rest: { readonly predecessorPlanKey?: string } = {}) => ({
  planKey,
  slug: planKey,
  kind: 'comprehensive' as const,
  parentPlanKey: null,
  predecessorPlanKey: null,
  position,
  ...rest,
});

const town = (
  name: string,
): Omit<GivenTown, 'municipality' | 'plans' | 'indicators'> & { readonly name: string } => ({
  name,
  units: [
    {
      unitKey: 'kodomo',
      name: 'こども未来課',
      kind: '課',
      parentKey: null,
      validFrom: '2020-04-01',
      validTo: null,
      position: 0,
    },
  ],
  successions: [],
  areas: [{ areaKey: 'all', name: '市域', layer: 'municipality', parentKey: null, position: 0 }],
});

const field = (rest: Partial<PlanItem> = {}): PlanItem =>
  item('kosodate', 'a', 0, {
    title: '子育て',
    desiredState: '家庭環境によらず応援されている。',
    issue: '相談先が遠い。',
    sdgGoals: [1, 4],
    leadUnitKeys: ['kodomo'],
    areaKeys: ['all'],
    indicatorKeys: ['happiness'],
    voices: [
      { body: '近くに話せる人がほしい', origin: 'ワークショップ', heardOn: null, consent: true },
      { body: `同意のない声 ${secretMark}`, origin: '', heardOn: null, consent: false },
    ],
    ...rest,
  });

const municipality = (code: string, name: string) => {
  const parsed = parseMunicipalityCode(code);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return {
    code: parsed.value,
    name,
    nameKana: 'しけん',
    nameEn: 'Test City',
    prefecture: code.startsWith('20') ? '長野県' : '岡山県',
    accentColour: '#00558d',
    settings: defaultSettings,
  };
};

const load = async (db: Database, given: GivenTown, publish: boolean): Promise<void> => {
  const code = given.municipality?.code ?? municipality('202151', '').code;
  const acting = operator(db, code, new Date('2026-11-20T00:00:00Z'));
  const done = await importTown(acting, given, { dryRun: false, publish });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};

const published = (label: string, effectiveOn: string, text: PlanContent) => ({
  label,
  reason: `${label}の理由`,
  effectiveOn,
  content: text,
  ...lineageFree,
});

/**
 * Three towns by the commands a user has. 202151: a plan with two versions in force one after the other, a third
 * that comes into force later, a plan that follows it from 2030 on, a draft, a predecessor, one public and one
 * private indicator. 332143: public, other texts. 202096: known, not open.
 */
export const openTowns = async (db: Database): Promise<void> => {
  const first = [
    item('a', null, 0, { title: '次世代と暮らす' }),
    field(),
    item('kyoiku', 'a', 1, { title: '学校教育' }),
  ];
  const second = [
    item('a', null, 0, { title: '次世代と暮らす' }),
    field({ issue: '相談先が遠い。居場所も足りない。' }),
    item('bunka', 'a', 1, { title: '伝統・文化' }),
  ];
  const later = [item('a', null, 0, { title: `来年からの名 ${secretMark}` })];
  await load(
    db,
    {
      ...town('塩尻市'),
      municipality: municipality('202151', '塩尻市'),
      indicators: [indicator('happiness', '市民幸福度')],
      judgementSchemes: [{ schemeKey: 'plain', scheme: plainScheme('目標にくらべて') }],
      judgementYears: [
        { fiscalYear: 2022, schemeKey: 'plain', reason: '初めの年度', publishesHuman: false },
        { fiscalYear: 2023, schemeKey: 'plain', reason: '', publishesHuman: false },
      ],
      plans: [
        {
          plan: plan('dai5ji', 1),
          revisions: [
            published(
              '第1版',
              '2015-04-01',
              content('第五次総合計画', [item('a', null, 0, { title: '選ばれる地域の創造' })]),
            ),
          ],
        },
        {
          plan: plan('dai6ji', 0, { predecessorPlanKey: 'dai5ji' }),
          revisions: [
            {
              ...published('第1版', '2024-04-01', content('第六次総合計画', first)),
              lineage: [
                {
                  kind: 'carry',
                  from: { planKey: 'dai5ji', itemKey: 'a' },
                  to: { planKey: 'dai6ji', itemKey: 'a' },
                  reason: '基軸を引き継ぐ',
                },
              ],
            },
            {
              ...published('第2版', '2025-04-01', content('第六次総合計画', second)),
              lineage: [
                {
                  kind: 'drop',
                  from: { planKey: 'dai6ji', itemKey: 'kyoiku' },
                  to: null,
                  reason: '別の計画に移す',
                },
              ],
            },
            published(`第3版 ${secretMark}`, '2030-04-01', content(`第六次総合計画 ${secretMark}`, later)),
          ],
        },
        {
          plan: plan('draft-only', 2),
          revisions: [
            {
              label: secretMark,
              reason: secretMark,
              effectiveOn: null,
              content: content(`下書き ${secretMark}`, later),
              ...lineageFree,
            },
          ],
        },
      ],
    },
    true,
  );
  await load(
    db,
    {
      ...town(''),
      units: [],
      areas: [],
      municipality: null,
      indicators: [indicator('private', `未公開の指標 ${secretMark}`)],
      judgementSchemes: [
        {
          schemeKey: 'secret',
          scheme: { ...plainScheme(`未公開の方式 ${secretMark}`), schemeKey: 'secret' },
        },
      ],
      judgementYears: [{ fiscalYear: 2024, schemeKey: 'secret', reason: secretMark, publishesHuman: true }],
      plans: [],
    },
    false,
  );
  await load(
    db,
    {
      ...town('真庭市'),
      municipality: municipality('332143', '真庭市'),
      indicators: [indicator('happiness', `幸福度 ${otherTownMark}`)],
      plans: [
        {
          plan: plan('tonari', 0),
          revisions: [
            published(
              '第1版',
              '2024-04-01',
              content(`計画 ${otherTownMark}`, [item('a', null, 0, { title: otherTownMark })]),
            ),
          ],
        },
      ],
    },
    true,
  );
  await load(
    db,
    {
      ...town('伊那市'),
      municipality: municipality('202096', '伊那市'),
      indicators: [indicator('happiness', `幸福度 ${secretMark}`)],
      plans: [],
    },
    false,
  );
};
