import { findCollection, findPlanYears, listSheets } from '../../db/read-collection.ts';
import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { lockIndicators } from '../../db/write-collection-values.ts';
import { may } from '../../domain/access/may.ts';
import { yearProblem } from '../../domain/indicator/collection/decide-collection.ts';
import type { TypedRow } from '../../domain/indicator/collection/decide-row.ts';
import { writingRefusal } from '../../domain/indicator/collection/decide-sheet.ts';
import { fiscalYearOf } from '../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { type ChangedRow, planRows, writeRows } from './sheet-rows.ts';

/** Indicators whose figures are typed, of every unit. */
export const readEnterable = (acting: Acting): Promise<readonly LoadedIndicator[]> =>
  withTenant(acting.db, acting.as, async (tx) =>
    (await loadIndicators(tx, undefined, { breakdowns: false })).filter(
      ({ indicator }) => indicator.computed === null,
    ),
  );

/** Sheets that were sent in are not written to behind their unit's back. */
const heldRows = async (
  tx: TenantTx,
  fiscalYear: number,
  records: readonly LoadedIndicator[],
): Promise<readonly Problem[]> => {
  const collection = await findCollection(tx, fiscalYear, 'share');
  if (collection === null) return [];
  const held = new Map(
    (await listSheets(tx, fiscalYear)).flatMap((sheet) => {
      const problem = writingRefusal(sheet, collection);
      return problem === null ? [] : [[sheet.unitKey, problem.code] as const];
    }),
  );
  return records.flatMap(({ indicator }) => {
    const code = indicator.unitKey === null ? undefined : held.get(indicator.unitKey);
    return code === undefined ? [] : [errorAt(code, [indicator.indicatorKey], { title: indicator.name })];
  });
};

/**
 * Figures of one fiscal year of any units, from a file: all of them or none, as drafts. Without a collection of that
 * year too: figures of earlier years come so. `dryRun`: what would change.
 */
export const importSheet = (
  acting: Acting,
  fiscalYear: number,
  rows: readonly TypedRow[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<Result<readonly ChangedRow[], Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.collect')) return refused('not-allowed');
    const wrongYear = yearProblem(fiscalYear, {
      runningYear: fiscalYearOf(todayInJapan(acting)),
      planYears: await findPlanYears(tx),
    });
    if (wrongYear !== null) return { ok: false, error: [wrongYear] };
    const keys = rows.map(({ indicatorKey }) => indicatorKey);
    await lockIndicators(tx, keys);
    const records = await loadIndicators(tx, keys, { breakdowns: false });
    const byKey = new Map(records.map((record) => [record.indicator.indicatorKey, record]));
    const { changed, problems } = planRows(
      byKey,
      rows.map((row) => ({ ...row, seen: null })),
      fiscalYear,
    );
    const held = await heldRows(
      tx,
      fiscalYear,
      changed.map(({ record }) => record),
    );
    const wrong = refusalOf([...problems, ...held]);
    if (wrong !== null) return wrong;
    if (!dryRun) await writeRows(tx, acting, changed, fiscalYear);
    return ok(changed);
  });
