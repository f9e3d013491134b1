import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { type Period, periodChange } from './periods.ts';

/** 期間の変更 (真庭市: 5年→6年): a revision with another period than the one before says why. Gives the reason kept. */
export const decidePeriod = (
  former: Period | null,
  period: Period,
  reason: string,
): Result<string, Problem> => {
  const why = reason.trim();
  if (former === null) return ok(why);
  const { kind } = periodChange(former, period);
  if (kind !== 'none' && why === '')
    return refuse(
      errorAt('period-reason-required', ['periodReason'], { start: former.start, end: former.end }),
    );
  return why.length > 2000
    ? refuse(errorAt('text-too-long', ['periodReason'], { limit: 2000, length: why.length }))
    : ok(why);
};
