/** 28.4 of a share of 0–1; 0 of nobody */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1);

/** A year as it is typed, with one 年: 2032年, R14年, 令和14年. */
export const yearTyped = (text: string): string => (text.endsWith('年') ? text : `${text}年`);
