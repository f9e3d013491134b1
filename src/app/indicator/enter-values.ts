import { deleteKeptTyping } from '../../db/autosave.ts';
import { listSheets } from '../../db/read-collection.ts';
import { loadIndicators, type StoredValue } from '../../db/read-indicator.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { deleteDraftValues, lockIndicator, upsertDraftValues } from '../../db/write-values.ts';
import { may } from '../../domain/access/may.ts';
import {
  decideValues,
  lonelyStandardErrors,
  saysNothing,
  type TypedValue,
} from '../../domain/indicator/decide-values.ts';
import type { IndicatorValue } from '../../domain/indicator/indicator.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { seenMark, valueContent } from './seen-values.ts';

/** A row of the entry table, with the `seenMark` of what the person saw in it. */
export interface EnteredValue extends TypedValue {
  readonly seen: string;
}

/** What the table of a series shows of a year: the draft where there is one, else what is published. */
export const shownValue = (
  values: readonly StoredValue[],
  fiscalYear: number,
  series = 'actual',
): StoredValue | null => {
  const ofYear = values.filter(
    (value) => value.series === series && value.breakdown === '' && value.fiscalYear === fiscalYear,
  );
  return ofYear.find((value) => value.stage === 'draft') ?? ofYear[0] ?? null;
};

const isSame = (entered: IndicatorValue, shown: StoredValue | null): boolean =>
  shown === null ? saysNothing(entered) : valueContent(entered) === valueContent(shown);

/** Years of the unit's sheets that lie with its head: what was submitted is what is approved. */
const submittedYears = async (
  tx: TenantTx,
  unitKey: string,
  years: readonly number[],
): Promise<readonly number[]> =>
  years.length === 0
    ? []
    : (await listSheets(tx))
        .filter((sheet) => sheet.unitKey === unitKey && sheet.state === 'submitted')
        .map(({ fiscalYear }) => fiscalYear)
        .filter((year) => years.includes(year));

/**
 * Keeps figures of one series of an indicator — 実績値, or a projection — as drafts beside what is published. All rows or
 * none; rows that say what is stored already are left alone. A computed indicator has no actual figures to enter.
 */
export const enterValues = (
  acting: Acting,
  indicatorKey: string,
  rows: readonly EnteredValue[],
  /** Kept typing a save makes needless. */
  formKey?: string,
  series = 'actual',
): Promise<Result<{ readonly changedYears: readonly number[] }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const locked = await lockIndicator(tx, indicatorKey);
    if (locked === null) return refused('indicator-not-found', [indicatorKey]);
    const unitKeys = locked.unitKey === null ? [] : [locked.unitKey];
    const ancestors = ancestorsOf(await listUnits(tx));
    if (!may(acting.actor, 'indicator.enter', { unitKeys, ancestors }))
      return refused('not-allowed', [indicatorKey]);

    const [stored] = await loadIndicators(tx, [indicatorKey], { breakdowns: false });
    const known = series === 'actual' || stored?.referenceSeries.some((each) => each.series === series);
    if (!known) return refused('series-unknown', [], { series: series.slice(0, 80) });
    const decided = decideValues(rows, series);
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const typedByHand = series === 'actual' && stored?.indicator.computed != null ? decided.value : [];
    const wrong = refusalOf([
      ...lonelyStandardErrors(rows),
      ...typedByHand
        .filter((value) => !saysNothing(value))
        .map(({ fiscalYear }) => errorAt('figure-for-computed', [fiscalYear, 'figure'])),
    ]);
    if (wrong !== null) return wrong;
    const shown = (year: number): StoredValue | null => shownValue(stored?.values ?? [], year, series);
    const changed = decided.value.filter((value) => !isSame(value, shown(value.fiscalYear)));
    if (series === 'actual' && locked.unitKey !== null) {
      const waiting = await submittedYears(
        tx,
        locked.unitKey,
        changed.map(({ fiscalYear }) => fiscalYear),
      );
      const submitted = refusalOf(waiting.map((year) => errorAt('sheet-submitted', [year, 'figure'])));
      if (submitted !== null) return submitted;
    }
    const meanwhile: Problem[] = changed.flatMap(({ fiscalYear }) => {
      const seen = rows.find((row) => row.fiscalYear === fiscalYear)?.seen ?? '';
      return seen === seenMark(shown(fiscalYear))
        ? []
        : [{ code: 'changed-meanwhile', path: [fiscalYear], severity: 'error' as const }];
    });
    const stale = refusalOf(meanwhile);
    if (stale !== null) return stale;

    const published = (year: number): StoredValue | undefined =>
      stored?.values.find(
        (value) => value.stage === 'published' && value.series === series && value.fiscalYear === year,
      );
    // A draft that says the same as what is published, or nothing where nothing is published, is no draft.
    const dropped = changed.filter((value) => isSame(value, published(value.fiscalYear) ?? null));
    const kept = changed.filter((value) => !dropped.includes(value));
    await deleteDraftValues(
      tx,
      indicatorKey,
      series,
      dropped.map((value) => value.fiscalYear),
    );
    await upsertDraftValues(tx, indicatorKey, kept, stampOf(acting));
    if (formKey !== undefined) await deleteKeptTyping(tx, acting.actor.userId, formKey);
    return ok({ changedYears: changed.map((value) => value.fiscalYear) });
  });
