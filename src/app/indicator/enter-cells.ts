import { deleteKeptTyping } from '../../db/autosave.ts';
import { loadIndicators, type StoredValue } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { deleteDraftCells, lockIndicator, upsertDraftValues } from '../../db/write-values.ts';
import { may } from '../../domain/access/may.ts';
import { isCellOf } from '../../domain/indicator/check-indicator.ts';
import { decideCells, type TypedCells } from '../../domain/indicator/decide-cells.ts';
import { saysNothing } from '../../domain/indicator/decide-values.ts';
import type { IndicatorValue } from '../../domain/indicator/indicator.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { cellsMark, valueContent } from './seen-values.ts';

/** Cells of one year, with the `cellsMark` of what the person saw of them. */
export interface EnteredCells extends TypedCells {
  readonly seen: string;
}

/** What a table shows of a cell: the draft where there is one, else what is published. */
export const shownCell = (
  values: readonly StoredValue[],
  fiscalYear: number,
  breakdown: string,
): StoredValue | null => {
  const ofCell = values.filter(
    (value) => value.series === 'actual' && value.breakdown === breakdown && value.fiscalYear === fiscalYear,
  );
  return ofCell.find(({ stage }) => stage === 'draft') ?? ofCell[0] ?? null;
};

/** The cells of a year as shown, in the order given. */
export const shownCells = (
  values: readonly StoredValue[],
  fiscalYear: number,
  breakdowns: readonly string[],
): readonly StoredValue[] =>
  breakdowns.flatMap((breakdown) => shownCell(values, fiscalYear, breakdown) ?? []);

/**
 * Keeps figures of the breakdowns (内訳) of one indicator as drafts beside what is published. All or none; cells that say
 * what is stored already are left alone.
 */
export const enterCells = (
  acting: Acting,
  indicatorKey: string,
  years: readonly EnteredCells[],
  /** Kept typing a save makes needless. */
  formKey?: string,
): Promise<Result<{ readonly changed: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockIndicator(tx, indicatorKey);
    if (locked === null) return refused('indicator-not-found', [indicatorKey]);
    const unitKeys = locked.unitKey === null ? [] : [locked.unitKey];
    const ancestors = ancestorsOf(await listUnits(tx));
    if (!may(acting.actor, 'indicator.enter', { unitKeys, ancestors }))
      return refused('not-allowed', [indicatorKey]);
    const [stored] = await loadIndicators(tx, [indicatorKey]);
    if (stored === undefined) return refused('indicator-not-found', [indicatorKey]);
    const { indicator, values } = stored;
    const unknown = years
      .flatMap(({ cells }) => cells)
      .find(({ breakdown }) => breakdown === '' || !isCellOf(breakdown, indicator.breakdowns));
    if (unknown !== undefined)
      return refused('breakdown-unknown', [], { breakdown: unknown.breakdown.slice(0, 80) });

    const shown = (year: number, breakdown: string): StoredValue | null => shownCell(values, year, breakdown);
    const decided = decideCells(indicator, years, shown);
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const isSame = (value: IndicatorValue, other: StoredValue | null): boolean =>
      other === null ? saysNothing(value) : valueContent(value) === valueContent(other);
    const changed = decided.value.filter((value) => !isSame(value, shown(value.fiscalYear, value.breakdown)));
    if (indicator.computed !== null && changed.length > 0)
      return (
        refusalOf(
          changed.map(({ fiscalYear, breakdown }) => errorAt('figure-for-computed', [fiscalYear, breakdown])),
        ) ?? refused('not-allowed')
      );
    const changedYears = new Set(changed.map(({ fiscalYear }) => fiscalYear));
    const stale = years.filter(({ fiscalYear, cells, seen }) => {
      const breakdowns = cells.map(({ breakdown }) => breakdown);
      return changedYears.has(fiscalYear) && seen !== cellsMark(shownCells(values, fiscalYear, breakdowns));
    });
    const meanwhile = refusalOf(stale.map(({ fiscalYear }) => errorAt('changed-meanwhile', [fiscalYear])));
    if (meanwhile !== null) return meanwhile;

    const published = (value: IndicatorValue): StoredValue | null =>
      values.find(
        (each) =>
          each.stage === 'published' &&
          each.series === 'actual' &&
          each.fiscalYear === value.fiscalYear &&
          each.breakdown === value.breakdown,
      ) ?? null;
    // A draft that says what is published, or nothing where nothing is published, is no draft.
    const dropped = changed.filter((value) => isSame(value, published(value)));
    await deleteDraftCells(tx, indicatorKey, dropped);
    await upsertDraftValues(
      tx,
      indicatorKey,
      changed.filter((value) => !dropped.includes(value)),
      stampOf(acting),
    );
    if (formKey !== undefined) await deleteKeptTyping(tx, acting.actor.userId, formKey);
    return ok({ changed: changed.length });
  });
