/** Kept: a new one for each figure costs more than all else in a picture redrawn while a slider moves. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Rounded, with separators, never −0: 65,012. Written alike in Japanese and English. */
export const wholeNumber = (value: number): string => grouped.format(Math.round(value) + 0);
