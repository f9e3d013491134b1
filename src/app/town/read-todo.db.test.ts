import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countingDatabase } from '../../../test/factories/counting-database.ts';
import { type Office, ofUnit, openOffice, shiojiri, wholeTown } from '../../../test/factories/office.ts';
import type { Database } from '../../db/connection.ts';
import { indicator, indicatorValue } from '../../db/schema/indicator.ts';
import { plan, planItem, planRevision } from '../../db/schema/plan.ts';
import type { Actor, Role } from '../../domain/access/role.ts';
import { settingsFrom } from '../../domain/kernel/settings.ts';
import { readTodo } from './read-todo.ts';

let office: Office;
const town = { municipality: shiojiri };
const { checks } = settingsFrom({});

const header = {
  ...town,
  planKey: 'p',
  label: '第1版',
  title: '総合計画',
  subtitle: '',
  kindLabel: '総合計画',
  startFiscalYear: 2024,
  endFiscalYear: 2032,
  updateMode: 'fixed' as const,
  summary: '',
  levels: [
    {
      levelKey: 'field',
      name: '分野',
      parents: ['root'],
      numbering: 'none',
      numberingScope: 'global',
      titleStyle: 'state',
    },
  ] as const,
  reviewCalendar: [],
  identity: [],
  situation: [],
};

const item = (itemKey: string, title: string, desiredState: string, leadUnitKeys: readonly string[]) => ({
  ...town,
  planKey: 'p',
  revision: 1,
  itemKey,
  levelKey: 'field',
  parentKey: null,
  position: 1,
  code: null,
  title,
  desiredState,
  currentState: '',
  issue: '',
  approach: '',
  span: null,
  investmentKinds: [],
  lifeStages: [],
  areaKeys: [],
  sdgGoals: [],
  leadUnitKeys: [...leadUnitKeys],
  supportUnitKeys: [],
  partners: [],
  alsoUnder: [],
  crossCutting: false,
  reasonKeys: [],
  source: null,
  articleNumber: 1,
});

const measure = (indicatorKey: string, unitKey: string) => ({
  ...town,
  indicatorKey,
  name: `指標 ${indicatorKey}`,
  unit: '人',
  direction: 'up' as const,
  kind: 'outcome' as const,
  subjective: false,
  timeBehaviour: 'point' as const,
  definition: '',
  formulaText: '',
  frequency: '毎年度',
  decimals: 0,
  unitKey,
  breakdowns: [],
  referenceSeries: [],
  position: 1,
  articleNumber: 2,
});

const scores = { key: 'score', name: '回答', nameEn: '', categories: [] };

const value = (indicatorKey: string, fiscalYear: number) => ({
  ...town,
  indicatorKey,
  series: 'actual',
  fiscalYear,
  breakdown: '',
  stage: 'draft' as const,
  value: '1',
  status: 'final' as const,
  note: '',
});

beforeAll(async () => {
  office = await openOffice();
  await office.read(async (tx) => {
    await tx.q
      .insert(plan)
      .values({ ...town, planKey: 'p', slug: 'sogo', kind: 'comprehensive', position: 1, articleNumber: 1 });
    await tx.q.insert(planRevision).values({ ...header, revision: 1, state: 'draft' });
    await tx.q
      .insert(planItem)
      .values([
        item('ready', '子どもが健やかに育っている', '育っている', ['kodomo']),
        item('means', '子育て環境の整備', '', ['kodomo']),
        item('crowd', '道が安全になっている', '安全である', ['doboku', 'kodomo', 'kodomo-bu', 'x']),
        item('nobody', '水がきれいになっている', 'きれいである', []),
      ]);
    await tx.q.insert(indicator).values([
      measure('old', 'kodomo'),
      measure('new', 'kodomo'),
      measure('road', 'doboku'),
      { ...measure('shares', 'kodomo'), unit: '%', direction: 'none', breakdowns: [scores] },
      measure('parts', 'kodomo'),
      {
        ...measure('sum', 'kodomo'),
        computed: { operation: 'sum', operands: ['old', 'new'], factor: '1' },
      },
      measure('both', 'kodomo'),
    ]);
    await tx.q.insert(indicatorValue).values([
      value('old', 2024),
      value('new', 2025),
      // 回答の分布と計算する指標には、全体の値を求めない。値が内訳にしかない指標には求める。
      { ...value('shares', 2023), breakdown: 'score:7' },
      { ...value('parts', 2023), breakdown: 'age:20s' },
      { ...value('both', 2023), breakdown: 'score:7' },
      value('both', 2023),
    ]);
  });
});
afterAll(() => office.db.close());

const actorOf = (role: Role, unitKey: string | null): Actor => ({
  userId: '00000000-0000-4000-8000-000000000001',
  displayName: '',
  grants: [{ role, unitKey }],
});

const todoOf = async (role: Role, unitKey: string | null, db: Database = office.db) => {
  const actor = actorOf(role, unitKey);
  const as = { municipality: shiojiri, actor: actor.userId, origin: 'test', today: '2026-11-21' };
  const todo = await readTodo({ db, as, actor, now: office.clock.now }, checks);
  return {
    year: todo.fiscalYear,
    revisions: todo.revisions.map(({ slug, step }) => `${slug} ${step}`),
    items: todo.items.map(
      ({ itemKey, problems }) => `${itemKey}: ${problems.map(({ code }) => code).join(' ')}`,
    ),
    indicators: todo.indicators.map(({ indicatorKey }) => indicatorKey),
  };
};

const crowd = 'crowd: too-many-lead-units';
const means = 'means: desired-state-missing title-names-means';

describe('やること', () => {
  it.each<[string, Role, string | null, Awaited<ReturnType<typeof todoOf>>]>([
    [
      '企画: すべて',
      'planner',
      null,
      {
        year: 2025,
        revisions: ['sogo edit'],
        items: [crowd, means, 'nobody: no-lead-unit'],
        indicators: ['both', 'old', 'parts', 'road'],
      },
    ],
    [
      '課の担当: 自分の課',
      'unit-staff',
      'doboku',
      { year: 2025, revisions: [], items: [crowd], indicators: ['road'] },
    ],
    [
      '部長: 下の課も',
      'division-head',
      'kodomo-bu',
      { year: 2025, revisions: [], items: [crowd, means], indicators: ['both', 'old', 'parts'] },
    ],
    [
      '首長: まだ求められていない',
      'executive',
      null,
      { year: 2025, revisions: [], items: [], indicators: [] },
    ],
    ['外部評価者: なし', 'external-reviewer', null, { year: 2025, revisions: [], items: [], indicators: [] }],
  ])('%s', async (_, role, unitKey, expected) => {
    expect(await todoOf(role, unitKey)).toEqual(expected);
  });

  it('承認を求めたら、企画のやることから首長のやることへ移る', async () => {
    const submittedAt = async (at: string | null) =>
      office.read((tx) => tx.q.update(planRevision).set({ submittedAt: at }));
    await submittedAt('2026-11-20T00:00:00Z');
    const [executive, planner] = [await todoOf('executive', null), await todoOf('planner', null)];
    await submittedAt(null);
    expect([executive.revisions, planner.revisions]).toEqual([['sogo approve'], []]);
  });

  it('問い合わせの数は、項目や指標がふえても変わらない', async () => {
    const counted = () => {
      const { db, count } = countingDatabase(office.db);
      return count(() => todoOf('planner', null, db));
    };
    const before = await counted();
    const many = Array.from({ length: 200 }, (_, index) => `more-${index}`);
    await office.read(async (tx) => {
      await tx.q.insert(planItem).values(many.map((key) => item(key, '道の整備', '', ['doboku'])));
      await tx.q.insert(indicator).values(many.map((key) => measure(key, 'doboku')));
    });
    expect((await todoOf('planner', null)).items).toHaveLength(203);
    expect([await counted(), before <= 7]).toEqual([before, true]);
  });

  it('画面には最初の8件を出し、残りはたたむ', async () => {
    await office.addUser('kikaku', [wholeTown('planner')]);
    await office.addUser('doboku', [ofUnit('unit-staff', 'doboku')]);
    const browser = office.browser();
    await browser.login('kikaku');
    const { html } = await browser.get('');
    expect(html).toContain('令和7年度の値がまだない指標');
    expect(html).toContain('ほかの195件');
    expect(html).toContain(`href="/m/${shiojiri}/office/plans/sogo/revisions/1/items/means"`);
    expect(html).toContain('名称が手段（整備）で終わっています');
  });
});
