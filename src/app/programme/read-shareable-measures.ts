import { loadProgrammes } from '../../db/read-programme.ts';
import { loadMeasures } from '../../db/read-programme-measures.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Acting } from '../acting.ts';

/** 成果指標 of programmes that stand in the same place of the source, or in the same unit where none is stated. */
export const readShareableMeasures = (acting: Acting, programme: Programme) =>
  withTenant(acting.db, acting.as, async (tx) => {
    const beside = (await loadProgrammes(tx)).filter(
      (each) =>
        each.programmeKey !== programme.programmeKey &&
        (programme.statedPlace === ''
          ? each.unitKey !== null && each.unitKey === programme.unitKey
          : each.statedPlace === programme.statedPlace),
    );
    const names = new Map(beside.map((each) => [each.programmeKey, each.name]));
    const measures = await loadMeasures(tx, { programmeKeys: [...names.keys()] });
    return measures
      .filter(
        ({ kind, programmes }) =>
          kind === 'outcome' && programmes.every((each) => each.programmeKey !== programme.programmeKey),
      )
      .map(({ measureKey, name, unit, programmes }) => ({
        measureKey,
        name,
        unit,
        of: programmes.flatMap(({ programmeKey }) => names.get(programmeKey) ?? []),
      }));
  });
