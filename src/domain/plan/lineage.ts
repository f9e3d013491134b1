/** 系譜: what became of an item, with the reason. `from`/`to` may be of the same plan or of predecessor and successor. */
export interface LineageLink {
  readonly kind: 'rename' | 'merge' | 'split' | 'move' | 'drop' | 'carry' | 'new';
  readonly from: ItemReference | null;
  readonly to: ItemReference | null;
  readonly reason: string;
}

export interface ItemReference {
  readonly planKey: string;
  readonly itemKey: string;
}
