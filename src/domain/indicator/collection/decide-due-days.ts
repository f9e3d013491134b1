import { parseJapaneseDate } from '../../kernel/japanese-date.ts';
import { errorAt, type Problem } from '../../kernel/problem.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Collection, CollectionSheet } from './collection.ts';

/** 課の期限 as the planner types it; '' is the collection's own day. */
export interface TypedDueDay {
  readonly unitKey: string;
  readonly dueOn: string;
}

export interface DueDay {
  readonly unitKey: string;
  /** ISO date; null: the collection's. */
  readonly dueOn: string | null;
}

/**
 * The due days that change. The collection's own day, typed, is no day of the unit: it moves with the collection's.
 * A unit that was not sent keeps its day. Paths: [unitKey, 'dueOn'].
 */
export const decideDueDays = (
  typed: readonly TypedDueDay[],
  collection: Pick<Collection, 'fiscalYear' | 'dueOn'>,
  sheets: readonly Pick<CollectionSheet, 'unitKey' | 'dueOn'>[],
): Result<readonly DueDay[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const before = new Map(sheets.map(({ unitKey, dueOn }) => [unitKey, dueOn]));
  const changed = typed.flatMap(({ unitKey, dueOn }): readonly DueDay[] => {
    const at = [unitKey, 'dueOn'];
    const known = before.get(unitKey);
    if (known === undefined) {
      problems.push(errorAt('sheet-unknown', at));
      return [];
    }
    const day = dueOn.trim() === '' ? null : parseJapaneseDate(dueOn);
    if (day !== null && !day.ok) {
      problems.push({ ...day.error, path: at });
      return [];
    }
    if (day !== null && day.value < `${collection.fiscalYear}-04-01`) {
      problems.push(errorAt('collection-due-before-year', at, { day: day.value }));
      return [];
    }
    const own = day === null || day.value === collection.dueOn ? null : day.value;
    return own === known ? [] : [{ unitKey, dueOn: own }];
  });
  return problems.length > 0 ? refuse(problems) : ok(changed);
};
