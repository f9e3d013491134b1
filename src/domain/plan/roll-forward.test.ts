import { expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import { checkLineage } from './check-lineage.ts';
import { checkTree } from './check-tree.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import type { PlanContent } from './plan.ts';
import { proposeRollForward, type RollChoice, rollForward } from './roll-forward.ts';

const level = (levelKey: string, parents: readonly string[]): LevelDefinition => ({
  levelKey,
  name: levelKey,
  parents,
  numbering: 'decimal',
  numberingScope: 'parent',
  titleStyle: 'free',
});
const item = (
  itemKey: string,
  levelKey: string,
  parentKey: string | null,
  more: Partial<PlanItem> = {},
): PlanItem => ({
  ...blankItem(itemKey, levelKey, `題${itemKey}`),
  parentKey,
  ...more,
});
const content: PlanContent = {
  header: {
    title: '中期戦略',
    subtitle: '',
    kindLabel: '中期戦略',
    startFiscalYear: 2024,
    endFiscalYear: 2026,
    updateMode: 'fixed',
    summary: '',
    reviewCalendar: [
      { group: 'strategy', label: '中期戦略', periods: [{ start: 2024, end: 2026 }], marks: [] },
      {
        group: 'evaluation',
        label: '見直し評価',
        periods: [],
        marks: [{ fiscalYear: 2026, mark: 'review' }],
      },
    ],
    identity: [],
    situation: [],
    source: null,
  },
  levels: [level('field', ['root']), level('measure', ['field'])],
  items: [
    item('f1', 'field', null),
    item('m1', 'measure', 'f1', { span: 'long', alsoUnder: [{ parentKey: 'f2', position: 0 }] }),
    item('m2', 'measure', 'f1', { span: 'short' }),
    item('f2', 'field', null, { position: 1 }),
    item('m3', 'measure', 'f2', { span: 'short' }),
    item('f3', 'field', null, { position: 2 }),
  ],
};
const from = { planKey: 'mid-1', content };
const go = { continues: true, reason: '' };
const end = (reason: string): RollChoice => ({ continues: false, reason });
const choices = (entries: Readonly<Record<string, RollChoice>>) => new Map(Object.entries(entries));

it('長期継続は続き、短期集中は尋ね、続くものを抱える項目は続く', () => {
  expect(
    proposeRollForward(content.items).map(({ itemKey, proposal, because }) => [itemKey, proposal, because]),
  ).toEqual([
    ['f1', 'continue', 'child-continues'],
    ['m1', 'continue', 'long'],
    ['m2', 'ask', 'short'],
    ['f2', 'ask', 'unsaid'],
    ['m3', 'ask', 'short'],
    ['f3', 'ask', 'unsaid'],
  ]);
});

it('次の期の中身と、すべての項目の行方ができる', () => {
  const rolled = rollForward(
    from,
    { planKey: 'mid-2' },
    choices({ m2: go, f2: end('A に統合'), m3: end('目標に届いた'), f3: go }),
  );
  if (!rolled.ok) throw new Error(JSON.stringify(rolled.error));
  const { content: next, lineage } = rolled.value;
  expect([next.header.startFiscalYear, next.header.endFiscalYear]).toEqual([2027, 2029]);
  expect(next.header.reviewCalendar.map(({ periods, marks }) => [...periods, ...marks])).toEqual([
    [{ start: 2027, end: 2029 }],
    [{ fiscalYear: 2029, mark: 'review' }],
  ]);
  expect(next.items.map(({ itemKey }) => itemKey)).toEqual(['f1', 'm1', 'm2', 'f3']);
  expect(next.items.find(({ itemKey }) => itemKey === 'm1')?.alsoUnder).toEqual([]);
  expect(checkTree(next.levels, next.items)).toEqual([]);
  expect(lineage.map(({ kind, from: before }) => `${kind} ${before?.itemKey}`)).toEqual([
    'carry f1',
    'carry m1',
    'carry m2',
    'drop f2',
    'drop m3',
    'carry f3',
  ]);
  const scope = {
    before: content.items.map(({ itemKey }) => ({ planKey: 'mid-1', itemKey })),
    after: next.items.map(({ itemKey }) => ({ planKey: 'mid-2', itemKey })),
  };
  expect(checkLineage(lineage, scope)).toEqual([]);
});

it('期間は指定できる (延長された期の次など)', () => {
  const all = choices({ m2: go, f2: go, m3: go, f3: go });
  const rolled = rollForward(from, { planKey: 'mid-2', period: { start: 2027, end: 2030 } }, all);
  expect(rolled.ok && rolled.value.content.header).toMatchObject({
    startFiscalYear: 2027,
    endFiscalYear: 2030,
  });
  expect(rolled.ok && rolled.value.content.items).toEqual(content.items);
});

it.each<[string, Readonly<Record<string, RollChoice>>, string, readonly string[]]>([
  ['答えていない項目', { m2: go, f2: go, m3: go }, 'roll-forward-undecided', ['items', 'f3']],
  [
    'わけなく終える',
    { m2: end(' '), f2: go, m3: go, f3: go },
    'roll-forward-reason-missing',
    ['items', 'm2', 'reason'],
  ],
  [
    '親を終えて子を続ける',
    { m2: go, f2: end('統合'), m3: go, f3: go },
    'roll-forward-parent-dropped',
    ['items', 'm3'],
  ],
  [
    '長期継続を残して親を終える',
    { m2: go, f1: end('統合'), f2: go, m3: go, f3: go },
    'roll-forward-parent-dropped',
    ['items', 'm1'],
  ],
  ['ない項目への答え', { m2: go, f2: go, m3: go, f3: go, zz: go }, 'item-unknown', ['items', 'zz']],
])('断る: %s', (_, answers, code, path) => {
  const rolled = rollForward(from, { planKey: 'mid-2' }, choices(answers));
  const found = rolled.ok ? [] : rolled.error.map((problem) => [problem.code, problem.path]);
  expect(found).toContainEqual([code, path]);
});

it.each([
  ['もとの期より前', { start: 2023, end: 2025 }],
  ['逆さ', { start: 2027, end: 2026 }],
])('次の期にならない期間は断る: %s', (_, period) => {
  const rolled = rollForward(from, { planKey: 'mid-2', period }, new Map());
  expect(rolled.ok ? [] : rolled.error).toMatchObject([{ code: 'roll-forward-period', path: ['period'] }]);
});
