export interface SideLabel {
  /** Where the label would stand: the end of its line */
  readonly wish: number;
  readonly height: number;
}

/**
 * Upper edges of labels that stand below one another beside a chart, each as near its wish as the others let it:
 * pushed apart from the top down, then back up from `bottom`. They may end above `top` where there are too many.
 */
export const stackLabels = (
  labels: readonly SideLabel[],
  top: number,
  bottom: number,
  gap: number,
): readonly number[] => {
  const order = labels
    .map((label, index) => ({ ...label, index, y: label.wish - label.height / 2 }))
    .toSorted((a, b) => a.wish - b.wish || a.index - b.index);
  let free = top;
  for (const label of order) {
    label.y = Math.max(label.y, free);
    free = label.y + label.height + gap;
  }
  let limit = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, limit - label.height);
    limit = label.y - gap;
  }
  const placed = order.toSorted((a, b) => a.index - b.index);
  return placed.map(({ y }) => y);
};
