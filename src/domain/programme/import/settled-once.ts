import type { Problem } from '../../kernel/problem.ts';

const settled = 'programme-year-settled';

/**
 * 決算の確定した年度 is why a whole file is refused, not a fault of its rows: told at the first of them, with how many
 * others meet it. Whatever else is wrong stands as it was.
 */
export const settledOnce = (problems: readonly Problem[]): readonly Problem[] => {
  const rows = new Map<unknown, number>();
  for (const { code, params } of problems)
    if (code === settled) rows.set(params?.fiscalYear, (rows.get(params?.fiscalYear) ?? 0) + 1);
  const told = new Set<unknown>();
  return problems.flatMap((problem) => {
    if (problem.code !== settled) return [problem];
    const year = problem.params?.fiscalYear;
    if (told.has(year)) return [];
    told.add(year);
    return [{ ...problem, params: { ...problem.params, others: (rows.get(year) ?? 1) - 1 } }];
  });
};
