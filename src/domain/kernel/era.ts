/** 元号. First and last day as ISO dates; the last day of one era is the day before the next (methods 5.2). */
export interface Era {
  readonly name: string;
  readonly letter: string;
  /** Calendar year of 元年. */
  readonly firstYear: number;
  readonly from: string;
  readonly to: string | null;
}

export const eras: readonly Era[] = [
  { name: '明治', letter: 'M', firstYear: 1868, from: '1868-01-25', to: '1912-07-29' },
  { name: '大正', letter: 'T', firstYear: 1912, from: '1912-07-30', to: '1926-12-24' },
  { name: '昭和', letter: 'S', firstYear: 1926, from: '1926-12-25', to: '1989-01-07' },
  { name: '平成', letter: 'H', firstYear: 1989, from: '1989-01-08', to: '2019-04-30' },
  { name: '令和', letter: 'R', firstYear: 2019, from: '2019-05-01', to: null },
];

/** '令和', '令' or 'R' (any case). */
export const eraOf = (label: string): Era | null =>
  eras.find(({ name, letter }) => label === name || label === name[0] || label.toUpperCase() === letter) ??
  null;

export const eraOnDay = (iso: string): Era | null =>
  eras.find(({ from, to }) => from <= iso && (to === null || iso <= to)) ?? null;

/** 令和1年 is written 令和元年. */
export const formatEraYear = (era: Era, year: number): string => {
  const count = year - era.firstYear + 1;
  return `${era.name}${count === 1 ? '元' : count}年`;
};

/** '元' or digits; null for 0 and for anything else. */
export const readEraCount = (text: string): number | null => {
  if (text === '元') return 1;
  if (!/^\d{1,3}$/.test(text)) return null;
  const count = Number(text);
  return count === 0 ? null : count;
};

/** Regular expression source for an era's name, short name or letter. */
export const eraPattern = '明治|大正|昭和|平成|令和|明|大|昭|平|令|[MTSHRmtshr]';
