/**
 * 評価シートの状態. `stageIndex` is the stage whose turn it is; a sheet is `final` when it is their number.
 * not-started → draft → submitted (stage 1's turn) → approved (stage 2's turn, and so on) → final → published.
 * returned: sent back to `stageIndex`, or opened again.
 */
export const sheetStatuses = [
  'not-started',
  'draft',
  'submitted',
  'returned',
  'approved',
  'final',
  'published',
] as const;
export type SheetStatus = (typeof sheetStatuses)[number];

export interface SheetState {
  readonly status: SheetStatus;
  readonly stageIndex: number;
}
