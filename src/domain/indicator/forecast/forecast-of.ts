import type { Judgeable } from '../judgement/judgeable.ts';
import { joinedSince, joiningOf } from '../judgement/time-basis.ts';
import { type Forecast, type ForecastRules, usualForecastRules } from './forecast.ts';
import { forecastIndicator } from './forecast-indicator.ts';
import { goalOfTarget, type NoGoal } from './goal-of-target.ts';
import type { JoinedYears } from './predicted-figure.ts';
import type { Goal } from './prediction.ts';
import { usableSeries } from './usable-series.ts';

/** How yearly figures become what the target is about; null where they are not what it is about at all. */
const joinedOf = (judgeable: Judgeable): JoinedYears | 'each-year' | null => {
  const joining = joiningOf(judgeable);
  if (joining === 'as-is') return 'each-year';
  const since = joinedSince(judgeable);
  return joining === 'never' || since === null ? null : { since, as: joining };
};

/**
 * 見通し to the last target of an indicator. `knownUntil`: what was known at the end of that fiscal year; null: all.
 * Without a target there is no year to look ahead to.
 */
export const forecastOf = (
  judgeable: Judgeable,
  knownUntil: number | null = null,
  rules: ForecastRules = usualForecastRules,
): Forecast => {
  const values = judgeable.values.filter(({ fiscalYear }) => knownUntil === null || fiscalYear <= knownUntil);
  const unitChanges = judgeable.unitChanges;
  const series = usableSeries(values, unitChanges);
  const target = judgeable.targets.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
  if (target === undefined)
    return {
      kind: 'none',
      reason: 'no-target',
      targetFiscalYear: null,
      n: series.observations.length,
      fiscalYears: series.observations.map(({ fiscalYear }) => fiscalYear),
      leftOut: series.leftOut,
      notFinal: series.notFinal,
    };
  const joined = joinedOf(judgeable);
  const goal: Goal | NoGoal = joined === null ? 'not-comparable' : goalOfTarget(judgeable, target);
  return forecastIndicator(
    {
      series,
      targetFiscalYear: target.fiscalYear,
      goal,
      joined: joined === null || joined === 'each-year' ? null : joined,
    },
    rules,
  );
};
