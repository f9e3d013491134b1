import type { FigureColumn } from './columns.ts';
import type { SexOfFigure } from './read-heading.ts';

const orders: Readonly<Record<number, readonly SexOfFigure[]>> = {
  2: ['male', 'female'],
  3: ['both', 'male', 'female'],
};

const sameAs = ({ age, figure, year }: FigureColumn): string => `${age?.from} ${age?.to} ${figure} ${year}`;

/**
 * 男女の別が書かれていない同じ見出しの繰り返し: ages told twice are taken for men and women, three times for both, men
 * and women — the sums of the cells are held against it later, and the person is told.
 */
export const namedBlocks = (
  figures: readonly FigureColumn[],
  rowsTellSex: boolean,
): { readonly figures: readonly FigureColumn[]; readonly isAssumed: boolean } => {
  const unnamed = figures.filter(({ sex, age }) => sex === null && age !== null);
  const times = [...Map.groupBy(unnamed, sameAs).values()].map(({ length }) => length);
  const order = orders[times[0] ?? 0];
  if (rowsTellSex || order === undefined || times.some((count) => count !== order.length))
    return { figures, isAssumed: false };
  const seen = new Map<string, number>();
  return {
    isAssumed: true,
    figures: figures.map((column) => {
      if (column.sex !== null || column.figure === 'households') return column;
      const key = sameAs(column);
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return { ...column, sex: order[nth] ?? null };
    }),
  };
};
