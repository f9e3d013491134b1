import { listIndicatorRules } from '../../db/read-indicator-rules.ts';
import { listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import { insertIndicators, insertTargets, insertValues } from '../../db/write-indicator.ts';
import { takeArticleNumbers } from '../../db/write-town.ts';
import { may } from '../../domain/access/may.ts';
import { checkComputed } from '../../domain/indicator/check-computed.ts';
import { checkIndicator } from '../../domain/indicator/check-indicator.ts';
import type {
  Baseline,
  Indicator,
  IndicatorTarget,
  IndicatorValue,
  ReferenceSeries,
} from '../../domain/indicator/indicator.ts';
import { errorAt } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { type Acting, stampOf } from '../acting.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

export interface IndicatorDefinition {
  readonly indicator: Indicator;
  readonly referenceSeries: readonly ReferenceSeries[];
  readonly baseline: Baseline | null;
  readonly targets: readonly IndicatorTarget[];
  readonly values: readonly IndicatorValue[];
}

/** New indicators with what is known of them. `stage` 'published' makes them and their figures public at once. */
export const defineIndicators = async (
  tx: TenantTx,
  acting: Acting,
  definitions: readonly IndicatorDefinition[],
  stage: 'draft' | 'published',
): Promise<Result<null, Refusal>> => {
  if (definitions.length === 0) return ok(null);
  const allowed =
    may(acting.actor, 'indicator.define') && (stage === 'draft' || may(acting.actor, 'indicator.publish'));
  if (!allowed) return refused('not-allowed', ['indicators']);
  const stored = await listIndicatorRules(tx);
  const known = new Set(stored.map(({ indicatorKey }) => indicatorKey));
  const rules = new Map(
    [...stored, ...definitions.map(({ indicator }) => indicator)].map((rule) => [rule.indicatorKey, rule]),
  );
  const unitKeys = new Set((await listUnits(tx)).map((unit) => unit.unitKey));
  const seen = new Set<string>();
  const wrong = refusalOf(
    definitions.flatMap((definition) => {
      const { indicatorKey, name } = definition.indicator;
      const taken = known.has(indicatorKey) || seen.has(indicatorKey);
      seen.add(indicatorKey);
      return [
        ...(taken ? [errorAt('indicator-exists', ['indicators', indicatorKey], { name })] : []),
        ...checkIndicator(definition, unitKeys),
        ...checkComputed(definition.indicator, rules, ['indicators', indicatorKey, 'computed']),
      ];
    }),
  );
  if (wrong !== null) return wrong;

  const stamp = stampOf(acting);
  const first = await takeArticleNumbers(tx, definitions.length);
  await insertIndicators(
    tx,
    definitions.map((definition, index) => ({
      ...definition,
      articleNumber: first + index,
      publishedAt: stage === 'published' ? stamp.now : null,
    })),
    stamp,
  );
  await insertTargets(
    tx,
    definitions.flatMap(({ indicator: { indicatorKey }, targets }) =>
      targets.map((target) => ({ ...target, indicatorKey, seq: 1 })),
    ),
    stamp,
  );
  await insertValues(
    tx,
    definitions.flatMap(({ indicator: { indicatorKey }, values }) =>
      values.map((value) => ({ ...value, indicatorKey })),
    ),
    stage,
    stamp,
  );
  return ok(null);
};
