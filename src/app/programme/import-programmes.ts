import { listIndicatorNames } from '../../db/read-names.ts';
import { loadItemKeys } from '../../db/read-plan-item-choices.ts';
import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  loadProgrammeYears,
  loadSettledYears,
} from '../../db/read-programme.ts';
import { loadMeasures } from '../../db/read-programme-measures.ts';
import { findMunicipality, listUnits } from '../../db/read-town.ts';
import type { TenantTx } from '../../db/tenant.ts';
import {
  lockProgrammes,
  replaceProgrammePlanItems,
  saveProgrammes,
  saveProgrammeYears,
} from '../../db/write-programme.ts';
import {
  replaceProgrammeMeasures,
  saveMeasures,
  saveMeasureYears,
} from '../../db/write-programme-measures.ts';
import { may } from '../../domain/access/may.ts';
import { fiscalYearOf, fiscalYearStart } from '../../domain/kernel/fiscal-year.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { GivenProgrammes } from '../../domain/programme/import/given-programme.ts';
import {
  type KnownTown,
  type ProgrammeImport,
  planImport,
} from '../../domain/programme/import/plan-import.ts';
import { type Acting, stampOf, todayInJapan } from '../acting.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { newKey } from '../new-key.ts';
import { registerUnits } from '../organisation/register-units.ts';
import { type Refusal, refusalOf, refused } from '../refusal.ts';

export interface ImportProgrammes {
  readonly given: GivenProgrammes;
  /** 部・課 that are not there are made. */
  readonly createUnits: boolean;
  /** Says what would change and keeps nothing. */
  readonly dryRun: boolean;
}

const knownTown = async (tx: TenantTx): Promise<KnownTown> => ({
  programmes: await loadProgrammes(tx),
  years: await loadProgrammeYears(tx),
  measures: await loadMeasures(tx),
  planItems: await loadProgrammePlanItems(tx),
  units: await listUnits(tx),
  types: (await findYearlyCycle(tx)).programmeTypes,
  settledYears: new Set((await loadSettledYears(tx)).map(({ fiscalYear }) => fiscalYear)),
  indicatorKeys: new Set((await listIndicatorNames(tx)).map(({ indicatorKey }) => indicatorKey)),
  itemKeys: await loadItemKeys(tx),
});

const write = async (tx: TenantTx, acting: Acting, plan: ProgrammeImport): Promise<void> => {
  const stamp = stampOf(acting);
  const { save } = plan;
  await saveProgrammes(tx, save.programmes, stamp);
  await saveProgrammeYears(tx, save.years, stamp);
  await saveMeasures(tx, save.measures, stamp);
  await saveMeasureYears(tx, save.measureYears, stamp);
  await replaceProgrammeMeasures(
    tx,
    [...save.links.keys()],
    [...save.links].flatMap(([programmeKey, keys]) =>
      keys.map((measureKey, position) => ({ programmeKey, measureKey, position })),
    ),
  );
  await replaceProgrammePlanItems(
    tx,
    [...save.planItems.keys()],
    [...save.planItems].flatMap(([programmeKey, items]) =>
      items.map((item, position) => ({ programmeKey, ...item, position })),
    ),
  );
};

/**
 * 事務事業の取込み: everything of the file or nothing; what it does not have stays. Gives what was changed — or, as a
 * dry run, what would be. The same file a second time changes nothing.
 */
export const importProgrammes = (
  acting: Acting,
  { given, createUnits, dryRun }: ImportProgrammes,
): Promise<Result<ProgrammeImport, Refusal>> =>
  allOrNothing(acting, async (tx) => {
    if (!may(acting.actor, 'programme.manage')) return refused('not-allowed');
    if (createUnits && !may(acting.actor, 'unit.manage')) return refused('not-allowed', ['units']);
    if ((await findMunicipality(tx)) === null)
      return refused('municipality-not-found', ['municipality'], { code: tx.municipality });
    // Two imports at once, or an import and an editor, would each decide by what the other is about to change.
    await lockProgrammes(tx);
    const years = given.programmes.flatMap((each) => each.years.map(({ fiscalYear }) => fiscalYear));
    const plan = planImport(given, await knownTown(tx), {
      createUnits,
      newKey,
      unitsFrom: fiscalYearStart(
        years.reduce((least, year) => Math.min(least, year), fiscalYearOf(todayInJapan(acting))),
      ),
    });
    if (!plan.ok) return refusalOf(plan.error) ?? refused('not-allowed');
    if (dryRun) return ok(plan.value);
    if (plan.value.units.length > 0) {
      const made = await registerUnits(tx, acting, plan.value.units, []);
      if (!made.ok) return made;
    }
    await write(tx, acting, plan.value);
    return ok(plan.value);
  });
