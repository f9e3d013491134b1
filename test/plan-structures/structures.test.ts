import { describe, expect, it } from 'vitest';
import { municipalityOfCode, parseMunicipalityCode } from '../../src/domain/kernel/municipality-code.ts';
import { defaultSettings } from '../../src/domain/kernel/settings.ts';
import { arrange } from '../../src/domain/plan/arrange.ts';
import { blankItem } from '../../src/domain/plan/blank-item.ts';
import { checkPlan } from '../../src/domain/plan/check-plan.ts';
import type { PlanItem } from '../../src/domain/plan/item.ts';
import { checkLevels, levelDepth, levelsUnder } from '../../src/domain/plan/level-check.ts';
import { numberItems } from '../../src/domain/plan/numbering.ts';
import {
  contains,
  nextPeriod,
  type Period,
  periodChange,
  periodYears,
} from '../../src/domain/plan/periods.ts';
import type { PlanContent } from '../../src/domain/plan/plan.ts';
import { reviewCalendarOf, tabulateReview } from '../../src/domain/plan/review-calendar.ts';
import { termsOf } from '../../src/domain/plan/term-rule.ts';
import { buildTree, walkTree } from '../../src/domain/plan/tree.ts';
import { type PlanStructure, type SampleItem, townStructures } from './structures.data.ts';

/** The sample as a town would enter it: item by item, through the same step as the office. */
const enter = ({ levels, sample }: PlanStructure): readonly PlanItem[] => {
  let items: readonly PlanItem[] = [];
  const keys = new Map<string, string>();
  const add = (samples: readonly SampleItem[], parentKey: string | null): void => {
    for (const [levelKey, title, children = [], more = {}] of samples) {
      const itemKey = `i${items.length + 1}`;
      keys.set(title, itemKey);
      const { alsoUnder: _, code = null, ...rest } = more;
      const item = { ...blankItem(itemKey, levelKey, title), ...rest, code, parentKey };
      const result = arrange({ levels, items }, { kind: 'insert', item, index: Number.MAX_SAFE_INTEGER });
      if (!result.ok) throw new Error(`${title}: ${result.error.code}`);
      items = result.value;
      add(children, itemKey);
    }
  };
  add(sample, null);
  const places = new Map<string, readonly string[]>();
  const note = (samples: readonly SampleItem[]): void => {
    for (const [, title, children = [], more = {}] of samples) {
      if (more.alsoUnder !== undefined) places.set(title, more.alsoUnder);
      note(children);
    }
  };
  note(sample);
  return items.map((item) => ({
    ...item,
    alsoUnder: (places.get(item.title) ?? []).map((title) => ({
      parentKey: keys.get(title) ?? '',
      position: 9,
    })),
  }));
};

const contentOf = (plan: PlanStructure, period: Period): PlanContent => ({
  header: {
    title: plan.name,
    subtitle: '',
    kindLabel: plan.name,
    startFiscalYear: period.start,
    endFiscalYear: period.end,
    updateMode: plan.updateMode,
    summary: '',
    reviewCalendar: [],
    identity: [],
    situation: [],
    source: null,
  },
  levels: plan.levels,
  items: enter(plan),
});

const town = { unitKeys: new Set<string>(), areaKeys: new Set<string>(), indicatorKeys: new Set<string>() };
const cases = townStructures.flatMap((each) =>
  each.plans.map((plan) => [each.name, plan.name, plan, each] as const),
);

it('十一の計画体系が、実在する団体のものとしてある', () => {
  expect(townStructures).toHaveLength(11);
  for (const { municipality, name } of townStructures) {
    expect(parseMunicipalityCode(municipality)).toEqual({ ok: true, value: municipality });
    expect(municipalityOfCode(municipality)?.name).toBe(name);
  }
});

describe.each(cases)('%s %s', (_, __, plan, { plans }) => {
  it('階層は正しく、深さは文書のとおり', () => {
    expect(checkLevels(plan.levels)).toEqual([]);
    expect(levelDepth(plan.levels)).toBe(plan.depth);
    expect(levelsUnder(plan.levels, 'root').length).toBeGreaterThan(0);
  });

  it('項目を入れると、文書のとおりの番号で、ひとつ残らず木に並ぶ', () => {
    const items = enter(plan);
    const tree = buildTree(items);
    const codes = numberItems(plan.levels, items);
    const placed = [...walkTree(tree)].filter((node) => !node.again);
    expect(tree.unplaced).toEqual([]);
    expect(placed).toHaveLength(items.length);
    expect(placed.map((node) => codes.get(node.item.itemKey))).toEqual(plan.printed);
  });

  it('計画として誤りがない', () => {
    const period = plan.period ?? { start: 2024, end: 2024 };
    const parentPeriod = plans.find(({ planKey }) => planKey === plan.parentPlanKey)?.period ?? null;
    const context = {
      ...town,
      checks: defaultSettings.checks,
      parentPeriod: plan.period === null ? null : parentPeriod,
    };
    const problems = checkPlan(contentOf(plan, period), context);
    expect(problems.map(({ code }) => code)).toEqual(plan.warnings ?? []);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('上位・前の計画は同じ団体の計画である', () => {
    const keys = plans.map(({ planKey }) => planKey);
    expect(keys.filter((key) => key === plan.planKey)).toHaveLength(1);
    for (const key of [plan.parentPlanKey, plan.predecessorPlanKey]) {
      if (key !== null) expect(keys.filter((each) => each !== plan.planKey)).toContain(key);
    }
  });
});

const withTerms = cases.flatMap(([name, title, plan]) =>
  plan.terms !== undefined && plan.period !== null
    ? [[name, title, plan, plan.terms, plan.period] as const]
    : [],
);

it('期を持つ計画がある', () => {
  expect(withTerms.map(([name]) => name)).toEqual(['塩尻市', '塩尻市', '聖籠町', '八尾市']);
});

it.each(withTerms)('%s %s の期は文書のとおり', (_, __, plan, rule, period) => {
  const terms = termsOf(period, rule);
  expect(terms?.map(({ start, end }) => [start, end])).toEqual(rule.expected);
  expect(terms?.every((term) => contains(period, term) && periodYears(term) >= 1)).toBe(true);
  const labels = { whole: plan.name, terms: '期', yearly: '行政評価', review: '見直し評価' };
  if (rule.rule === 'rolling') return;
  const table = tabulateReview(reviewCalendarOf(period, terms ?? [], labels), period);
  for (const { cells } of table.rows) {
    expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(periodYears(period));
  }
});

it('真庭市の5年から6年への延長は、期間の変更として読める', () => {
  const extended = cases.flatMap(([, , { firstPeriod, period }]) =>
    firstPeriod !== undefined && period !== null ? [{ firstPeriod, period }] : [],
  );
  expect(extended).toHaveLength(1);
  for (const { firstPeriod, period } of extended) {
    expect(periodChange(firstPeriod, period).kind).toBe('extended');
    expect([periodYears(firstPeriod), periodYears(period)]).toEqual([5, 6]);
    expect(nextPeriod(period, 'fixed').start).toBe(2021);
  }
});

it('二つの柱・並立する計画は、階層の track として読める', () => {
  const tracks = new Map(
    cases.map(([, title, { levels }]) => [title, [...new Set(levels.flatMap(({ track }) => track ?? []))]]),
  );
  expect(tracks.get('第Ⅱ期総合戦略')).toEqual(['柱1 施策', '柱2 事業']);
  expect(tracks.get('第五次総合計画 第2期中期戦略')).toEqual(['全市戦略', '事業部戦略']);
  expect(tracks.get('アクションプラン2023')).toEqual(['主要', 'その他']);
});

it('更新方式は三つとも使われている', () => {
  expect(new Set(cases.map(([, , { updateMode }]) => updateMode))).toEqual(
    new Set(['fixed', 'rolling', 'as-needed']),
  );
});
