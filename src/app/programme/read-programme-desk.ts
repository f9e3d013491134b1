import { listIndicatorNames } from '../../db/read-names.ts';
import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  loadProgrammeYears,
  loadSettledYears,
  type ProgrammePlanItem,
  type StoredProgramme,
  type StoredProgrammeYear,
} from '../../db/read-programme.ts';
import { type LoadedMeasure, loadMeasures } from '../../db/read-programme-measures.ts';
import { withTenant } from '../../db/tenant.ts';
import { may } from '../../domain/access/may.ts';
import { ancestorsOf } from '../../domain/organisation/ancestors.ts';
import type { StaffRate } from '../../domain/programme/yearly-cycle.ts';
import type { Acting } from '../acting.ts';
import { loadProgrammeChoices, type ProgrammeChoices } from './read-programme-list.ts';

export interface ProgrammeDesk extends ProgrammeChoices {
  readonly programme: StoredProgramme;
  /** Oldest first. */
  readonly years: readonly StoredProgrammeYear[];
  /** In the programme's order. */
  readonly measures: readonly LoadedMeasure[];
  /** Names of the other programmes that share one of the measures. */
  readonly sharing: ReadonlyMap<string, string>;
  readonly planItems: readonly ProgrammePlanItem[];
  readonly rates: readonly StaffRate[];
  readonly settledYears: ReadonlySet<number>;
  readonly indicators: readonly {
    readonly indicatorKey: string;
    readonly name: string;
    readonly unit: string;
  }[];
  readonly mayEdit: boolean;
}

/** Everything known of one programme; null: there is no such. */
export const readProgrammeDesk = (acting: Acting, programmeKey: string): Promise<ProgrammeDesk | null> =>
  withTenant(acting.db, acting.as, async (tx) => {
    const [programme] = await loadProgrammes(tx, { keys: [programmeKey] });
    if (programme === undefined) return null;
    const measures = await loadMeasures(tx, { programmeKeys: [programmeKey] });
    const place = ({ programmes }: LoadedMeasure): number =>
      programmes.find((each) => each.programmeKey === programmeKey)?.position ?? 0;
    const others = new Set(measures.flatMap(({ programmes }) => programmes.map((each) => each.programmeKey)));
    others.delete(programmeKey);
    const sharing = await loadProgrammes(tx, { keys: [...others] });
    const choices = await loadProgrammeChoices(tx, acting);
    const on = {
      unitKeys: programme.unitKey === null ? [] : [programme.unitKey],
      ancestors: ancestorsOf(choices.units),
    };
    return {
      ...choices,
      programme,
      years: await loadProgrammeYears(tx, { keys: [programmeKey] }),
      measures: measures.toSorted((a, b) => place(a) - place(b)),
      sharing: new Map(sharing.map((each) => [each.programmeKey, `${each.number} ${each.name}`.trim()])),
      planItems: await loadProgrammePlanItems(tx, { keys: [programmeKey] }),
      rates: (await findYearlyCycle(tx)).staffRates,
      settledYears: new Set((await loadSettledYears(tx)).map(({ fiscalYear }) => fiscalYear)),
      indicators: await listIndicatorNames(tx),
      mayEdit: may(acting.actor, 'programme.edit', on),
    };
  });
