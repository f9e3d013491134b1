import { describe, expect, it } from 'vitest';
import { firstState, moveSheet, type SheetMove } from './move-sheet.ts';
import type { SheetState, SheetStatus } from './sheet-state.ts';

const at = (status: SheetStatus, stageIndex: number): SheetState => ({ status, stageIndex });

describe('三段階のシートの動き', () => {
  it.each<[string, SheetState, SheetMove, SheetState]>([
    ['書き始める', at('not-started', 0), { kind: 'save', stage: 0 }, at('draft', 0)],
    ['書き続ける', at('draft', 0), { kind: 'save', stage: 0 }, at('draft', 0)],
    ['提出する', at('draft', 0), { kind: 'hand-on', stage: 0 }, at('submitted', 1)],
    ['一次評価を書く', at('submitted', 1), { kind: 'save', stage: 1 }, at('submitted', 1)],
    ['一次評価を承認する', at('submitted', 1), { kind: 'hand-on', stage: 1 }, at('approved', 2)],
    ['最後の段階を終える', at('approved', 2), { kind: 'hand-on', stage: 2 }, at('final', 3)],
    [
      '二つ前へ差し戻す',
      at('approved', 2),
      { kind: 'return', stage: 2, to: 0, reason: '目標値が違う' },
      at('returned', 0),
    ],
    [
      '提出したものを取り戻す',
      at('submitted', 1),
      { kind: 'take-back', stage: 0, isNextBegun: false },
      at('draft', 0),
    ],
    [
      '承認したものを取り戻す',
      at('approved', 2),
      { kind: 'take-back', stage: 1, isNextBegun: false },
      at('submitted', 1),
    ],
    ['直して出し直す', at('returned', 0), { kind: 'hand-on', stage: 0 }, at('submitted', 1)],
    ['開き直す', at('final', 3), { kind: 'reopen', to: 1, reason: '議会の指摘' }, at('returned', 1)],
    ['対象外にする', at('draft', 0), { kind: 'exempt', reason: '廃止した事業' }, at('final', 3)],
    ['公開する', at('final', 3), { kind: 'publish' }, at('published', 3)],
  ])('%s', (_, before, move, after) => {
    expect(moveSheet(before, 3, move)).toEqual({ ok: true, value: after });
  });

  it.each<[string, SheetState, SheetMove, string]>([
    ['ほかの段階の番', at('submitted', 1), { kind: 'save', stage: 0 }, 'evaluation-not-its-turn'],
    ['先の段階を飛ばす', at('draft', 0), { kind: 'hand-on', stage: 1 }, 'evaluation-not-its-turn'],
    [
      '理由のない差し戻し',
      at('approved', 2),
      { kind: 'return', stage: 2, to: 0, reason: ' \n ' },
      'evaluation-reason-missing',
    ],
    [
      '先へ「差し戻す」',
      at('submitted', 1),
      { kind: 'return', stage: 1, to: 2, reason: 'x' },
      'evaluation-return-stage',
    ],
    [
      '次の段階が書き始めてからの取り戻し',
      at('submitted', 1),
      { kind: 'take-back', stage: 0, isNextBegun: true },
      'evaluation-next-has-begun',
    ],
    [
      '二つ前の段階の取り戻し',
      at('approved', 2),
      { kind: 'take-back', stage: 0, isNextBegun: false },
      'evaluation-nothing-to-take-back',
    ],
    [
      '差し戻されたシートの取り戻し',
      at('returned', 1),
      { kind: 'take-back', stage: 0, isNextBegun: false },
      'evaluation-nothing-to-take-back',
    ],
    [
      '進める前の取り戻し',
      at('draft', 0),
      { kind: 'take-back', stage: -1, isNextBegun: false },
      'evaluation-nothing-to-take-back',
    ],
    [
      '終わったシートの取り戻し',
      at('final', 3),
      { kind: 'take-back', stage: 2, isNextBegun: false },
      'evaluation-sheet-final',
    ],
    ['終わったシートへの入力', at('final', 3), { kind: 'save', stage: 2 }, 'evaluation-sheet-final'],
    ['途中のシートの公開', at('approved', 2), { kind: 'publish' }, 'evaluation-not-final'],
    [
      '公開したシートの開き直し',
      at('published', 3),
      { kind: 'reopen', to: 0, reason: 'x' },
      'evaluation-sheet-published',
    ],
  ])('断る: %s', (_, before, move, code) => {
    expect(moveSheet(before, 3, move)).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('対象外のシートは、初めから終わっている', () => {
    expect(firstState(3, true)).toEqual(at('final', 3));
    expect(firstState(3, false)).toEqual(at('not-started', 0));
  });
});
