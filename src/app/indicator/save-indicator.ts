import { loadIndicators } from '../../db/read-indicator.ts';
import { listIndicatorRules, lockIndicatorRules } from '../../db/read-indicator-rules.ts';
import { listIndicatorNames } from '../../db/read-names.ts';
import { listUnits } from '../../db/read-town.ts';
import { type TenantTx, withTenant } from '../../db/tenant.ts';
import { updateIndicator } from '../../db/update-indicator.ts';
import { may } from '../../domain/access/may.ts';
import { brokenUsers, checkComputed } from '../../domain/indicator/check-computed.ts';
import { checkIndicator, typedBesideRule } from '../../domain/indicator/check-indicator.ts';
import type { Baseline, Indicator } from '../../domain/indicator/indicator.ts';
import { pathAsTyped } from '../../domain/indicator/path/path-as-typed.ts';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';
import { defineIndicators } from './define-indicators.ts';

/** What the definition form says. Breakdowns, series and place among the others stay as they are. */
export interface IndicatorEdit {
  readonly definition: Omit<Indicator, 'indicatorKey' | 'breakdowns' | 'position'>;
  readonly baseline: Baseline | null;
}

/** Whether the indicator, and those computed from it, can still be computed as it will be. */
const ruleProblems = async (
  tx: TenantTx,
  before: Indicator,
  after: Indicator,
): Promise<readonly Problem[]> => {
  const rules = await listIndicatorRules(tx);
  const then = new Map(rules.map((rule) => [rule.indicatorKey, rule]));
  const now = new Map([...then, [after.indicatorKey, after]]);
  const at = ['indicators', after.indicatorKey];
  const already = new Set(brokenUsers(before.indicatorKey, then).map(({ indicatorKey }) => indicatorKey));
  const broken = brokenUsers(after.indicatorKey, now).filter(
    ({ indicatorKey }) => !already.has(indicatorKey),
  );
  const field = before.unit === after.unit ? 'direction' : 'unit';
  return [
    ...checkComputed(after, now, [...at, 'computed']),
    ...(broken.length === 0
      ? []
      : [errorAt('used-in-computed', [...at, field], { names: broken.map(({ name }) => name) })]),
  ];
};

/** A new indicator without figures; a draft until it is published. */
export const createIndicator = (
  acting: Acting,
  indicatorKey: string,
  edit: IndicatorEdit,
): Promise<Result<{ readonly indicatorKey: string }, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    const position = (await listIndicatorNames(tx)).length;
    const indicator = { ...edit.definition, indicatorKey, breakdowns: [], position };
    const { baseline } = edit;
    const definition = { indicator, referenceSeries: [], baseline, targets: [], values: [] };
    const made = await defineIndicators(tx, acting, [definition], 'draft');
    return made.ok ? ok({ indicatorKey }) : made;
  });

/** Changes a definition. What is public changes at once: the page says so. */
export const saveIndicator = (
  acting: Acting,
  indicatorKey: string,
  edit: IndicatorEdit,
  expectedVersion: number,
): Promise<Result<{ readonly version: number }, Refusal>> =>
  withTenant(acting.db, acting.as, async (tx) => {
    if (!may(acting.actor, 'indicator.define')) return refused('not-allowed', [indicatorKey]);
    if (edit.definition.computed !== null) await lockIndicatorRules(tx);
    const [stored] = await loadIndicators(tx, [indicatorKey]);
    if (stored === undefined) return refused('indicator-not-found', [indicatorKey]);
    if (stored.version !== expectedVersion) return refused('changed-meanwhile', [indicatorKey]);
    const path = pathAsTyped(stored.indicator.path, edit.definition.path);
    const indicator: Indicator = { ...stored.indicator, ...edit.definition, path };
    const unitKeys = new Set((await listUnits(tx)).map((unit) => unit.unitKey));
    // Figures entered by hand are checked where they are entered; here it is the definition that is asked about.
    const wrong = refusalOf([
      ...checkIndicator({ ...stored, values: [], indicator, baseline: edit.baseline }, unitKeys),
      ...typedBesideRule(indicator, stored.values),
      ...(await ruleProblems(tx, stored.indicator, indicator)),
    ]);
    if (wrong !== null) return wrong;
    const version = await updateIndicator(tx, indicator, edit.baseline, expectedVersion, stampOf(acting));
    return version === null ? refused('changed-meanwhile', [indicatorKey]) : ok({ version });
  });
