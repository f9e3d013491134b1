import { upsertDrafts, type ValueOfIndicator } from '../../db/draft-values.ts';
import type { LoadedIndicator, StoredValue } from '../../db/read-indicator.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { deleteDraftsOfMany } from '../../db/write-collection-values.ts';
import { figureOf } from '../../domain/indicator/collection/asked.ts';
import { decideRow, type TypedRow } from '../../domain/indicator/collection/decide-row.ts';
import { isUntouched, shownRow } from '../../domain/indicator/collection/typed-row.ts';
import { saysNothing } from '../../domain/indicator/decide-values.ts';
import type { IndicatorValue } from '../../domain/indicator/indicator.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { type Acting, stampOf } from '../acting.ts';
import { valueContent } from '../indicator/seen-values.ts';
import { rowMark } from './sheet-mark.ts';

/** A row as typed, with the `rowMark` of what the person saw; null: whatever is stored (a preview). */
export interface EnteredRow extends TypedRow {
  readonly seen: string | null;
}

/** What a row changes. */
export interface ChangedRow {
  readonly record: LoadedIndicator;
  readonly before: StoredValue | null;
  readonly after: IndicatorValue;
}

const isSame = (typed: IndicatorValue, stored: StoredValue | null): boolean =>
  stored === null ? saysNothing(typed) : valueContent(typed) === valueContent(stored);

export interface RowPlan {
  readonly changed: readonly ChangedRow[];
  readonly problems: readonly Problem[];
}

/** What rows would change, and everything that stands against it. Nothing is written. */
export const planRows = (
  records: ReadonlyMap<string, LoadedIndicator>,
  rows: readonly EnteredRow[],
  fiscalYear: number,
): RowPlan => {
  const problems: Problem[] = [];
  const changed = rows.flatMap((row): readonly ChangedRow[] => {
    const record = records.get(row.indicatorKey);
    if (record === undefined || isUntouched(shownRow(record, fiscalYear), row)) return [];
    const decided = decideRow(record, fiscalYear, row);
    if (!decided.ok) {
      problems.push(...decided.error);
      return [];
    }
    const before = figureOf(record.values, fiscalYear);
    if (isSame(decided.value, before)) return [];
    if (row.seen !== null && row.seen !== rowMark(record, fiscalYear))
      problems.push(errorAt('changed-meanwhile', [row.indicatorKey]));
    return [{ record, before, after: decided.value }];
  });
  return { changed, problems };
};

/** Writes what changes as drafts: three statements however many rows. */
export const writeRows = async (
  tx: TenantTx,
  acting: Acting,
  changed: readonly ChangedRow[],
  fiscalYear: number,
): Promise<void> => {
  const publishedOf = ({ values }: LoadedIndicator): StoredValue | null =>
    figureOf(
      values.filter(({ stage }) => stage === 'published'),
      fiscalYear,
    );
  // A draft that says the same as what is published, or nothing where nothing is published, is no draft.
  const dropped = changed.filter(({ record, after }) => isSame(after, publishedOf(record)));
  const keyOf = ({ record }: ChangedRow): string => record.indicator.indicatorKey;
  await deleteDraftsOfMany(tx, dropped.map(keyOf), fiscalYear);
  await upsertDrafts(
    tx,
    changed
      .filter((row) => !dropped.includes(row))
      .map((row): ValueOfIndicator => ({ ...row.after, indicatorKey: keyOf(row) })),
    stampOf(acting),
  );
};
