import { listIndicatorRules } from '../../db/read-indicator-rules.ts';
import { listTargetAuthors } from '../../db/read-target-authors.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import type { RuleIndicator } from '../../domain/indicator/check-computed.ts';
import type { OrganisationUnit } from '../../domain/organisation/unit.ts';
import { type Acting, todayInJapan } from '../acting.ts';
import type { ReadIndicator } from './computed-figures.ts';
import { readIndicators } from './read-indicators.ts';

export interface IndicatorDesk {
  /** With computed figures: `enteredOf` leaves them out. */
  readonly loaded: ReadIndicator;
  readonly units: readonly OrganisationUnit[];
  readonly authors: Awaited<ReturnType<typeof listTargetAuthors>>;
  /** Every indicator's name by its key. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

/** The figures people entered: those of a computed indicator come and go with its operands. */
export const enteredOf = ({ indicator, values }: ReadIndicator): ReadIndicator['values'] =>
  indicator.computed === null ? values : values.filter(({ series }) => series !== 'actual');

/** One indicator with its units and who set its targets; null when there is none. */
export const readIndicatorDesk = (acting: Acting, indicatorKey: string): Promise<IndicatorDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const [loaded] = await readIndicators(tx, [indicatorKey]);
    if (loaded === undefined) return null;
    return {
      loaded,
      units: await listUnits(tx),
      authors: await listTargetAuthors(tx, indicatorKey),
      names: new Map((await listIndicatorRules(tx)).map((rule) => [rule.indicatorKey, rule.name])),
      today: todayInJapan(acting),
    };
  });

/** Every indicator of the town without its breakdowns. */
export const readIndicatorList = (
  acting: Acting,
): Promise<{
  readonly indicators: readonly ReadIndicator[];
  readonly units: readonly OrganisationUnit[];
}> =>
  withTenant(acting.db, acting.as, async (tx) => ({
    indicators: await readIndicators(tx, undefined, { breakdowns: false }),
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
