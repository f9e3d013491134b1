import type { PlanItem } from './item.ts';
import type { LevelDefinition, NumberingStyle } from './level.ts';
import { buildTree, walkTree } from './tree.ts';

const romanParts: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Ⅰ–Ⅻ have characters of their own, which Japanese documents use; above, Latin letters. */
const roman = (ordinal: number): string => {
  if (ordinal <= 12) return String.fromCodePoint(0x2160 + ordinal - 1);
  let rest = ordinal;
  let text = '';
  for (const [value, letters] of romanParts) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
};

/** ①–⑳, ㉑–㉟ and ㊱–㊿ stand in three places of Unicode; above fifty there are none. */
const circled = (ordinal: number): string => {
  if (ordinal <= 20) return String.fromCodePoint(0x2460 + ordinal - 1);
  if (ordinal <= 35) return String.fromCodePoint(0x3251 + ordinal - 21);
  if (ordinal <= 50) return String.fromCodePoint(0x32b1 + ordinal - 36);
  return `(${ordinal})`;
};

const kanjiDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const kanji = (ordinal: number): string => {
  const [hundreds, tens, ones] = [Math.floor(ordinal / 100), Math.floor(ordinal / 10) % 10, ordinal % 10];
  const part = (digit: number, unit: string): string =>
    digit === 0 ? '' : `${digit === 1 ? '' : kanjiDigits[digit]}${unit}`;
  return `${part(hundreds, '百')}${part(tens, '十')}${kanjiDigits[ones]}`;
};

/** A–Z, then AA, AB …, as spreadsheets count columns. */
const upperAlpha = (ordinal: number): string =>
  ordinal <= 26
    ? String.fromCodePoint(64 + ordinal)
    : upperAlpha(Math.floor((ordinal - 1) / 26)) + upperAlpha(((ordinal - 1) % 26) + 1);

/** The number as printed. `ordinal` from 1; `parentCode` '' where the parent has none. */
export const formatNumber = (style: NumberingStyle, ordinal: number, parentCode: string): string => {
  switch (style) {
    case 'none':
    case 'given':
      return '';
    case 'decimal':
      return String(ordinal);
    case 'decimal-nested':
      return parentCode === '' ? String(ordinal) : `${parentCode}-${ordinal}`;
    case 'parenthesised':
      return `(${ordinal})`;
    case 'upper-alpha':
      return upperAlpha(ordinal);
    case 'circled':
      return circled(ordinal);
    case 'roman':
      return roman(ordinal);
    case 'kanji':
      return kanji(ordinal);
    default: {
      const unknown: never = style;
      throw new Error(`unknown numbering style ${String(unknown)}`);
    }
  }
};

/**
 * The number of every item, by key ('' for none). A given code is kept and takes up its ordinal, so that
 * the items after it do not shift. 再掲 shows the number of the item's own place.
 */
export const numberItems = (
  levels: readonly LevelDefinition[],
  items: readonly PlanItem[],
): ReadonlyMap<string, string> => {
  const byKey = new Map(levels.map((level) => [level.levelKey, level]));
  const counters = new Map<string, number>();
  const codes = new Map<string, string>();
  for (const { item, again } of walkTree(buildTree(items))) {
    if (again) continue;
    const level = byKey.get(item.levelKey);
    const scope = level?.numberingScope === 'parent' ? (item.parentKey ?? '') : '';
    const counter = JSON.stringify([item.levelKey, level?.numberingScope ?? '', scope]);
    const ordinal = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, ordinal);
    const parentCode = item.parentKey === null ? '' : (codes.get(item.parentKey) ?? '');
    codes.set(item.itemKey, item.code ?? formatNumber(level?.numbering ?? 'none', ordinal, parentCode));
  }
  for (const item of items) if (!codes.has(item.itemKey)) codes.set(item.itemKey, item.code ?? '');
  return codes;
};
