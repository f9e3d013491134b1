import { describe, expect, it } from 'vitest';
import { parseValueText } from './parse-value-text.ts';
import { printValueText } from './print-value-text.ts';
import type { NumberText } from './value-text.ts';
import { usualValueWords } from './value-words.data.ts';

const number = (value: string, rest: Partial<NumberText> = {}): NumberText => ({
  kind: 'number',
  value,
  scale: '',
  unit: '',
  approximate: false,
  cumulative: null,
  bound: null,
  year: null,
  ...rest,
});
const open = (unit = '') => ({ kind: 'open', unit, year: null });
const fiscal = (year: number) => ({ of: 'fiscal-year', year }) as const;

describe('値の文字を読む', () => {
  it.each([
    ['そのまま', '6.77', number('6.77')],
    ['末尾の0は残す', '6.70点', number('6.70', { unit: '点' })],
    ['桁区切り', '65,000人', number('65000', { unit: '人' })],
    ['全角', '１，２３４．５％', number('1234.5', { unit: '%' })],
    ['三角は負', '△5', number('-5')],
    ['黒三角と空白', '▲ 1,200.5 百万円', number('-1200.5', { scale: '百万', unit: '円' })],
    ['全角マイナス', '−３', number('-3')],
    ['正の符号', '+0.3ポイント', number('0.3', { unit: 'ポイント' })],
    ['千人', '1,234千人', number('1234', { scale: '千', unit: '人' })],
    ['万人', '5.2万人', number('5.2', { scale: '万', unit: '人' })],
    ['億円', '12億円', number('12', { scale: '億', unit: '円' })],
    ['億と万', '1億2,000万円', number('12000', { scale: '万', unit: '円' })],
    ['万と千', '3万5千人', number('35', { scale: '千', unit: '人' })],
    ['万と端数', '3万5,120人', number('35120', { unit: '人' })],
    ['負の億と万', '△1億2,000万円', number('-12000', { scale: '万', unit: '円' })],
    ['約', '約120人', number('120', { unit: '人', approximate: true })],
    ['程度', '120人程度', number('120', { unit: '人', approximate: true })],
    ['以上', '6.77点以上', number('6.77', { unit: '点', bound: 'at-least' })],
    ['未満', '０人未満', number('0', { unit: '人', bound: 'below' })],
    ['約と以上', '約３割以上', number('3', { unit: '割', approximate: true, bound: 'at-least' })],
    ['延べ', '延べ2件', number('2', { unit: '件', cumulative: '延べ' })],
    ['延べ約', '延べ約1,200人', number('1200', { unit: '人', cumulative: '延べ', approximate: true })],
    ['約のべ', '約のべ1,200人', number('1200', { unit: '人', cumulative: '延べ', approximate: true })],
    ['後ろの累計', '45件（累計）', number('45', { unit: '件', cumulative: '累計' })],
    ['年度', '45.0%（令和６年度）', number('45.0', { unit: '%', year: fiscal(2024) })],
    ['短い年度', '45.0（R6）', number('45.0', { year: fiscal(2024) })],
    ['前の年度', '令和元年度 35.0%', number('35.0', { unit: '%', year: fiscal(2019) })],
    ['西暦の年度', '2024年度：12件', number('12', { unit: '件', year: fiscal(2024) })],
    ['暦年', '84.1歳（令和2年）', number('84.1', { unit: '歳', year: { of: 'calendar-year', year: 2020 } })],
    ['年数は年ではない', '1200年間', number('1200', { unit: '年間' })],
    ['一人当たり', '7.4件/千人', number('7.4', { unit: '件/千人' })],
    ['平方メートルはそのまま', '12.5㎡', number('12.5', { unit: '㎡' })],
    ['数字の入った単位', '350t-CO2', number('350', { unit: 't-CO2' })],
  ])('数 — %s: 「%s」', (_, text, expected) => {
    expect(parseValueText(text, [])).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['設置', { kind: 'milestone', word: '設置', stage: 'done', year: null }],
    ['策定済み', { kind: 'milestone', word: '策定', stage: 'done', year: null }],
    ['令和8年度策定', { kind: 'milestone', word: '策定', stage: 'done', year: fiscal(2026) }],
    ['令和8年度末までに策定', { kind: 'milestone', word: '策定', stage: 'done', year: fiscal(2026) }],
    ['実施（R5）', { kind: 'milestone', word: '実施', stage: 'done', year: fiscal(2023) }],
    ['令和7年度', { kind: 'milestone', word: '', stage: 'done', year: fiscal(2025) }],
    ['有', { kind: 'milestone', word: '有', stage: 'done', year: null }],
    ['無', { kind: 'milestone', word: '無', stage: 'not-done', year: null }],
    ['検討中', { kind: 'milestone', word: '検討', stage: 'under-way', year: null }],
    ['○', { kind: 'milestone', word: '○', stage: 'done', year: null }],
  ])('文字の実績 — 「%s」', (text, expected) => {
    expect(parseValueText(text, [])).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['－', '－', 'not-measurable'],
    ['―', '－', 'not-measurable'],
    ['-', '－', 'not-measurable'],
    ['未実施', '未実施', 'not-surveyed'],
    ['未集計', '未集計', 'not-yet-due'],
    ['調査なし', '調査なし', 'not-surveyed'],
    ['廃止', '廃止', 'discontinued'],
    ['ﾃﾞｰﾀなし', 'データなし', 'not-measurable'],
    ['***', '***', 'not-measurable'],
    ['＊＊＊', '***', 'not-measurable'],
    ['ｘ', 'X', 'suppressed'],
  ])('値がない — 「%s」', (text, word, reason) => {
    expect(parseValueText(text, [])).toEqual({ ok: true, value: { kind: 'missing', word, reason } });
  });

  it.each([
    ['○⇒○', open(), open()],
    ['○○⇒○○', open(), open()],
    ['○○人⇒○○人', open('人'), open('人')],
    ['35.0% ⇒ ４５．０％', number('35.0', { unit: '%' }), number('45.0', { unit: '%' })],
    ['延べ2→延べ5', number('2', { cumulative: '延べ' }), number('5', { cumulative: '延べ' })],
    ['－⇒○○件', { kind: 'missing', word: '－', reason: 'not-measurable' }, open('件')],
    [
      '×⇒○',
      { kind: 'milestone', word: '×', stage: 'not-done', year: null },
      { kind: 'milestone', word: '○', stage: 'done', year: null },
    ],
    [
      '未策定 => 策定（令和7年度）',
      { kind: 'milestone', word: '未策定', stage: 'not-done', year: null },
      { kind: 'milestone', word: '策定', stage: 'done', year: fiscal(2025) },
    ],
  ])('基準値と目標値 — 「%s」', (text, from, to) => {
    expect(parseValueText(text, [])).toEqual({ ok: true, value: { kind: 'transition', from, to } });
  });

  it('空は未入力であり、理由ではない', () => {
    expect(parseValueText(' 　', [])).toEqual({ ok: true, value: { kind: 'blank' } });
  });

  it.each([
    ['知らない単位は、数を候補に出す', '120ぴき', 'value-unit-unknown', { unit: 'ぴき', suggestion: '120' }],
    ['文の中の数', '前年より120人増えた', 'not-value-text', { suggestion: '120' }],
    ['二つの数', '10-20%', 'not-value-text', {}],
    ['言葉だけ', '市民のくらし', 'not-value-text', {}],
    ['桁区切りの位置', '1,23人', 'not-value-text', {}],
    ['16桁', '1234567890123456', 'not-value-text', {}],
    ['矢印が二つ', '1⇒2⇒3', 'value-arrow', {}],
    ['片側が空', '35⇒', 'value-arrow', {}],
    ['大きい位が後', '2万3億', 'not-value-text', {}],
    ['知らない語を付けた丸', '○○くらいの人', 'not-value-text', {}],
  ])('断る — %s: 「%s」', (_, text, code, params) => {
    const place = ['第3行', '実績値'];
    expect(parseValueText(text, place)).toEqual({
      ok: false,
      error: { code, path: place, severity: 'error', params: { text, ...params } },
    });
  });

  it('ありえない年は、年の断り方で断る', () => {
    const result = parseValueText('45（平成35年度）', ['B3']);
    expect(result).toMatchObject({ ok: false, error: { code: 'fiscal-year-after-era', path: ['B3'] } });
  });

  it('町の語を足せば読める', () => {
    const words = {
      ...usualValueWords,
      units: [...usualValueWords.units, 'ぴき'],
      missing: [...usualValueWords.missing, { words: ['コロナにより中止'], reason: 'not-surveyed' as const }],
    };
    expect(parseValueText('120ぴき', [], words)).toMatchObject({ ok: true, value: { unit: 'ぴき' } });
    expect(parseValueText('コロナにより中止', [], words)).toMatchObject({
      ok: true,
      value: { kind: 'missing', reason: 'not-surveyed' },
    });
  });

  it.each([
    ['延べ約１２３４千人以上(R6)', '延べ約1,234千人以上（令和6年度）'],
    ['-1200.50', '△1,200.50'],
    ['○人→○人', '○○人⇒○○人'],
    ['平成31年', '令和元年'],
    ['―', '－'],
  ])('整えて書く — 「%s」は「%s」', (text, printed) => {
    const parsed = parseValueText(text, []);
    expect(parsed.ok && printValueText(parsed.value)).toBe(printed);
  });
});

describe('語の表', () => {
  it('同じ語が二つの意味を持たない', () => {
    const all = [
      ...usualValueWords.missing.flatMap(({ words }) => words),
      ...usualValueWords.milestones.flatMap(({ words }) => words),
      ...usualValueWords.open,
    ].map((word) => word.normalize('NFKC').toLowerCase());
    const repeated = all.filter((word, at) => all.indexOf(word) !== at);
    // Two code points that a keyboard makes one.
    expect(repeated.filter((word) => !/^[-.xχ]+$/u.test(word))).toEqual([]);
  });

  it('単位は位の語で始まらない', () => {
    const clash = usualValueWords.units.filter((unit) =>
      usualValueWords.scales.some(({ word }) => unit.startsWith(word)),
    );
    expect(clash).toEqual([]);
  });
});
