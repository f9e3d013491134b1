import { type LoadedIndicator, loadIndicators } from '../db/read-indicator.ts';
import { listIndicatorRules } from '../db/read-indicator-rules.ts';
import { listTargetAuthors } from '../db/read-target-authors.ts';
import { listUnits } from '../db/read-town.ts';
import { withTenant } from '../db/tenant.ts';
import type { RuleIndicator } from '../domain/indicator/check-computed.ts';
import type { OrganisationUnit } from '../domain/organisation/unit.ts';
import { type Acting, todayInJapan } from './acting.ts';

export interface IndicatorDesk {
  readonly loaded: LoadedIndicator;
  readonly units: readonly OrganisationUnit[];
  readonly authors: Awaited<ReturnType<typeof listTargetAuthors>>;
  readonly today: string;
}

/** One indicator with its units and who set its targets; null when there is none. */
export const readIndicatorDesk = (acting: Acting, indicatorKey: string): Promise<IndicatorDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const [loaded] = await loadIndicators(tx, [indicatorKey]);
    if (loaded === undefined) return null;
    return {
      loaded,
      units: await listUnits(tx),
      authors: await listTargetAuthors(tx, indicatorKey),
      today: todayInJapan(acting),
    };
  });

/** Every indicator of the town without its breakdowns. */
export const readIndicatorList = (
  acting: Acting,
): Promise<{
  readonly indicators: readonly LoadedIndicator[];
  readonly units: readonly OrganisationUnit[];
}> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    indicators: await loadIndicators(tx, undefined, { breakdowns: false }),
    units: await listUnits(tx),
  }));

/** What a definition is chosen from: the units, and every indicator with what it is computed from. */
export const readDefinitionChoices = (
  acting: Acting,
): Promise<{
  readonly units: readonly OrganisationUnit[];
  readonly rules: readonly RuleIndicator[];
}> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    units: await listUnits(tx),
    rules: await listIndicatorRules(tx),
  }));
