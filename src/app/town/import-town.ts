import { findMunicipality } from '../../db/read-town.ts';
import type { NewMunicipality } from '../../db/write-town.ts';
import type { MunicipalityCode } from '../../domain/kernel/municipality-code.ts';
import type { Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Area } from '../../domain/organisation/area.ts';
import type { OrganisationUnit, UnitSuccession } from '../../domain/organisation/unit.ts';
import type { Acting } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { defineIndicators, type IndicatorDefinition } from '../indicator/define-indicators.ts';
import {
  type GivenJudgementYear,
  type GivenScheme,
  registerJudgements,
} from '../judgement/register-judgements.ts';
import { registerAreas } from '../organisation/register-areas.ts';
import { registerUnits } from '../organisation/register-units.ts';
import { type GivenPlan, importPlans } from '../plan/import-plans.ts';
import { type Refusal, refused } from '../refusal.ts';
import { createMunicipality } from './create-municipality.ts';
import { openPublicSite } from './open-public-site.ts';

/** What a 団体データファイル says, as domain types. `municipality` absent: the town is there already. */
export interface GivenTown {
  readonly municipality: (NewMunicipality & { readonly code: MunicipalityCode }) | null;
  readonly units: readonly OrganisationUnit[];
  readonly successions: readonly UnitSuccession[];
  readonly areas: readonly Area[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly judgementSchemes?: readonly GivenScheme[];
  readonly judgementYears?: readonly GivenJudgementYear[];
  readonly plans: readonly GivenPlan[];
}

export interface ImportChoice {
  /** Checks everything and keeps nothing. */
  readonly dryRun: boolean;
  /** Indicators and the site itself become public; plans by their own 施行日. */
  readonly publish: boolean;
}

/** Nothing of a dry run is kept; what it found is carried out of its transaction. */
class DryRunEnd extends Error {
  readonly warnings: readonly Problem[];
  constructor(warnings: readonly Problem[]) {
    super('dry run');
    this.warnings = warnings;
  }
}

/** A whole town in one transaction, by the same steps as by hand. Gives the warnings of its plans. */
export const importTown = async (
  acting: Acting,
  given: GivenTown,
  choice: ImportChoice,
): Promise<Result<readonly Problem[], Refusal>> => {
  try {
    return await allOrNothing(acting, async (tx) => {
      const town = await findMunicipality(tx);
      if (town === null && given.municipality === null)
        return refused('municipality-not-found', ['municipality'], { code: tx.municipality });
      if (given.municipality !== null) {
        const created = await createMunicipality(tx, acting, given.municipality);
        if (!created.ok) return created;
      }
      const steps = [
        () => registerUnits(tx, acting, given.units, given.successions),
        () => registerAreas(tx, acting, given.areas),
        () => defineIndicators(tx, acting, given.indicators, choice.publish ? 'published' : 'draft'),
        () =>
          registerJudgements(
            tx,
            acting,
            given.judgementSchemes ?? [],
            given.judgementYears ?? [],
            choice.publish,
          ),
      ];
      for (const step of steps) {
        const done = await step();
        if (!done.ok) return done;
      }
      const plans = await importPlans(tx, acting, given.plans);
      if (!plans.ok) return plans;
      if (choice.publish) {
        const opened = await openPublicSite(tx, acting);
        if (!opened.ok) return opened;
      }
      if (choice.dryRun) throw new DryRunEnd(plans.value);
      return ok(plans.value);
    });
  } catch (error) {
    if (error instanceof DryRunEnd) return ok(error.warnings);
    throw error;
  }
};
