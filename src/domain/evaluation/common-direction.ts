/**
 * 方向の共通区分: every town's words are mapped to these, so that towns can be compared although one town's A is
 * another's D.
 */
export const commonDirections = [
  'expand', // 拡大
  'continue', // 現状のまま継続
  'improve', // 改善
  'reduce', // 縮小
  'merge', // 統合
  'suspend', // 休止
  'abolish', // 廃止
  'complete', // 完了
] as const;
export type CommonDirection = (typeof commonDirections)[number];
