import {
  findYearlyCycle,
  loadProgrammePlanItems,
  loadProgrammes,
  loadProgrammeYears,
} from '../../db/read-programme.ts';
import { loadMeasures } from '../../db/read-programme-measures.ts';
import { listUnits } from '../../db/read-town.ts';
import { withTenant } from '../../db/tenant.ts';
import { programmeRows } from '../../domain/programme/list/programme-row.ts';
import type { Measure, MeasureYear, Programme } from '../../domain/programme/programme.ts';
import type { Acting } from '../acting.ts';

const measuresByProgramme = <
  M extends { readonly programmes: readonly { programmeKey: string; position: number }[] },
>(
  measures: readonly M[],
): ReadonlyMap<string, readonly M[]> => {
  const all = new Map<string, { readonly measure: M; readonly position: number }[]>();
  for (const measure of measures)
    for (const { programmeKey, position } of measure.programmes)
      all.set(programmeKey, [...(all.get(programmeKey) ?? []), { measure, position }]);
  return new Map(
    [...all].map(([key, list]) => [
      key,
      list.toSorted((a, b) => a.position - b.position).map(({ measure }) => measure),
    ]),
  );
};

/** The keys and versions of a stored row stay inside. */
const plain = ({ measureKey, kind, name, unit, direction, indicatorKey }: Measure): Measure => ({
  measureKey,
  kind,
  name,
  unit,
  direction,
  indicatorKey,
});

const withoutLock = (programme: Programme & { version: number; updatedAt: string }): Programme => {
  const { version: _, updatedAt: __, ...fields } = programme;
  return fields;
};

/** 書き出し: the programmes of a year as table rows; `keys`: only these, in the town's order. */
export const readProgrammeTable = (acting: Acting, fiscalYear: number, keys?: readonly string[]) =>
  withTenant(acting.db, acting.as, async (tx) => {
    const where = keys === undefined ? {} : { keys };
    const programmes = await loadProgrammes(tx, where);
    const years = await loadProgrammeYears(tx, { ...where, fiscalYears: [fiscalYear] });
    const planItems = await loadProgrammePlanItems(tx, where);
    const { staffRates: rates, programmeTypes: types } = await findYearlyCycle(tx);
    const measures = measuresByProgramme(
      await loadMeasures(tx, {
        fiscalYears: [fiscalYear],
        ...(keys === undefined ? {} : { programmeKeys: keys }),
      }),
    );
    return {
      fiscalYear,
      types,
      units: await listUnits(tx),
      rows: programmeRows({ programmes, years, planItems, rates }, fiscalYear).map((row) => ({
        ...row,
        measures: (measures.get(row.programme.programmeKey) ?? []).map((measure) => ({
          ...plain(measure),
          figure: measure.years[0] ?? null,
        })),
      })),
    };
  });

/** 書き出し: everything known of every programme. */
export const readProgrammeFile = (acting: Acting) =>
  withTenant(acting.db, acting.as, async (tx) => {
    const years = await loadProgrammeYears(tx);
    const planItems = await loadProgrammePlanItems(tx);
    const measures = measuresByProgramme(await loadMeasures(tx));
    const yearsOf = Map.groupBy(years, ({ programmeKey }) => programmeKey);
    const itemsOf = Map.groupBy(planItems, ({ programmeKey }) => programmeKey);
    return {
      municipality: tx.municipality,
      programmes: (await loadProgrammes(tx)).map((programme) => ({
        programme: withoutLock(programme),
        years: (yearsOf.get(programme.programmeKey) ?? []).map(({ version: _, ...year }) => year),
        measures: (measures.get(programme.programmeKey) ?? []).map((measure) => ({
          ...plain(measure),
          years: measure.years.map(({ version: _, ...year }): MeasureYear => year),
        })),
        planItems: itemsOf.get(programme.programmeKey) ?? [],
      })),
    };
  });
