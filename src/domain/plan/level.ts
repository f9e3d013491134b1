/** 階層の定義. Levels are data: number, names and numbering differ in every town. */
export interface LevelDefinition {
  readonly levelKey: string;
  /** 基本戦略, 取組方針, 施策の方向性 … as the town calls it. */
  readonly name: string;
  readonly nameEn?: string;
  /** Levels an item of this level may hang from; 'root' for the top of the tree. */
  readonly parents: readonly (string | 'root')[];
  readonly numbering: NumberingStyle;
  /** 'global': numbers run through the plan (①〜⑨ across strategies); 'parent': start again under each parent. */
  readonly numberingScope: 'global' | 'parent';
  /** Titles of this level name a state (…している), a means, or either. The naming lint reads this. */
  readonly titleStyle: 'state' | 'means' | 'free';
  /** 柱1・柱2, 全市戦略・事業部戦略: parallel tracks under one parent. */
  readonly track?: string;
}

export type NumberingStyle =
  | 'none' // no number
  | 'decimal' // 1, 2, 3
  | 'decimal-nested' // 1-1, 1-2 (parent's code, hyphen, number)
  | 'parenthesised' // (1), (2)
  | 'upper-alpha' // A, B, C
  | 'circled' // ①, ②
  | 'roman' // Ⅰ, Ⅱ
  | 'kanji' // 一, 二
  | 'given'; // the document's own codes, repeated between chapters where it repeats them
