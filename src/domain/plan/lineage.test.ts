import { describe, expect, it } from 'vitest';
import { checkLineage, type LineageScope, unaccounted } from './check-lineage.ts';
import type { ItemReference, LineageLink } from './lineage.ts';
import { futureOf, historyOf } from './lineage-history.ts';

const ref = (text: string): ItemReference => {
  const [planKey = '', itemKey = ''] = text.split('/');
  return { planKey, itemKey };
};
const link = (
  kind: LineageLink['kind'],
  from: string | null,
  to: string | null,
  reason = 'わけ',
): LineageLink => ({
  kind,
  from: from === null ? null : ref(from),
  to: to === null ? null : ref(to),
  reason,
});
const refs = (...texts: readonly string[]): readonly ItemReference[] => texts.map(ref);

describe('系譜をたどる', () => {
  const links = [
    link('rename', 'new/a', 'new/a'),
    link('merge', 'old/p', 'new/a'),
    link('merge', 'old/q', 'new/a'),
    link('split', 'old/r', 'new/b'),
    link('split', 'old/r', 'new/c'),
    link('drop', 'old/s', null),
    link('new', null, 'new/d'),
    link('carry', 'older/p', 'old/p'),
  ];
  const walk = (steps: ReturnType<typeof historyOf>) =>
    steps.map(({ link: { kind }, reference, distance }) =>
      [distance, kind, reference === null ? '—' : `${reference.planKey}/${reference.itemKey}`].join(' '),
    );

  it.each([
    [
      '改名・統合・その前の計画',
      'new/a',
      ['1 rename new/a', '1 merge old/p', '1 merge old/q', '2 carry older/p'],
    ],
    ['分割', 'new/c', ['1 split old/r']],
    ['新規', 'new/d', ['1 new —']],
    ['記録がない', 'new/z', []],
  ])('さかのぼる: %s', (_, item, expected) => {
    expect(walk(historyOf(ref(item), links))).toEqual(expected);
  });

  it.each([
    ['分割のゆくえ', 'old/r', ['1 split new/b', '1 split new/c']],
    ['終わり', 'old/s', ['1 drop —']],
    ['二つ先まで', 'older/p', ['1 carry old/p', '2 merge new/a', '3 rename new/a']],
  ])('ゆくえ: %s', (_, item, expected) => {
    expect(walk(futureOf(ref(item), links))).toEqual(expected);
  });

  it('輪になった記録でも終わる', () => {
    const circle = [link('move', 'p/a', 'p/b'), link('move', 'p/b', 'p/a')];
    expect(historyOf(ref('p/a'), circle)).toHaveLength(2);
  });
});

describe('系譜の点検', () => {
  const scope: LineageScope = { before: refs('old/a', 'old/b'), after: refs('new/x', 'new/y') };
  const complete = [link('carry', 'old/a', 'new/x', ''), link('drop', 'old/b', null)];

  it('すべての項目の行方が言えていれば、何も言わない', () => {
    expect(checkLineage(complete, scope)).toEqual([]);
  });

  it.each<[string, readonly LineageLink[], string, readonly (string | number)[]]>([
    ['もとの項目がない', [link('carry', 'old/z', 'new/x')], 'lineage-item-unknown', ['lineage', 2, 'from']],
    ['先の項目がない', [link('carry', 'old/a', 'new/z')], 'lineage-item-unknown', ['lineage', 2, 'to']],
    ['廃止に行き先', [link('drop', 'old/b', 'new/x')], 'lineage-end-superfluous', ['lineage', 2, 'to']],
    ['新規にもと', [link('new', 'old/a', 'new/y')], 'lineage-end-superfluous', ['lineage', 2, 'from']],
    ['改名に先がない', [link('rename', 'old/a', null)], 'lineage-end-missing', ['lineage', 2, 'to']],
    ['移動にもとがない', [link('move', null, 'new/y')], 'lineage-end-missing', ['lineage', 2, 'from']],
    [
      'わけがない',
      [link('rename', 'old/a', 'new/y', ' ')],
      'lineage-reason-missing',
      ['lineage', 2, 'reason'],
    ],
    ['一つからの統合', [link('merge', 'old/a', 'new/y')], 'lineage-merge-needs-two', ['lineage', 2, 'from']],
    ['一つへの分割', [link('split', 'old/a', 'new/y')], 'lineage-split-needs-two', ['lineage', 2, 'to']],
    ['同じ記録が二つ', [link('carry', 'old/a', 'new/x', '')], 'lineage-twice', ['lineage', 2]],
  ])('誤り: %s', (_, extra, code, path) => {
    const problems = checkLineage([...complete, ...extra], scope).filter(
      (problem) => problem.severity === 'error',
    );
    expect(problems.map((problem) => [problem.code, problem.path])).toContainEqual([code, path]);
  });

  it('廃止したのに続いている', () => {
    const links = [link('drop', 'old/a', null), link('carry', 'old/a', 'new/x'), link('drop', 'old/b', null)];
    expect(checkLineage(links, scope)).toMatchObject([
      { code: 'lineage-dropped-and-continued', path: ['lineage', 0] },
    ]);
  });

  it('二つからの統合、二つへの分割は正しい', () => {
    const links = [
      link('merge', 'old/a', 'new/x'),
      link('merge', 'old/b', 'new/x'),
      link('split', 'old/a', 'new/x'),
      link('split', 'old/a', 'new/y'),
    ];
    expect(checkLineage(links, scope)).toEqual([]);
  });

  it('行方の言えない項目は注意する。同じ鍵で残る項目はそれでよい', () => {
    expect(checkLineage([link('carry', 'old/a', 'new/x')], scope)).toMatchObject([
      { code: 'lineage-unaccounted', severity: 'warning', path: ['lineage', 'old', 'b'] },
    ]);
    expect(unaccounted({ before: refs('p/a', 'p/b'), after: refs('p/a') }, [])).toEqual(refs('p/b'));
  });
});
