import { describe, expect, it } from 'vitest';
import { blankItem } from './blank-item.ts';
import { differContent, type ItemDifference } from './difference.ts';
import { comparisonTable, pathLine } from './difference-table.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';
import type { LineageLink } from './lineage.ts';
import type { PlanContent, PlanHeader } from './plan.ts';

const header: PlanHeader = {
  title: '第六次総合計画',
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
};

const levels: readonly LevelDefinition[] = [
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
    titleStyle: 'state',
  },
];

const item = (
  itemKey: string,
  parentKey: string | null,
  position: number,
  rest: Partial<PlanItem> = {},
): PlanItem => ({
  ...blankItem(itemKey, parentKey === null ? 'strategy' : 'field', itemKey),
  parentKey,
  position,
  ...rest,
});

const content = (items: readonly PlanItem[], rest: Partial<PlanContent> = {}): PlanContent => ({
  header,
  levels,
  items,
  ...rest,
});

const link = (
  kind: LineageLink['kind'],
  from: string | null,
  to: string | null,
  reason = '',
  plans: readonly [string, string] = ['p', 'p'],
): LineageLink => ({
  kind,
  from: from === null ? null : { planKey: plans[0], itemKey: from },
  to: to === null ? null : { planKey: plans[1], itemKey: to },
  reason,
});

const marksOf = (items: readonly ItemDifference[]) =>
  items.map(({ itemKey, marks }) => `${itemKey}: ${marks.join(' ')}`);

const base = [
  item('a', null, 0),
  item('b', null, 1),
  item('a1', 'a', 0),
  item('a2', 'a', 1),
  item('b1', 'b', 0),
];
const without = (...keys: string[]) => base.filter(({ itemKey }) => !keys.includes(itemKey));
const change = (key: string, rest: Partial<PlanItem>) =>
  base.map((old) => (old.itemKey === key ? { ...old, ...rest } : old));

describe('二つの改定の差分', () => {
  it.each<[string, readonly PlanItem[], readonly PlanItem[], readonly LineageLink[], readonly string[]]>([
    ['何も変わらない', base, base, [], []],
    ['項目が加わる（後ろの番号は変わらない）', without('b1'), base, [], ['b1: added']],
    [
      '間に加わると、後ろは番号変更だけで、移動でも内容変更でもない',
      without('a1'),
      base,
      [],
      ['a1: added', 'a2: renumbered', 'b1: renumbered'],
    ],
    [
      '項目がなくなる。元の隣のあとに並ぶ',
      base,
      without('a2'),
      [link('drop', 'a2', null, '目的を終えた')],
      ['a2: removed', 'b1: renumbered'],
    ],
    ['名称だけ変わる', base, change('a1', { title: '学びの環境' }), [], ['a1: renamed']],
    ['内容だけ変わる', base, change('a1', { issue: '居場所が足りない' }), [], ['a1: rewritten']],
    [
      '別の親へ移る。移動と番号変更であって、書き換えではない',
      base,
      change('a1', { parentKey: 'b', position: 9 }),
      [],
      ['a2: renumbered', 'b1: renumbered', 'a1: moved renumbered'],
    ],
    [
      '同じ親の中で入れ替わる。動いたとするのは一つだけ',
      base,
      base.map((old) => (old.itemKey === 'a1' ? { ...old, position: 5 } : old)),
      [],
      ['a2: moved renumbered', 'a1: renumbered'],
    ],
    [
      '二つが一つになる（統合）',
      base,
      without('a2'),
      [link('merge', 'a2', 'a1', '対象が同じ')],
      ['a1: merged renamed', 'b1: renumbered'],
    ],
    [
      '一つが二つになる（分割）',
      without('a2'),
      base,
      [link('split', 'a1', 'a2', '担当を分ける')],
      ['a1: split', 'a2: split renamed', 'b1: renumbered'],
    ],
    [
      '間の改定にだけあった項目をたどる',
      base,
      [...without('a1'), item('c', 'a', 0)],
      [link('rename', 'a1', 'x'), link('move', 'x', 'c')],
      ['c: renamed'],
    ],
  ])('%s', (_, old, now, lineage, expected) => {
    expect(marksOf(differContent(content(old), content(now), lineage).items)).toEqual(expected);
  });

  it('系譜の理由を一度ずつ示す', () => {
    const lineage = [link('merge', 'a2', 'a1', '対象が同じ'), link('rename', 'a1', 'a1', '対象が同じ')];
    const [merged] = differContent(content(base), content(without('a2')), lineage).items;
    expect(merged?.reasons).toEqual(['対象が同じ']);
    expect(merged?.old.map(({ itemKey }) => itemKey)).toEqual(['a1', 'a2']);
  });

  it('廃止した項目は旧の文を残さず示す', () => {
    const old = change('a2', { title: '出産の支援', issue: '相談先が遠い' });
    const [gone] = differContent(content(old), content(without('a2')), [
      link('drop', 'a2', null, '完了'),
    ]).items;
    expect(gone?.fields).toEqual([
      { field: 'title', form: 'text', segments: [{ kind: 'removed', text: '出産の支援' }] },
      { field: 'issue', form: 'text', segments: [{ kind: 'removed', text: '相談先が遠い' }] },
    ]);
    expect(gone?.reasons).toEqual(['完了']);
  });

  it('担当やSDGsは並びの違いを変更とせず、増減を示す', () => {
    const old = change('a1', { sdgGoals: [4, 1], leadUnitKeys: ['kodomo', 'kikaku'] });
    const now = change('a1', { sdgGoals: [1, 10], leadUnitKeys: ['kikaku', 'kodomo'] });
    expect(differContent(content(old), content(now), []).items[0]?.fields).toEqual([
      {
        field: 'sdgGoals',
        form: 'list',
        segments: [
          { kind: 'removed', text: '4' },
          { kind: 'same', text: '1' },
          { kind: 'added', text: '10' },
        ],
      },
    ]);
  });

  it('計画期間の延長、見直し周期、階層の名前、都市像の変更を示す', () => {
    const vision = { kind: 'vision', label: '都市像', explanation: '', source: null } as const;
    const old = content(base, {
      header: {
        ...header,
        identity: [{ ...vision, entryKey: 'v5', text: '確かな暮らし、未来につなぐ田園都市' }],
      },
    });
    const now = content(base, {
      header: {
        ...header,
        endFiscalYear: 2033,
        reviewCalendar: [
          {
            group: 'evaluation',
            label: '見直し評価',
            periods: [],
            marks: [{ fiscalYear: 2026, mark: 'review' }],
          },
        ],
        identity: [{ ...vision, entryKey: 'v6', text: '多彩な暮らし、叶えるまち。' }],
      },
      levels: levels.map((level) => (level.levelKey === 'field' ? { ...level, name: '重点分野' } : level)),
    });
    const difference = differContent(old, now, []);
    expect(difference.header.map(({ field }) => field)).toEqual(['period', 'reviewCalendar']);
    expect(difference.header[0]?.segments.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '15' },
    ]);
    expect(difference.header[1]?.segments).toEqual([{ kind: 'added', text: '見直し評価 ○R8' }]);
    expect(difference.levels.map(({ kind, new: level }) => [kind, level?.name])).toEqual([
      ['changed', '重点分野'],
    ]);
    expect(
      difference.identity.map(({ kind, old: was, new: is }) => [kind, was?.entryKey, is?.entryKey]),
    ).toEqual([['changed', 'v5', 'v6']]);
    expect(difference.items).toEqual([]);
    expect(difference.counts.unchanged).toBe(5);
  });

  it('循環した下書きでも止まらない', () => {
    const loop = [item('a', 'b', 0), item('b', 'a', 0)];
    expect(differContent(content(base), content(loop), []).items.length).toBeGreaterThan(0);
  });
});

/** 第五次から第六次へ。名称は資料のとおり、本文は言い換え。 */
describe('前の計画との差分（第五次 → 第六次）', () => {
  const fifth = content(
    [
      item('A', null, 0, { title: '子育て世代に選ばれる地域の創造' }),
      item('A-1', 'A', 0, { title: '子どもを産み育てる環境の整備', currentState: '組織体制を整えた。' }),
      item('A-2', 'A', 1, { title: '教育再生による確かな学力の向上' }),
      item('C', null, 2, { title: 'シニアが生き生きと活躍できる地域の創造' }),
    ],
    { header: { ...header, title: '第五次総合計画', startFiscalYear: 2015, endFiscalYear: 2023 } },
  );
  const sixth = content([
    item('A', null, 0, { title: '子どもとともに学び成長し、ワクワクして暮らす' }),
    item('f1', 'A', 0, {
      title: 'パートナーシップ・子育て',
      desiredState: '家庭環境によらず子どもと家族が応援されている。',
      currentState: '組織体制を整えた。少子化は続いている。',
    }),
    item('f9', 'A', 1, { title: '伝統・文化芸術' }),
  ]);
  const between = ['go', 'roku'] as const;
  const lineage = [
    link('carry', 'A', 'A', '基軸を引き継ぐ', between),
    link('merge', 'A-1', 'f1', 'ありたい姿から書き直す', between),
    link('merge', 'A-2', 'f1', 'ありたい姿から書き直す', between),
    link('drop', 'C', null, '世代を問わない戦略に改める', between),
    link('new', null, 'f9', '市民の意見から', between),
  ];
  const difference = differContent(fifth, sixth, lineage, { old: 'go', new: 'roku' });

  it('系譜だけで対応させる（同じ鍵でも系譜がなければ別の項目）', () => {
    expect(marksOf(difference.items)).toEqual([
      'A: carried renamed',
      'f1: merged carried renamed rewritten',
      'C: removed',
      'f9: added',
    ]);
    const unlinked = differContent(fifth, sixth, [], { old: 'go', new: 'roku' });
    expect(unlinked.counts).toMatchObject({ added: 3, removed: 4, unchanged: 0 });
  });

  it('新旧対照表になる', () => {
    const table = comparisonTable(difference);
    expect(
      table.map(({ part, kindName, code, title, reasons }) => [part, kindName, code, title, reasons]),
    ).toEqual([
      ['header', '', '', '', []],
      ['items', '基本戦略', 'A', '子どもとともに学び成長し、ワクワクして暮らす', ['基軸を引き継ぐ']],
      ['items', '戦略分野', '①', 'パートナーシップ・子育て', ['ありたい姿から書き直す']],
      ['items', '基本戦略', 'B', 'シニアが生き生きと活躍できる地域の創造', ['世代を問わない戦略に改める']],
      ['items', '戦略分野', '②', '伝統・文化芸術', ['市民の意見から']],
    ]);
    expect(table[2]?.rows.find(({ field }) => field === 'currentState')).toEqual({
      field: 'currentState',
      form: 'text',
      old: [{ kind: 'same', text: '組織体制を整えた。' }],
      new: [
        { kind: 'same', text: '組織体制を整えた。' },
        { kind: 'added', text: '少子化は続いている。' },
      ],
    });
  });

  it('移動は旧と新の位置を番号つきの道で示す', () => {
    const now = change('a1', { parentKey: 'b', position: 9 });
    const moved = differContent(content(base), content(now), []).items.find(
      ({ itemKey }) => itemKey === 'a1',
    );
    expect(moved?.move === null || moved === undefined ? '' : pathLine(moved.move.from)).toBe('A a');
    const rows = comparisonTable(differContent(content(base), content(now), [])).find(
      ({ key }) => key === 'a1',
    )?.rows;
    expect(rows).toEqual([
      {
        field: 'parent',
        form: 'value',
        old: [{ kind: 'removed', text: 'A a' }],
        new: [{ kind: 'added', text: 'B b' }],
      },
      {
        field: 'code',
        form: 'value',
        old: [{ kind: 'removed', text: '①' }],
        new: [{ kind: 'added', text: '③' }],
      },
    ]);
  });
});
