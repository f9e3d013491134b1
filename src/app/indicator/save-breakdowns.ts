import { type LoadedIndicator, loadIndicators } from '../../db/read-indicator.ts';
import { withTenant } from '../../db/tenant.ts';
import { updateIndicator } from '../../db/update-indicator.ts';
import { lockIndicator } from '../../db/write-values.ts';
import { may } from '../../domain/access/may.ts';
import { decideBreakdowns } from '../../domain/indicator/decide-breakdowns.ts';
import { decideSeries } from '../../domain/indicator/decide-series.ts';
import type { BreakdownDimension, ReferenceSeries } from '../../domain/indicator/indicator.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

type Lists = Pick<LoadedIndicator, 'referenceSeries'> & {
  readonly breakdowns: readonly BreakdownDimension[];
};

/** Changes what the figures of an indicator are divided into, or what stands beside them. */
const saveLists = (
  acting: Acting,
  indicatorKey: string,
  expectedVersion: number,
  decide: (stored: LoadedIndicator) => Result<Partial<Lists>, readonly Problem[]>,
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.define')) return refused('not-allowed', [indicatorKey]);
    // Figures are written under the same lock: none comes to a category that goes.
    if ((await lockIndicator(tx, indicatorKey)) === null)
      return refused('indicator-not-found', [indicatorKey]);
    const [stored] = await loadIndicators(tx, [indicatorKey]);
    if (stored === undefined) return refused('indicator-not-found', [indicatorKey]);
    if (stored.version !== expectedVersion) return refused('changed-meanwhile', [indicatorKey]);
    const decided = decide(stored);
    if (!decided.ok) return refusalOf(decided.error) ?? refused('not-allowed');
    const { breakdowns = stored.indicator.breakdowns, referenceSeries = stored.referenceSeries } =
      decided.value;
    const version = await updateIndicator(
      tx,
      { ...stored.indicator, breakdowns },
      stored.baseline,
      expectedVersion,
      stampOf(acting),
      referenceSeries,
    );
    return version === null ? refused('changed-meanwhile', [indicatorKey]) : ok({ version });
  });

/** 内訳の軸と区分. What has figures, drafts included, cannot go. */
export const saveBreakdowns = (
  acting: Acting,
  indicatorKey: string,
  typed: readonly BreakdownDimension[],
  expectedVersion: number,
): Promise<Result<{ readonly version: number }, Refusal>> =>
  saveLists(acting, indicatorKey, expectedVersion, (stored) => {
    const decided = decideBreakdowns(stored.indicator.breakdowns, typed, stored.values);
    return decided.ok ? ok({ breakdowns: decided.value }) : decided;
  });

/** 参考の系列: projections and the like. */
export const saveSeries = (
  acting: Acting,
  indicatorKey: string,
  typed: readonly ReferenceSeries[],
  expectedVersion: number,
): Promise<Result<{ readonly version: number }, Refusal>> =>
  saveLists(acting, indicatorKey, expectedVersion, (stored) => {
    const decided = decideSeries(stored.referenceSeries, typed, stored.values);
    return decided.ok ? ok({ referenceSeries: decided.value }) : decided;
  });
