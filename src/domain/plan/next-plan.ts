import type { Period } from './periods.ts';
import type { Plan, PlanHeader, ReviewRow } from './plan.ts';

/** A plan of the town, with the period of its newest revision. */
export interface PlanInLine extends Pick<Plan, 'planKey' | 'kind' | 'parentPlanKey' | 'predecessorPlanKey'> {
  readonly period: Period;
}

const byStart = (a: PlanInLine, b: PlanInLine): number =>
  a.period.start - b.period.start || (a.planKey < b.planKey ? -1 : 1);

/**
 * 次の期として登録してある計画: the one that names this as its predecessor, else one of the same kind under the same
 * parent that begins the year after this ends and names no predecessor. null: none is registered.
 */
export const registeredSuccessor = <P extends PlanInLine>(
  plan: PlanInLine,
  plans: readonly P[],
): P | null => {
  const others = plans.filter(({ planKey }) => planKey !== plan.planKey).sort(byStart);
  return (
    others.find(({ predecessorPlanKey }) => predecessorPlanKey === plan.planKey) ??
    others.find(
      (other) =>
        plan.parentPlanKey !== null &&
        other.parentPlanKey === plan.parentPlanKey &&
        other.kind === plan.kind &&
        other.predecessorPlanKey === null &&
        other.planKey !== plan.predecessorPlanKey &&
        other.period.start === plan.period.end + 1,
    ) ??
    null
  );
};

/** The term a review calendar (the plan's own, or its parent's) draws after the one that ends; null: none. */
export const configuredTerm = (
  calendars: readonly (readonly ReviewRow[])[],
  ended: Period,
): (Period & { readonly label: string }) | null => {
  // A row that draws the ended term too is a row of terms; a bar elsewhere is another plan's.
  const rows = calendars
    .flat()
    .filter(({ periods }) => periods.some(({ start, end }) => start === ended.start && end === ended.end));
  const bar = rows.flatMap(({ periods }) => periods).find(({ start }) => start === ended.end + 1);
  return bar === undefined ? null : { start: bar.start, end: bar.end, label: bar.label ?? '' };
};

/** What was already written about the next term stays; the rest is carried over from the one that ends. */
export const intoRegistered = (rolled: PlanHeader, registered: PlanHeader): PlanHeader => {
  const filled = <T>(own: readonly T[], carried: readonly T[]): readonly T[] =>
    own.length > 0 ? own : carried;
  return {
    ...rolled,
    subtitle: registered.subtitle || rolled.subtitle,
    kindLabel: registered.kindLabel,
    updateMode: registered.updateMode,
    summary: registered.summary || rolled.summary,
    reviewCalendar: filled(registered.reviewCalendar, rolled.reviewCalendar),
    identity: filled(registered.identity, rolled.identity),
    situation: filled(registered.situation, rolled.situation),
    source: registered.source ?? rolled.source,
  };
};
