import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { differContent } from '../../../domain/plan/difference.ts';
import type { PlanItem } from '../../../domain/plan/item.ts';
import type { PlanContent } from '../../../domain/plan/plan.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { ContentDifferenceView } from './content-difference.tsx';
import { nameValues } from './value-names.ts';

const item: PlanItem = {
  itemKey: 'f1',
  levelKey: 'field',
  parentKey: null,
  position: 0,
  code: null,
  title: '子育ての支援',
  desiredState: '',
  currentState: '',
  issue: '相談先が遠い。',
  approach: '',
  span: null,
  investmentKinds: [],
  lifeStages: [],
  areaKeys: [],
  sdgGoals: [],
  leadUnitKeys: ['kodomo'],
  supportUnitKeys: [],
  partners: [],
  voices: [],
  alsoUnder: [],
  crossCutting: false,
  reasonKeys: [],
  indicatorKeys: [],
  source: null,
};
const content = (items: readonly PlanItem[]): PlanContent => ({
  header: {
    title: '総合計画',
    subtitle: '',
    kindLabel: '',
    startFiscalYear: 2024,
    endFiscalYear: 2032,
    updateMode: 'fixed',
    summary: '',
    reviewCalendar: [],
    identity: [],
    situation: [],
    source: null,
  },
  levels: [
    {
      levelKey: 'field',
      name: '施策',
      parents: ['root'],
      numbering: 'decimal',
      numberingScope: 'global',
      titleStyle: 'free',
    },
  ],
  items,
});

const old = content([item, { ...item, itemKey: 'f2', position: 1, title: '道路の整備' }]);
const now = content([
  { ...item, title: '子育てが応援されている', issue: '相談先が遠い。<b>', leadUnitKeys: ['kikaku'] },
]);
const difference = differContent(old, now, [
  { kind: 'drop', from: { planKey: 'p', itemKey: 'f2' }, to: null, reason: '完了した' },
]);
const nameOf = nameValues({
  language: 'ja',
  units: ['kodomo', 'kikaku'].map((unitKey, position) => ({
    unitKey,
    name: unitKey === 'kodomo' ? 'こども未来課' : '企画課',
    kind: '課',
    parentKey: null,
    validFrom: '2024-04-01',
    validTo: null,
    position,
  })),
  areas: [],
  indicators: [],
  contents: [old, now],
});
const ins = (text: string) =>
  `<ins><span class="visually-hidden">追加：</span>${text}<span class="visually-hidden">（ここまで）</span></ins>`;
const del = (text: string) =>
  `<del><span class="visually-hidden">削除：</span>${text}<span class="visually-hidden">（ここまで）</span></del>`;

describe('差分の表示', () => {
  it('文中では追加に下線の要素、削除に取り消し線の要素を使い、読み上げにも言葉で伝える', () => {
    const html = renderToStaticMarkup(
      <ContentDifferenceView
        difference={difference}
        language="ja"
        nameOf={nameOf}
        itemHref={(key) => `/items/${key}`}
      />,
    );
    expect(html).toContain(`子育て${del('の支援')}${ins('が応援されている')}`);
    expect(html).toContain(`相談先が遠い。${ins('&lt;b&gt;')}`);
    expect(html).toContain(`<li>${del('こども未来課')}</li><li>${ins('企画課')}</li>`);
    expect(html).toContain('<a href="/items/f1">1 子育てが応援されている</a>');
    // 廃止した項目に行き先はない。理由は示す。
    expect(html).not.toContain('/items/f2');
    expect(html).toContain('完了した');
    expect(html).not.toContain('style=');
  });

  it('新旧対照表は旧の欄に削除、新の欄に追加だけを示す', () => {
    const html = renderToStaticMarkup(
      <ComparisonTable difference={difference} language="ja" nameOf={nameOf} from="第1版" to="第2版" />,
    );
    expect(html).toContain('<caption>新旧対照表　第1版 から 第2版</caption>');
    expect(html).toContain(
      `<td>名称</td><td class="comparison__side"><span class="difference__text" lang="ja">子育て${del('の支援')}</span></td><td class="comparison__side"><span class="difference__text" lang="ja">子育て${ins('が応援されている')}</span></td>`,
    );
    expect(html).toContain('<td rowSpan="3">名称変更・内容変更</td>');
    expect(html).toContain('>完了した</td>');
  });

  it.each([
    [6, '<details open=""><summary>文の違い（1欄）'],
    [7, '<details><summary>文の違い（1欄）'],
  ])('項目の違いを先に示す。%i件なら各項目の文は %s', (count, folded) => {
    const many = (issue: string) =>
      content(
        Array.from({ length: count }, (_, at) => ({ ...item, itemKey: `f${at}`, position: at, issue })),
      );
    const after = many('近い。');
    const changed = differContent(
      many('遠い。'),
      { ...after, header: { ...after.header, summary: '新しい前文' } },
      [],
    );
    const shown = { difference: changed, language: 'ja', nameOf } as const;
    const inline = renderToStaticMarkup(<ContentDifferenceView {...shown} />);
    expect(inline.split(folded)).toHaveLength(count + 1);
    const table = renderToStaticMarkup(<ComparisonTable {...shown} from="第1版" to="第2版" />);
    for (const html of [inline, table]) {
      const [items, whole, more] = html.split('<details class="difference-part"').slice(1);
      expect(items).toMatch(/^ open=""><summary><h2>項目<\/h2>/u);
      expect(whole).toMatch(/^><summary><h2>計画の全体<\/h2>/u);
      expect(whole).toContain('新しい前文');
      expect(more).toBeUndefined();
    }
  });

  it('違いがなければ、そう言う', () => {
    const same = differContent(old, old, []);
    const html = renderToStaticMarkup(
      <ComparisonTable difference={same} language="en" nameOf={nameOf} from="a" to="b" />,
    );
    expect(html).toBe('<p>No differences.</p>');
    expect(
      renderToStaticMarkup(<ContentDifferenceView difference={same} language="ja" nameOf={nameOf} />),
    ).toBe('<p>違いはありません。</p>');
  });
});

describe('対照表の折りたたみ', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({
      ...item,
      itemKey: `n${place}`,
      position: place + 1,
      title: `新しい項目${place}`,
    }));
  const table = (before: readonly PlanItem[], after: readonly PlanItem[]) =>
    renderToStaticMarkup(
      <ComparisonTable
        difference={differContent(content(before), content(after), [])}
        language="ja"
        nameOf={nameOf}
        from="旧"
        to="新"
      />,
    );
  const parts = (html: string) =>
    [...html.matchAll(/<details class="difference-part"( open="")?><summary><h2>([^<]*)</gu)].map((match) => [
      match[2],
      match[1] !== undefined,
    ]);
  const changed = { ...item, title: '子育てが応援されている' };

  it.each<[string, number, unknown]>([
    ['六件までは、変わったものと並べる', 6, [['項目', true]]],
    [
      '七件からは、比べる相手のないものを別の表にたたむ',
      7,
      [
        ['項目', true],
        ['項目: 追加', false],
      ],
    ],
  ])('%s', (_, count, expected) => {
    const html = table([item], [changed, ...many(count)]);
    expect(parts(html)).toEqual(expected);
    // Folded, not left out.
    expect(html.match(/新しい項目\d<span/gu)).toHaveLength(count);
  });

  it.each<[string, string, string, boolean]>([
    ['長く、書き直した文はたたむ', 'あいうえお'.repeat(60), '子丑寅卯辰'.repeat(60), true],
    [
      '長くても、一部だけ変えた文は開いておく',
      'あいうえお'.repeat(60),
      `${'あいうえお'.repeat(60)}と`,
      false,
    ],
    ['書き直しても、短い文は開いておく', 'あいうえお', '子丑寅卯辰', false],
  ])('%s', (_, before, after, isFolded) => {
    const html = table([{ ...item, issue: before }], [{ ...item, issue: after }]);
    expect(html.includes('class="comparison__fold"')).toBe(isFolded);
    expect(html.includes('（全300字）')).toBe(isFolded);
  });
});
